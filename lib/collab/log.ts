import * as Y from "yjs";
import type { Change } from "../auth/change";
import { db } from "../db";
import { notFound } from "../errors";

/**
 * A document's log. An update is on disk before anyone is told of it. Numbers have no gap, and are committed in their order: an update raises
 * its document's number under that row's lock. So whoever holds `seq` knows exactly what they miss.
 */

export interface NewUpdate {
  update: Uint8Array;
  /** Whose hand; null for the app's own. */
  personId: string | null;
}
export interface LoggedUpdate extends NewUpdate {
  seq: number;
}

/** Appends in this order and answers the number of the last one. One round trip, and stored when it answers. */
export async function appendUpdates(documentId: string, updates: readonly NewUpdate[]): Promise<number> {
  const { rows } = await db().writes.query<{ seq: number }>({
    name: "document-append",
    text: `with head as (update document set seq = seq + cardinality($2::bytea[]) where id = $1 returning seq), put as (
        insert into document_update ("documentId", seq, update, "personId")
        select $1, head.seq - cardinality($2::bytea[]) + u.n, u.update, u.person
        from head, unnest($2::bytea[], $3::uuid[]) with ordinality as u(update, person, n))
      select seq from head`,
    values: [
      documentId,
      updates.map(({ update }) => Buffer.from(update.buffer, update.byteOffset, update.byteLength)),
      updates.map(({ personId }) => personId),
    ],
  });
  if (!rows[0]) throw notFound();
  return rows[0].seq;
}

/** What a process that has come to `after` lacks, in order. */
export async function updatesAfter(documentId: string, after: number): Promise<LoggedUpdate[]> {
  const { rows } = await db().reads.query<LoggedUpdate>({
    name: "document-after",
    text: `select seq, update, "personId" from document_update where "documentId" = $1 and seq > $2 order by seq`,
    values: [documentId, after],
  });
  return rows;
}

/** How far the logs of these documents have come. */
export async function seqsOf(documentIds: readonly string[]): Promise<[id: string, seq: number][]> {
  const { rows } = await db().reads.query<{ id: string; seq: number }>({
    name: "document-seqs",
    text: "select id, seq from document where id = any($1::uuid[])",
    values: [documentIds],
  });
  return rows.map(({ id, seq }) => [id, seq]);
}

export interface Stored {
  /** The number of the newest update that is in it. */
  seq: number;
  /** The state that the snapshot holds, and every update after it. One statement reads them, so that a fold in between loses nothing. */
  state: Uint8Array;
  updates: Uint8Array[];
}

export async function storedOf(documentId: string): Promise<Stored> {
  const { rows } = await db().reads.query<{ folded: number; state: Buffer; last: number | null; updates: Buffer[] | null }>({
    name: "document-stored",
    text: `select s.seq as folded, s.state, u.last, u.updates from document_snapshot s left join lateral (
        select max(seq) as last, array_agg(update order by seq) as updates from document_update where "documentId" = s."documentId" and seq > s.seq
      ) u on true where s."documentId" = $1`,
    values: [documentId],
  });
  const row = rows[0];
  if (!row) throw notFound();
  return { seq: row.last ?? row.folded, state: row.state, updates: row.updates ?? [] };
}

/** Applies them as one transaction of somebody else's, so that whoever listens is told once. */
export function applyUpdates(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  const each = () => {
    for (const update of updates) Y.applyUpdate(doc, update);
  };
  Y.transact(doc, each, null, false);
}

/** The document as it is stored. */
export async function loadDocument(documentId: string): Promise<{ doc: Y.Doc; seq: number }> {
  const { seq, state, updates } = await storedOf(documentId);
  const doc = new Y.Doc();
  applyUpdates(doc, [state, ...updates]);
  return { doc, seq };
}

/** What altering the text of a document adds to it, or null where nothing differed. */
export function addedBy(doc: Y.Doc, alter: (doc: Y.Doc) => void): Uint8Array | null {
  const before = Y.encodeStateVector(doc);
  let changed = false;
  doc.on("update", () => (changed = true));
  alter(doc);
  return changed ? Y.encodeStateAsUpdate(doc, before) : null;
}

/** Alters the text as a part of a change, beside whoever writes at the moment: its event and its words are stored together, or neither. */
export async function writeWithin(c: Change, documentId: string, personId: string, alter: (doc: Y.Doc) => void): Promise<void> {
  const { doc } = await loadDocument(documentId);
  const update = addedBy(doc, alter);
  if (update) await appendWithin(c, documentId, { update, personId });
}

/** Appends in the change's transaction; open documents hear of it after the commit. */
export async function appendWithin(c: Change, documentId: string, { update, personId }: NewUpdate): Promise<void> {
  const { seq } = await c.tx.document.update({ where: { id: documentId }, data: { seq: { increment: 1 } }, select: { seq: true } });
  await c.tx.documentUpdate.create({ data: { documentId, seq, update: new Uint8Array(update), personId }, select: { seq: true } });
  c.afterCommit(() => announceDocument(documentId, seq));
}

/** Where lib/collab puts its server when the process starts: modules exist twice in the process, so it is found by this one key. */
const home = globalThis as unknown as { candorCollab?: { logged(documentId: string, seq: number): void } };

/** Tells the open documents of this process and the others that the log has come to this number. The poll beneath finds what nobody told. */
export function announceDocument(documentId: string, seq: number): void {
  home.candorCollab?.logged(documentId, seq);
}
