import * as Y from "yjs";
import { FRAGMENT } from "../documents/words";
import { assertFits, Unfit } from "./fits";
import { applyUpdates } from "./log";
import { MOST } from "./words";

/** Larger than this by its parts, a document is measured. */
const MEASURED_EACH = 500_000;

/** The document would be larger than one may be. */
export class Full extends Error {}

/**
 * A second document, ahead of the open one: what comes is tried here before it is stored, so that nothing that breaks reaches the log or
 * anyone else. It answers what the update really added, as Yjs itself writes it; that, and nothing that came from outside, is logged.
 */
export class Trial {
  private readonly doc = new Y.Doc();
  private readonly made: Uint8Array[] = [];
  private unfit: unknown = null;
  private bytes = 0;

  constructor(state: Uint8Array, ahead: readonly Uint8Array[] = []) {
    this.doc.getXmlFragment(FRAGMENT);
    this.follow([state, ...ahead]);
    this.bytes = state.length;
    this.doc.on("update", (update) => void this.made.push(update));
    this.doc.on("afterTransaction", (transaction) => {
      try {
        assertFits(transaction);
      } catch (error) {
        this.unfit ??= error;
      }
    });
  }

  /** What the update adds, or null where it adds nothing. Throws where it is no update, does not fit, or needs what is not there: then this trial is spent. */
  take(update: Uint8Array): Uint8Array | null {
    this.unfit = null;
    this.made.length = 0;
    Y.applyUpdate(this.doc, update);
    if (this.unfit) throw this.unfit;
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs || pendingDs) throw new Unfit("it follows on what is not here");
    const [first, ...more] = this.made;
    if (!first) return null;
    const added = more.length ? Y.mergeUpdates([first, ...more]) : first;
    this.measure(added.length);
    return added;
  }

  /** What others have stored: it was tried where it was written. */
  follow(updates: readonly Uint8Array[]) {
    applyUpdates(this.doc, updates);
    this.made.length = 0;
  }

  /** Sizes are added up, which counts too much; so the document is measured before it is called full. */
  private measure(added: number) {
    this.bytes += added;
    if (this.bytes <= MOST.document) return;
    const real = Y.encodeStateAsUpdate(this.doc).length;
    if (real > MOST.document) throw new Full("as large as a document may be");
    this.bytes = Math.max(real, MOST.document - MEASURED_EACH);
  }

  destroy() {
    this.doc.destroy();
  }
}
