import type { Document } from "@hocuspocus/server";
import { FRAGMENT } from "../documents/words";
import type { Documents as Heard, Hub } from "../live/hub";
import { log } from "../log";
import { Elsewhere } from "./elsewhere";
import { applyUpdates, seqsOf, storedOf } from "./log";
import { type Ears, OpenDocument } from "./open";

interface Held {
  open: OpenDocument;
  doc: Document;
  elsewhere: Elsewhere;
}

/** The documents that are open in this process, and what others say of them. */
export class Documents implements Heard {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly hub: Hub,
    private readonly ears: Ears,
  ) {
    hub.documents = this;
  }

  /** Fills the empty document from what is stored. */
  async load(doc: Document): Promise<void> {
    const { state, updates, seq } = await storedOf(doc.name);
    doc.getXmlFragment(FRAGMENT);
    applyUpdates(doc, [state, ...updates]);
    const open = new OpenDocument(doc.name, doc, seq, {
      logged: (id, at) => {
        // A document that was let go while it was being stored may have been opened anew.
        this.logged(id, at);
        this.ears.logged(id, at);
      },
      failed: (id) => this.ears.failed(id),
    });
    this.held.set(doc.name, { open, doc, elsewhere: new Elsewhere(doc, (notice) => this.hub.tell(notice)) });
  }

  of(id: string): OpenDocument | undefined {
    return this.held.get(id)?.open;
  }

  /** Hocuspocus let it go; where it has been opened anew, that one stays. */
  closed(id: string) {
    const held = this.held.get(id);
    if (!held?.doc.isDestroyed) return;
    this.held.delete(id);
    held.open.close();
    held.elsewhere.stop();
  }

  /** The log has come to this number: told by the app itself in this process. */
  logged(id: string, seq: number) {
    this.held.get(id)?.open.advance(seq);
    this.hub.tell(["document", id, seq]);
  }

  heard([about, id, said]: Parameters<Heard["heard"]>[0]) {
    const held = this.held.get(id as string);
    if (about === "document") held?.open.advance(said as number);
    else held?.elsewhere.heard(said as string);
  }

  /** The net beneath: what no notice brought is found here. */
  async look() {
    if (this.held.size === 0) return;
    try {
      for (const [id, seq] of await seqsOf([...this.held.keys()])) this.held.get(id)?.open.advance(seq);
    } catch (error) {
      log.warn({ err: (error as Error).message }, "the numbers of open documents could not be read");
    }
  }

  get size() {
    return this.held.size;
  }
}
