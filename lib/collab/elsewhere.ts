import type { Document } from "@hocuspocus/server";
import { applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import type { Notice } from "../live/bus";

/** So often at most, since a notice takes a lock of the whole database. */
const TOLD_EVERY = 150;
/** Clients say again every fifteen seconds where they are; whoever was not heard for so long is not there. */
const HEARD_WITHIN = 40_000;
const MOST_AT_ONCE = 10;
const MOST_BYTES = 5500;
const ORIGIN = "elsewhere";

/** Carets of one document between processes: told only while another process has it open, and never stored. */
export class Elsewhere {
  private readonly changed = new Set<number>();
  private timer: NodeJS.Timeout | null = null;
  private heardAt = 0;

  constructor(
    private readonly doc: Document,
    private readonly say: (notice: Notice) => void,
  ) {
    doc.awareness.on("update", ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>, origin: unknown) => {
      if (origin === ORIGIN || Date.now() - this.heardAt > HEARD_WITHIN) return;
      this.tell([...added, ...updated, ...removed]);
    });
    this.say(["carets", doc.name, ""]);
  }

  /** Empty: another process has just opened it and asks who is here. */
  heard(said: string) {
    const wasAlone = Date.now() - this.heardAt > HEARD_WITHIN;
    this.heardAt = Date.now();
    if (said === "" || wasAlone) this.tell([...this.doc.awareness.getStates().keys()]);
    if (said !== "") applyAwarenessUpdate(this.doc.awareness, Buffer.from(said, "base64"), ORIGIN);
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
  }

  private tell(clients: readonly number[]) {
    for (const client of clients) this.changed.add(client);
    this.timer ??= setTimeout(() => this.flush(), TOLD_EVERY);
  }

  private flush() {
    this.timer = null;
    const clients = [...this.changed].filter((client) => this.doc.awareness.meta.has(client));
    this.changed.clear();
    for (let at = 0; at < clients.length; at += MOST_AT_ONCE) this.sayOf(clients.slice(at, at + MOST_AT_ONCE));
  }

  private sayOf(clients: number[]) {
    const bytes = encodeAwarenessUpdate(this.doc.awareness, clients);
    if (bytes.length <= MOST_BYTES) this.say(["carets", this.doc.name, Buffer.from(bytes).toString("base64")]);
    else if (clients.length > 1) for (const client of clients) this.sayOf([client]);
  }
}
