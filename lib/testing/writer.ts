import { WebSocket } from "ws";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type DocumentWorld, Wire } from "../collab/wire";
import { FRAGMENT } from "../documents/words";

type Headers = Record<string, string>;

const worldOf = (url: () => string, headers: Headers): DocumentWorld => ({
  open(on) {
    const ws = new WebSocket(url(), { headers });
    ws.on("open", () => on.open());
    ws.on("message", (bytes) => on.message(new Uint8Array(bytes as Buffer)));
    ws.on("error", () => undefined);
    ws.on("close", (code) => on.close(code));
    return { send: (bytes) => ws.readyState === ws.OPEN && ws.send(bytes), close: () => (ws.readyState === ws.CONNECTING ? ws.terminate() : ws.close()) };
  },
  isOnline: () => true,
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  isSignedIn: async () => null,
});

/** A browser that has the document open, as lib/collab/client.ts does, without what only a browser has. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly wire: Wire;
  private looks: (() => void)[] = [];

  constructor(url: string | (() => string), documentId: string, headers: Headers, me: { id: string; name: string } = { id: "", name: "" }) {
    this.awareness.setLocalState({ user: { id: me.id, name: me.name } });
    this.wire = new Wire(documentId, this.doc, this.awareness, worldOf(typeof url === "string" ? () => url : url, headers), () => this.look());
    this.doc.on("update", () => this.look());
    this.awareness.on("change", () => this.look());
    this.wire.start();
  }

  /** Joined and told of everything. */
  static async open(...args: ConstructorParameters<typeof Writer>): Promise<Writer> {
    const writer = new Writer(...args);
    await writer.until(() => writer.wire.synced && writer.wire.state === "online" && (writer.wire.readOnly || writer.wire.acknowledged.unsent === 0));
    return writer;
  }

  get fragment() {
    return this.doc.getXmlFragment(FRAGMENT);
  }
  get text() {
    return this.fragment.toString();
  }

  /** A paragraph of its own at the end. */
  write(text: string): this {
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(text)]);
      this.fragment.insert(this.fragment.length, [paragraph]);
    });
    return this;
  }

  /** Waits for what a change of the document, of a caret or of the connection brings. */
  async until(fits: () => boolean, within = 15_000): Promise<void> {
    const late = Date.now() + within;
    while (!fits()) {
      const left = late - Date.now();
      if (left <= 0) throw new Error(`never came; ${this.wire.state}, ${this.wire.acknowledged.unsent} unsent, has ${this.text.slice(-300)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.looks.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  stored = () => this.until(() => this.wire.state === "online" && this.wire.acknowledged.unsent === 0);
  sees = (text: string) => this.until(() => this.text.includes(text));

  close() {
    this.wire.stop();
    this.awareness.destroy();
    this.doc.destroy();
  }

  private look() {
    for (const look of this.looks.splice(0)) look();
  }
}
