import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { KIND, readFrame, readSync, SYNC, syncFrame, tokenFrame } from "../../lib/collab/frames";
import { Wire } from "../../lib/collab/wire";

/** Where a document stands: ours or the bare one. */
export interface Place {
  url: string;
  documentId: string;
  cookieOf(nth: number): string;
}

const dial = ({ url, cookieOf }: Place, nth: number) => new WebSocket(url, { headers: { cookie: cookieOf(nth) }, perMessageDeflate: false });

/** The browser's own client around a document. */
export class Probe {
  readonly doc = new Y.Doc();
  readonly wire: Wire;
  private readonly text = new Y.XmlText();
  changed: () => void = () => undefined;

  constructor(
    private readonly place: Place,
    private readonly nth: number,
  ) {
    const awareness = new Awareness(this.doc);
    awareness.setLocalState(null);
    this.wire = new Wire(
      place.documentId,
      this.doc,
      awareness,
      {
        open: (on) => {
          const ws = dial(this.place, this.nth);
          ws.on("open", on.open);
          ws.on("message", (bytes) => on.message(bytes as Buffer));
          ws.on("close", on.close);
          ws.on("error", () => undefined);
          return { send: (bytes) => ws.send(bytes), close: () => ws.close() };
        },
        isOnline: () => true,
        later: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        isSignedIn: async () => null,
      },
      () => this.changed(),
    );
    this.doc.on("update", () => this.changed());
  }

  async open(): Promise<this> {
    this.wire.start();
    await this.until(() => this.wire.synced && this.wire.state === "online");
    return this;
  }

  /** A paragraph of its own, to type into. */
  begin() {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [this.text]);
    this.doc.getXmlFragment("default").push([paragraph]);
  }
  type(letters: string) {
    this.text.insert(this.text.length, letters);
  }

  async until(fits: () => boolean, within = 30_000): Promise<void> {
    const before = this.changed;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.place.url}: ${this.wire.state}, ${this.wire.acknowledged.unsent} not acknowledged`)), within);
      const look = () => {
        before();
        if (!fits()) return;
        clearTimeout(late);
        resolve();
      };
      this.changed = look;
      look();
    });
    this.changed = before;
  }
}

/** One of many who write beside: a letter every `every` ms into a paragraph of their own. They count what is acknowledged and read nothing. */
export class Other {
  sent = 0;
  acknowledged = 0;
  private readonly doc = new Y.Doc();
  private ws!: WebSocket;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly place: Place,
    private readonly nth: number,
  ) {}

  async open(): Promise<void> {
    const { documentId } = this.place;
    this.ws = dial(this.place, this.nth);
    const met = new Promise<void>((resolve, reject) => {
      this.ws.on("error", reject);
      this.ws.on("close", (code) => reject(new Error(`closed with ${code}`)));
      this.ws.on("message", (bytes: Buffer) => {
        // The kind stands after the name: looked at without reading the rest, for there is a flood of it.
        const kind = bytes[documentId.length + 1];
        if (kind === KIND.stored) this.acknowledged++;
        else if (kind === KIND.sync && bytes[documentId.length + 2] === SYNC.step1) {
          readSync(readFrame(bytes));
          this.send(SYNC.step2, Y.encodeStateAsUpdate(this.doc));
          resolve();
        }
      });
    });
    await new Promise((resolve) => this.ws.once("open", resolve));
    this.ws.send(tokenFrame(documentId, JSON.stringify({ schema: 1 })));
    this.ws.send(syncFrame(documentId, SYNC.step1, Y.encodeStateVector(this.doc)));
    await met;
  }

  start(every: number) {
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    this.doc.on("update", (update) => this.send(SYNC.update, update));
    this.doc.getXmlFragment("default").push([paragraph]);
    const write = () => {
      text.insert(text.length, "x");
      this.timer = setTimeout(write, every * (0.5 + Math.random()));
    };
    this.timer = setTimeout(write, Math.random() * every);
  }

  /** Answers how many of its messages were never acknowledged. */
  async stop(): Promise<number> {
    if (this.timer) clearTimeout(this.timer);
    for (let tries = 0; tries < 200 && this.acknowledged < this.sent; tries++) await wait(50);
    this.ws.removeAllListeners("close");
    this.ws.terminate();
    return this.sent - this.acknowledged;
  }

  private send(step: number, bytes: Uint8Array) {
    this.sent++;
    this.ws.send(syncFrame(this.place.documentId, step, bytes));
  }
}
