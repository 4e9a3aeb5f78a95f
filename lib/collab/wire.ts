import { readVarInt, readVarString, readVarUint } from "lib0/decoding";
import { applyAwarenessUpdate, type Awareness, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { DOCUMENT_SCHEMA } from "../documents/words";
import { ANSWER, ANSWER_WHEN_WOKEN, QUIET, waitAfter, type World } from "../live/patience";
import { CLOSE } from "../live/words";
import { Acknowledged } from "./acknowledged";
import { AUTH, askFrame, awarenessFrame, type Frame, KIND, readBytes, readFrame, readSync, SYNC, syncFrame, tokenFrame } from "./frames";
import { ENDED, MOST } from "./words";

/** `waiting`: Candor answers, but cannot store at the moment. From `gone` on nothing is tried again. */
export type WireState = "connecting" | "online" | "offline" | "waiting" | "gone" | "outdated" | "signed_out" | "full";

/** Refused so often in a row, what stands here will not be taken by this server: the page has to be loaded anew. */
const MOST_REFUSED = 3;
const MOST_TOO_LONG = 1009;

export type DocumentWorld = World<Uint8Array>;

/** One document's socket: speaks as Hocuspocus does, and knows of each message whether it is stored. */
export class Wire {
  state: WireState = "connecting";
  readOnly = false;
  /** The server's whole text has come at least once. */
  synced = false;
  readonly acknowledged: Acknowledged;
  /** Called before what others wrote, or where they are, is laid in. */
  beforeTheirs: (() => void) | null = null;
  private socket: ReturnType<DocumentWorld["open"]> | null = null;
  /** Both sides have told what they have: from here on each change is sent as it is made. */
  private met = false;
  private failures = 0;
  private refusals = 0;
  private retry: (() => void) | null = null;
  private quiet: (() => void) | null = null;
  private stopped = true;

  constructor(
    private readonly name: string,
    readonly doc: Y.Doc,
    readonly awareness: Awareness,
    private readonly world: DocumentWorld,
    private readonly changed: () => void,
  ) {
    this.acknowledged = new Acknowledged(doc);
  }

  start() {
    this.stopped = false;
    this.doc.on("update", this.made);
    this.awareness.on("update", this.moved);
    this.connect();
  }

  stop() {
    this.stopped = true;
    this.doc.off("update", this.made);
    this.awareness.off("update", this.moved);
    this.hangUp();
  }

  /** The network is back or the page is looked at: connect now, or see at once whether the other side still answers. */
  wake() {
    if (this.isEnded || this.stopped) return;
    if (this.met) this.probe(ANSWER_WHEN_WOKEN);
    else if (!this.socket) this.connect();
  }

  /** The browser says that there is no network: nothing is sent into a socket that only looks open. */
  sleep() {
    if (this.socket && !this.isEnded && !this.stopped) this.closed(0);
  }

  get isEnded() {
    return this.state === "gone" || this.state === "outdated" || this.state === "signed_out" || this.state === "full";
  }

  private readonly made = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return this.acknowledged.heard();
    this.acknowledged.made();
    if (this.met && !this.readOnly) this.text(SYNC.update, update);
    this.changed();
  };

  private readonly moved = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>, origin: unknown) => {
    const own = [...added, ...updated, ...removed].filter((client) => client === this.doc.clientID);
    if (origin !== this && own.length > 0 && this.met) this.socket?.send(awarenessFrame(this.name, encodeAwarenessUpdate(this.awareness, own)));
  };

  private text(step: number, update: Uint8Array) {
    if (update.length > MOST.message - 200) return this.end("full");
    this.acknowledged.sent(step === SYNC.step2);
    this.socket?.send(syncFrame(this.name, step, update));
  }

  private connect() {
    this.retry?.();
    this.retry = null;
    if (this.socket || this.stopped || this.isEnded) return;
    if (this.world.isOnline()) this.dial();
    else void this.tryAnyway();
  }

  /** "No network" may be untrue for a server on this very machine, so a request is tried before it is believed. */
  private async tryAnyway() {
    this.state = "offline";
    this.changed();
    const answered = (await this.world.isSignedIn()) !== null;
    if (this.socket || this.stopped || this.isEnded || this.retry) return;
    if (answered) return this.dial();
    this.failures++;
    this.retry = this.world.later(waitAfter(this.failures, 0, this.world.random()), () => this.connect());
  }

  private dial() {
    const socket = this.world.open({
      open: () => socket === this.socket && this.opened(),
      message: (bytes) => socket === this.socket && this.hear(bytes),
      close: (code) => socket === this.socket && this.closed(code),
    });
    this.socket = socket;
    this.probe(ANSWER, false);
  }

  private opened() {
    this.socket?.send(tokenFrame(this.name, JSON.stringify({ schema: DOCUMENT_SCHEMA })));
    this.socket?.send(syncFrame(this.name, SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  private hear(bytes: Uint8Array) {
    this.listen();
    const frame = readFrame(bytes);
    if (frame.kind === KIND.awareness || frame.kind === KIND.sync || frame.kind === KIND.syncReply) this.beforeTheirs?.();
    if (frame.kind === KIND.sync || frame.kind === KIND.syncReply) this.sync(frame);
    else if (frame.kind === KIND.stored) this.stored(readVarInt(frame.rest) === 1);
    else if (frame.kind === KIND.awareness) applyAwarenessUpdate(this.awareness, readBytes(frame), this);
    else if (frame.kind === KIND.auth) this.authorised(frame);
  }

  private authorised({ rest }: Frame) {
    if (readVarUint(rest) !== AUTH.granted) return;
    this.readOnly = readVarString(rest) === "readonly";
    this.changed();
  }

  private sync(frame: Frame) {
    const { step, bytes } = readSync(frame);
    if (step !== SYNC.step1) {
      Y.applyUpdate(this.doc, bytes, this);
      if (step === SYNC.step2) this.synced = true;
      return this.changed();
    }
    this.met = true;
    this.failures = 0;
    this.acknowledged.begin(Y.decodeStateVector(bytes));
    if (!this.readOnly) this.text(SYNC.step2, Y.encodeStateAsUpdate(this.doc, bytes));
    if (this.isEnded) return;
    this.state = "online";
    // Said anew, at a higher count: who heard that this socket fell takes nothing else.
    const here = this.awareness.getLocalState();
    if (here) this.awareness.setLocalState(here);
    this.changed();
  }

  private stored(taken: boolean) {
    this.refusals = 0;
    this.acknowledged.stored(taken);
    this.changed();
  }

  /** A browser is not told that a network died: after a silence it asks, and lets go of what does not answer. */
  private listen() {
    this.quiet?.();
    this.quiet = this.world.later(QUIET, () => this.probe(ANSWER));
  }

  private probe(within: number, asks = true) {
    if (asks) this.socket?.send(askFrame(this.name));
    this.quiet?.();
    this.quiet = this.world.later(within, () => this.closed(0));
  }

  private hangUp() {
    const { socket } = this;
    this.socket = null;
    this.met = false;
    this.quiet?.();
    this.retry?.();
    this.quiet = this.retry = null;
    this.acknowledged.lost();
    socket?.close();
    // Who else is here is not known until the server says so again.
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    // With their counts, or those who did not move meanwhile would not be seen when they are told of again.
    for (const client of others) this.awareness.meta.delete(client);
  }

  private closed(code: number) {
    const met = this.met;
    this.hangUp();
    if (this.stopped) return;
    const ended = ENDS[code];
    if (ended) return this.end(ended);
    if (code === CLOSE.misuse && ++this.refusals >= MOST_REFUSED) return this.end("outdated");
    this.failures++;
    this.state = code === CLOSE.notNow ? "waiting" : met && code === CLOSE.goingAway ? "connecting" : "offline";
    // A refused handshake looks like a failed one: only a request can tell that the session has ended.
    if (!met && this.failures >= 2) void this.lookSignedIn();
    this.retry = this.world.later(waitAfter(this.failures, code, this.world.random()), () => this.connect());
    this.changed();
  }

  private async lookSignedIn() {
    if ((await this.world.isSignedIn()) === false && !this.stopped && !this.socket) this.end("signed_out");
  }

  private end(state: WireState) {
    this.hangUp();
    this.state = state;
    this.changed();
  }
}

const ENDS: Record<number, WireState | undefined> = {
  [ENDED.gone]: "gone",
  [ENDED.outdated]: "outdated",
  [ENDED.full]: "full",
  [MOST_TOO_LONG]: "full",
  [CLOSE.signedOut]: "signed_out",
};
