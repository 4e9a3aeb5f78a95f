import { useSyncExternalStore } from "react";
import { IndexeddbPersistence, storeState } from "y-indexeddb";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { browserWorld } from "../live/browser";
import { dropDocument, isMarkedUnsent, keepDocument, keepLast, keptLast, markDocument } from "./kept";
import { type DocumentWorld, Wire, type WireState } from "./wire";

export interface DocumentState {
  connection: WireState;
  readOnly: boolean;
  /** Changes that the server has not said to have stored. */
  unsent: number;
  /** There is a text to show: from this browser or from the server. */
  ready: boolean;
}

const KNOWN = "known";
const REMEMBERED_AFTER = 500;
/** What others deleted, or what was redacted, leaves this browser's store as well: it is written anew, without what is gone. */
const TIDIED_AFTER = 20_000;

const browser = (): DocumentWorld => browserWorld("/collab", (data) => new Uint8Array(data as ArrayBuffer));

/**
 * A document that is open in this tab: held in the browser, so that it opens without a network and nothing typed is lost, and joined with
 * everyone else's. Destroy it when its page goes.
 */
export class DocumentConnection {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  private readonly listeners = new Set<() => void>();
  private readonly name: string;
  private readonly wire: Wire;
  private readonly kept: IndexeddbPersistence | null;
  private held: DocumentState;
  private loaded = false;
  /** `keepLast` holds something of this document. */
  private hasLast = false;
  private remembering: ReturnType<typeof setTimeout> | null = null;
  private tidying: ReturnType<typeof setTimeout> | null = null;
  private readonly deleted = ({ deleteSet, origin }: Y.Transaction) => {
    if (origin === this.wire && deleteSet.clients.size > 0) this.tidying ??= setTimeout(() => this.tidy(), TIDIED_AFTER);
  };
  private readonly wake = () => document.visibilityState === "visible" && this.wire.wake();
  private readonly sleep = () => this.wire.sleep();
  private readonly hide = () => {
    this.remember();
    this.keepLast();
  };

  constructor({ documentId, me, world = browser() }: { documentId: string; me: { id: string; name: string }; world?: DocumentWorld }) {
    this.name = keepDocument(me.id, documentId);
    this.awareness.setLocalState({ user: { id: me.id, name: me.name } });
    this.wire = new Wire(documentId, this.doc, this.awareness, world, () => this.changed());
    this.held = this.look();
    this.kept = "indexedDB" in globalThis ? new IndexeddbPersistence(this.name, this.doc) : null;
    this.doc.on("afterTransaction", this.deleted);
    void this.open();
    addEventListener("online", this.wake);
    addEventListener("offline", this.sleep);
    addEventListener("pageshow", this.wake);
    addEventListener("pagehide", this.hide);
    document.addEventListener("visibilitychange", this.wake);
  }

  get state(): DocumentState {
    return this.held;
  }

  /** Called before what others wrote is laid into the text. */
  set beforeTheirs(call: (() => void) | null) {
    this.wire.beforeTheirs = call;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What was written here and is not stored, as plain text: for copying. */
  unsentText(): string {
    return this.wire.acknowledged.unsent > 0 ? this.wire.acknowledged.text() : "";
  }

  destroy() {
    removeEventListener("online", this.wake);
    removeEventListener("offline", this.sleep);
    removeEventListener("pageshow", this.wake);
    removeEventListener("pagehide", this.hide);
    document.removeEventListener("visibilitychange", this.wake);
    this.hide();
    if (this.tidying) clearTimeout(this.tidying);
    this.wire.stop();
    this.awareness.destroy();
    void this.kept?.destroy().catch(() => undefined);
    this.doc.destroy();
    this.listeners.clear();
  }

  /** What the browser holds is read before anything is sent, so that the first message says everything. */
  private async open() {
    try {
      // Asked first: it fails where a browser opens no database, and `whenSynced` waits for ever there.
      const known = await (this.kept?.get(KNOWN) as Promise<ArrayBuffer | undefined> | undefined);
      await this.kept?.whenSynced;
      this.bringLast();
      this.wire.acknowledged.remember(known ? Y.decodeStateVector(new Uint8Array(known)) : new Map(), isMarkedUnsent(this.name));
    } catch {
      // A browser that keeps nothing still writes with everyone.
    }
    this.loaded = this.doc.share.size > 0 && this.doc.store.clients.size > 0;
    this.wire.start();
    this.changed();
  }

  private changed() {
    const next = this.look();
    if (next.connection === "gone" && this.held.connection !== "gone") {
      // No longer theirs to see: nothing of it stays, but what they typed is still in this tab.
      void this.kept?.destroy().catch(() => undefined);
      dropDocument(this.name);
    }
    if (SAME.every((key) => next[key] === this.held[key])) return;
    // Said at once, for whoever signs out in this moment: only what has wholly arrived may be forgotten.
    if (next.unsent > 0 && this.held.unsent === 0 && next.connection !== "gone") markDocument(this.name, true);
    this.held = next;
    if (!this.remembering) this.remembering = setTimeout(() => this.remember(), REMEMBERED_AFTER);
    for (const listener of [...this.listeners]) listener();
  }

  private look(): DocumentState {
    const { state, readOnly, synced, acknowledged } = this.wire;
    return { connection: state, readOnly, unsent: acknowledged.unsent, ready: this.loaded || synced };
  }

  private tidy() {
    this.tidying = null;
    if (this.kept?.db && this.held.connection !== "gone") void storeState(this.kept).catch(() => undefined);
  }

  /** The page goes: the browser's database may not have come to the last letter. */
  private keepLast() {
    const { unsent, known } = this.wire.acknowledged;
    if (unsent === 0 || this.held.connection === "gone") return;
    keepLast(this.name, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(known)));
    this.hasLast = true;
  }

  private bringLast() {
    const last = keptLast(this.name);
    if (!last) return;
    this.hasLast = true;
    try {
      Y.applyUpdate(this.doc, last);
    } catch {
      // It was cut off while it was written; what the database has stays.
    }
  }

  private remember() {
    if (this.remembering) clearTimeout(this.remembering);
    this.remembering = null;
    if (this.held.connection === "gone") return;
    markDocument(this.name, this.held.unsent > 0);
    if (this.held.unsent === 0 && this.hasLast) {
      keepLast(this.name, null);
      this.hasLast = false;
    }
    const { known } = this.wire.acknowledged;
    if (this.kept?.db) void this.kept.set(KNOWN, Y.encodeStateVector(known).slice().buffer).catch(() => undefined);
  }
}

const SAME = ["connection", "readOnly", "unsent", "ready"] as const;

export const useDocumentState = (connection: DocumentConnection): DocumentState =>
  useSyncExternalStore(
    connection.subscribe,
    () => connection.state,
    () => connection.state,
  );
