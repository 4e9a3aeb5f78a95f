import { EventEmitter } from "node:events";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { Carets } from "./carets";
import { awarenessFrame, type Frame, isDenied, KIND, readBytes, readFrame, readSync, storedFrame, SYNC } from "./frames";
import type { OpenDocument } from "./open";

/** Held before the document is there or before the client has said what it had: no client of ours sends so much in that moment. */
const MOST_HELD = 2_000_000;
/** A socket with more than this on its way is too slow to wait for: twice the largest document. */
const MOST_BUFFERED = 24_000_000;

/** No hand is as fast. */
const MOST_MESSAGES = 3000;
const MOST_ASKED = 20;
const COUNTED_FOR = 10_000;

export interface Joined {
  document: OpenDocument;
  /** Where everyone is. */
  carets(): Uint8Array;
  /** Somebody else is this Yjs client. */
  isTaken(client: number): boolean;
}

/** What the gate says to whoever made it. */
export interface GateKeeper {
  readonly person: { id: string; name: string };
  readonly readOnly: boolean;
  readonly seen: boolean;
  /** It was no message, or did not fit. */
  refused(error: unknown): void;
  tooSlow(): void;
  left(): void;
  /** Hocuspocus could not open the document. */
  denied(): void;
}

/**
 * Stands between a socket and Hocuspocus, which takes it for the socket. Text goes by here, into the document's one queue, and never through
 * Hocuspocus' own reading of it, which would apply before anything is stored. Carets are let pass when they are the sender's own.
 */
export class Gate extends EventEmitter {
  binaryType = "nodebuffer";
  /** The one document of this socket, by its first message. */
  name: string | null = null;
  private joined: Joined | null = null;
  /** The client answered what it had when we met; from there on everything follows on what is here. */
  private met = false;
  private held: { step: number; bytes: Uint8Array }[] = [];
  private heldCaret: Uint8Array | null = null;
  private heldBytes = 0;
  private asked = 0;
  private messages = 0;
  private since = Date.now();
  private readonly carets: Carets;

  constructor(
    private readonly ws: WebSocket,
    private readonly keeper: GateKeeper,
  ) {
    super();
    this.carets = new Carets(keeper.person);
    ws.on("message", (bytes, binary) => this.hear(binary ? (bytes as Buffer) : null));
    ws.once("close", (code, reason) => this.emit("close", code, reason));
  }

  get readyState() {
    return this.ws.readyState;
  }

  send(bytes: Uint8Array, sent?: (error?: Error) => void) {
    if (this.ws.bufferedAmount > MOST_BUFFERED) return this.keeper.tooSlow();
    this.ws.send(bytes, { binary: true }, sent);
    if (!this.joined && isDenied(bytes)) this.keeper.denied();
  }

  /** Hocuspocus asks whether the other end is there; the socket's server does so itself. */
  ping() {
    this.emit("pong");
  }

  /** Hocuspocus closes what it cannot read: nothing of that kind gets to it. */
  close() {
    this.keeper.refused(new Error("Hocuspocus let it go"));
  }

  /** The document is there. */
  enter(joined: Joined) {
    this.joined = joined;
    try {
      for (const { step, bytes } of this.held.splice(0)) this.text(step, bytes);
      if (this.heldCaret) this.caret(this.heldCaret);
    } catch (error) {
      this.keeper.refused(error);
    }
    this.heldCaret = null;
  }

  private hear(bytes: Uint8Array | null) {
    if (this.ws.readyState !== this.ws.OPEN) return;
    try {
      if (!bytes) throw new Error("no bytes");
      this.count();
      const frame = readFrame(bytes);
      if (this.name === null && frame.kind !== KIND.auth) throw new Error("who is it?");
      if (this.name !== null && (frame.name !== this.name || frame.kind === KIND.auth)) throw new Error("another document");
      this.name ??= frame.name;
      this.sort(frame, bytes);
    } catch (error) {
      this.keeper.refused(error);
    }
  }

  private count() {
    if (Date.now() - this.since > COUNTED_FOR) [this.messages, this.asked, this.since] = [0, 0, Date.now()];
    if (++this.messages > MOST_MESSAGES) throw new Error("too many messages");
  }

  private sort(frame: Frame, bytes: Uint8Array) {
    switch (frame.kind) {
      case KIND.auth:
        this.pass(bytes);
        return;
      case KIND.sync:
      case KIND.syncReply: {
        const sync = readSync(frame);
        if (sync.step === SYNC.step1) this.ask(bytes, sync.bytes);
        else if (sync.step === SYNC.step2 || sync.step === SYNC.update) this.text(sync.step, sync.bytes);
        else throw new Error("no step");
        return;
      }
      case KIND.awareness:
        return this.caret(readBytes(frame));
      case KIND.askAwareness:
        if (this.joined) this.send(awarenessFrame(frame.name, this.joined.carets()));
        return;
      case KIND.close:
        return this.keeper.left();
      default:
        throw new Error("no message of ours");
    }
  }

  /** Answered with everything that the client lacks, which may be the whole document. */
  private ask(message: Uint8Array, vector: Uint8Array) {
    Y.decodeStateVector(vector);
    if (++this.asked > MOST_ASKED) throw new Error("asked too often");
    this.pass(message);
  }

  private pass(bytes: Uint8Array) {
    this.emit("message", bytes);
  }

  private text(step: number, update: Uint8Array) {
    if (this.keeper.readOnly) return this.deny();
    if (!this.joined || (step === SYNC.update && !this.met)) return this.hold(step, update);
    const { document } = this.joined;
    const { id } = this.keeper.person;
    if (step === SYNC.step2) document.meet(update, id, this.stored);
    else document.write(update, id, this.stored);
    if (step !== SYNC.step2 || this.met) return;
    this.met = true;
    for (const { bytes } of this.held.splice(0)) document.write(bytes, id, this.stored);
  }

  private readonly stored = () => {
    if (this.ws.readyState === this.ws.OPEN) this.send(storedFrame(this.name!, true));
  };

  /** What they wrote while they might still wait to be stored: answers go out in the order of the messages. */
  private deny() {
    const say = () => this.send(storedFrame(this.name!, false));
    if (this.joined) this.joined.document.inTurn(say);
    else say();
  }

  private hold(step: number, bytes: Uint8Array) {
    this.heldBytes += bytes.length + 100;
    if (this.heldBytes > MOST_HELD) throw new Error("it never said what it has");
    this.held.push({ step, bytes });
  }

  private caret(bytes: Uint8Array) {
    if (!this.keeper.seen) return;
    if (!this.joined) {
      this.heldCaret = bytes;
      return;
    }
    const { isTaken } = this.joined;
    const admitted = this.carets.admit(bytes, isTaken);
    if (admitted) this.pass(awarenessFrame(this.name!, admitted));
  }
}
