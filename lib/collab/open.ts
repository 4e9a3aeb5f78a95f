import * as Y from "yjs";
import { log } from "../log";
import { appendUpdates, applyUpdates, storedOf, updatesAfter } from "./log";
import { Trial } from "./trial";

/** A trial is let go when nobody has written for so long: an open document that is only read is held once. */
const TRIAL_KEPT = 30_000;

interface Waiting {
  /** What is to be stored; null where everything in it was known already. */
  update: Uint8Array | null;
  personId: string | null;
  /** Called when it, and all before it, is stored. */
  stored(): void;
}

/** Hears what an open document does. */
export interface Ears {
  /** The log has come to this number by this process' own hand. */
  logged(documentId: string, seq: number): void;
  /** Something could not be stored: whoever has it open must come again, for what they were not told is stored may be lost. */
  failed(documentId: string): void;
}

/**
 * A document that somebody in this process has open. What is written stands in one queue: it is tried, stored, and only then applied to `doc`,
 * which tells everyone, and acknowledged. One append is under way at a time; what comes meanwhile goes with the next.
 */
export class OpenDocument {
  private trial: Trial | null = null;
  private letGo: NodeJS.Timeout | null = null;
  private queue: Waiting[] = [];
  private batch: Waiting[] = [];
  private pumping = false;
  private known: number;

  constructor(
    readonly id: string,
    private readonly doc: Y.Doc,
    /** The number of the newest update that is in `doc`; everything before it is, too. */
    private seq: number,
    private readonly ears: Ears,
  ) {
    this.known = seq;
  }

  get at() {
    return this.seq;
  }

  /** What a client has when it comes. Mostly all of it stands here, and then no second document is made to find that out. */
  meet(whole: Uint8Array, personId: string, stored: () => void): void {
    if (this.trial || this.pumping || !Y.snapshotContainsUpdate(Y.snapshot(this.doc), whole)) this.write(whole, personId, stored);
    else stored();
  }

  /** Throws where the update is not fit to be stored; nothing has happened then. */
  write(update: Uint8Array, personId: string, stored: () => void): void {
    let added: Uint8Array | null;
    try {
      added = this.tried().take(update);
    } catch (error) {
      this.spend();
      throw error;
    }
    this.queue.push({ update: added, personId, stored });
    this.pump();
  }

  /** Called when all before it is stored. */
  inTurn(stored: () => void): void {
    if (this.pumping) this.queue.push({ update: null, personId: null, stored });
    else stored();
  }

  /** Somebody else says how far the log has come. */
  advance(seq: number): void {
    this.known = Math.max(this.known, seq);
    this.pump();
  }

  close() {
    this.spend();
  }

  private tried(): Trial {
    this.letGo ??= setTimeout(() => this.rest(), TRIAL_KEPT).unref();
    const ahead = [...this.batch, ...this.queue].flatMap(({ update }) => update ?? []);
    return (this.trial ??= new Trial(Y.encodeStateAsUpdate(this.doc), ahead));
  }

  private rest() {
    this.letGo = null;
    if (this.pumping) this.letGo = setTimeout(() => this.rest(), TRIAL_KEPT).unref();
    else this.spend();
  }

  private spend() {
    if (this.letGo) clearTimeout(this.letGo);
    this.letGo = null;
    this.trial?.destroy();
    this.trial = null;
  }

  private pump() {
    if (!this.pumping && (this.queue.length > 0 || this.known > this.seq)) void this.run();
  }

  private async run() {
    this.pumping = true;
    try {
      while (this.queue.length > 0 || this.known > this.seq) {
        this.batch = this.queue.splice(0);
        const fresh = this.batch.filter((one): one is Waiting & { update: Uint8Array } => one.update !== null);
        if (fresh.length > 0) await this.store(fresh);
        else if (this.known > this.seq) await this.catchUp();
        for (const { stored } of this.batch.splice(0)) stored();
      }
    } catch (error) {
      this.fail(error as Error);
    } finally {
      this.pumping = false;
    }
  }

  private async store(fresh: readonly { update: Uint8Array; personId: string | null }[]) {
    const seq = await appendUpdates(this.id, fresh);
    // Another process wrote in between: its rows are read along with ours, which does no harm.
    if (seq - fresh.length !== this.seq) {
      this.known = Math.max(this.known, seq);
      await this.catchUp();
    } else {
      this.apply(fresh.map(({ update }) => update));
      this.seq = seq;
    }
    this.ears.logged(this.id, seq);
  }

  /** Reads what the log has after our number. Where rows are gone they are in the snapshot. */
  private async catchUp() {
    const rows = await updatesAfter(this.id, this.seq);
    const dense = rows[0]?.seq === this.seq + 1;
    if (dense) {
      this.follow(rows.map(({ update }) => update));
      this.seq = rows.at(-1)!.seq;
    } else {
      const { state, updates, seq } = await storedOf(this.id);
      if (seq > this.seq) this.follow([state, ...updates]);
      this.seq = Math.max(this.seq, seq);
    }
    // A number that no row bears was said by someone who is wrong.
    this.known = this.seq;
  }

  private follow(updates: readonly Uint8Array[]) {
    this.trial?.follow(updates);
    this.apply(updates);
  }

  /** One transaction, so that everyone is sent one message. */
  private apply(updates: readonly Uint8Array[]) {
    applyUpdates(this.doc, updates);
  }

  private fail(error: Error) {
    const waited = this.batch.length + this.queue.length;
    this.batch = [];
    this.queue = [];
    this.spend();
    // The poll beneath says again how far the log has come.
    this.known = this.seq;
    log.warn({ err: error.message, documentId: this.id, waited }, "a document could not be stored or read; its editors keep what they have and come again");
    this.ears.failed(this.id);
  }
}
