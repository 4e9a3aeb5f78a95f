import * as Y from "yjs";
import { FRAGMENT } from "../documents/words";

type Vector = Map<number, number>;

/** What the server has said that it stored. Each message with text is answered once, in its order; what was on its way when a socket fell is not. */
export class Acknowledged {
  /** Up to where the server has each client's changes. */
  known: Vector = new Map();
  /** How many changes were made here, and up to which of them all are stored. */
  changes = 0;
  storedChanges = 0;
  private onItsWay: { changes: number; whole: Vector | null; clock: number }[] = [];
  private whole = false;

  constructor(private readonly doc: Y.Doc) {}

  /** How many changes the server has not said to have stored. */
  get unsent() {
    return this.changes - this.storedChanges;
  }

  /** From this browser's last visit: there was something that had not arrived. */
  remember(known: Vector, isUnsent: boolean) {
    this.known = known;
    const isAhead = [...Y.decodeStateVector(Y.encodeStateVector(this.doc))].some(([client, clock]) => clock > (known.get(client) ?? 0));
    if (isUnsent || isAhead) this.changes++;
  }

  made() {
    this.changes++;
  }

  /** What came from the server is stored there. */
  heard() {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.doc))) if (client !== this.doc.clientID) this.raise(client, clock);
  }

  /** The server said what it has. */
  begin(vector: Vector) {
    this.lost();
    for (const [client, clock] of vector) this.raise(client, clock);
  }

  sent(whole: boolean) {
    const vector = whole ? Y.decodeStateVector(Y.encodeStateVector(this.doc)) : null;
    this.onItsWay.push({ changes: this.changes, whole: vector, clock: Y.getState(this.doc.store, this.doc.clientID) });
  }

  stored(taken: boolean) {
    const message = this.onItsWay.shift();
    if (!message || !taken) return;
    if (message.whole) {
      this.whole = true;
      for (const [client, clock] of message.whole) this.raise(client, clock);
    }
    // Before the first answer only the message itself is stored, and not what was made before it.
    if (!this.whole) return;
    this.raise(this.doc.clientID, message.clock);
    this.storedChanges = message.changes;
  }

  lost() {
    this.onItsWay = [];
    this.whole = false;
  }

  /** What was written here and not stored, a line a block. */
  text(): string {
    const lines: string[] = [];
    const walk = (node: Y.XmlFragment | Y.XmlText) => {
      if (node instanceof Y.XmlText) {
        const line = this.lineOf(node);
        if (line.trim() !== "") lines.push(line);
      } else for (const child of node.toArray()) if (!(child instanceof Y.XmlHook)) walk(child as Y.XmlFragment | Y.XmlText);
    };
    walk(this.doc.getXmlFragment(FRAGMENT));
    return lines.join("\n");
  }

  private lineOf(text: Y.XmlText): string {
    let line = "";
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const from = Math.max(0, (this.known.get(item.id.client) ?? 0) - item.id.clock);
      line += item.content.str.slice(from);
    }
    return line;
  }

  private raise(client: number, clock: number) {
    if (clock > (this.known.get(client) ?? 0)) this.known.set(client, clock);
  }
}
