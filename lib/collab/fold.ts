import * as Y from "yjs";
import type { Tx } from "../auth/change";
import { db } from "../db";
import { projectionOf } from "../documents/projection";
import type { DocNode, Projection } from "../documents/schema";
import { sectionsOf } from "../documents/text";
import { DOCUMENT_SCHEMA } from "../documents/words";
import { notFound } from "../errors";
import { log } from "../log";
import { searchSections } from "../postmortems/sections";
import { applyUpdates, loadDocument } from "./log";

/**
 * The log becomes a snapshot and what is read of it. The incident's row is locked first, as every change does, then the snapshot; exactly the
 * rows that were read are deleted, and those that are appended meanwhile have higher numbers.
 */

/** The largest document takes some seconds. */
const LIMIT_MS = 15_000;

const HELD = { seq: true, state: true, json: true, markdown: true, words: true, schema: true, postmortem: { select: { incidentId: true } } } as const;

/** The snapshot under its lock, and every update that the log holds. */
export async function holdDocument(tx: Tx, documentId: string) {
  await tx.$queryRaw`select 1 from document_snapshot where "documentId" = ${documentId}::uuid for no key update`;
  const held = await tx.documentSnapshot.findUnique({ where: { documentId }, select: HELD });
  if (!held) throw notFound();
  const rows = await tx.$queryRaw<{ seq: number; update: Uint8Array }[]>`
    select seq, update from document_update where "documentId" = ${documentId}::uuid order by seq`;
  const { postmortem, ...snapshot } = held;
  return { ...snapshot, incidentId: postmortem.incidentId, last: rows.at(-1)?.seq ?? held.seq, updates: rows.map(({ update }) => update) };
}

/** The document of these bytes, without what was deleted. */
export function docOf(state: Uint8Array, updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applyUpdates(doc, [state, ...updates]);
  return doc;
}

/** Writes what the document is at this number, keeps who wrote, and lets go of the log up to there. */
export async function writeSnapshot(tx: Tx, { id, incidentId, seq, doc }: { id: string; incidentId: string; seq: number; doc: Y.Doc }): Promise<Projection> {
  const { json, markdown, words, sections } = projectionOf(doc);
  const state = Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>;
  const at = new Date();
  await tx.documentSnapshot.update({
    where: { documentId: id },
    data: { seq, state, json: json as object, markdown, words, schema: DOCUMENT_SCHEMA, at },
    select: { seq: true },
  });
  await tx.$executeRaw`
    with gone as (delete from document_update where "documentId" = ${id}::uuid and seq <= ${seq} returning "personId", at)
    insert into postmortem_author ("postmortemId", "personId", "firstAt", "lastAt")
    select ${id}::uuid, "personId", min(at), max(at) from gone where "personId" is not null group by "personId"
    on conflict ("postmortemId", "personId") do update set "lastAt" = greatest(postmortem_author."lastAt", excluded."lastAt")`;
  await searchSections(tx, { postmortemId: id, incidentId, from: "draft", at }, sections);
  return { json, markdown, words, sections };
}

/** In a transaction that holds the incident's lock. What is written while it runs is not in it. */
export async function foldDocument(tx: Tx, documentId: string): Promise<Projection> {
  const held = await holdDocument(tx, documentId);
  if (held.updates.length === 0 && isRead(held)) return stored(held);
  const doc = docOf(held.state, held.updates);
  return writeSnapshot(tx, { id: documentId, incidentId: held.incidentId, seq: held.last, doc });
}

/** By itself, for what nobody waits for. Busy: the incident is being written, and a little later will do. */
export async function foldQuietly(documentId: string): Promise<"folded" | "busy" | "failed"> {
  try {
    return await db().writer.$transaction(
      async (tx) => {
        const locked = await tx.$queryRaw<unknown[]>`
          select 1 from incident where id = (select "incidentId" from postmortem where id = ${documentId}::uuid) for no key update skip locked`;
        if (locked.length === 0) return "busy";
        await foldDocument(tx, documentId);
        return "folded";
      },
      { timeout: LIMIT_MS },
    );
  } catch (error) {
    log.warn({ err: (error as Error).message, documentId }, "a document could not be folded; its log keeps everything until it can");
    return "failed";
  }
}

/** Documents whose log has lain for a while: of a process that ended, or written by the app where nobody has them open. */
export async function unfolded(olderThanMs: number, most = 20): Promise<string[]> {
  const { rows } = await db().reads.query<{ id: string }>(
    `select "documentId" as id from document_update group by 1 having max(at) < now() - $1 * interval '1 millisecond' order by max(at) limit $2`,
    [olderThanMs, most],
  );
  return rows.map(({ id }) => id);
}

/** What is read of the document as it stands: as it was folded, or made in memory where something waits to be. */
export async function readProjection(documentId: string): Promise<Projection> {
  const { rows } = await db().reads.query<Parameters<typeof stored>[0]>({
    name: "document-projection",
    text: `select seq, json, markdown, words, schema from document_snapshot s where s."documentId" = $1
      and not exists (select 1 from document_update u where u."documentId" = s."documentId" and u.seq > s.seq)`,
    values: [documentId],
  });
  if (rows[0] && isRead(rows[0])) return stored(rows[0]);
  const { doc } = await loadDocument(documentId);
  return projectionOf(doc);
}

/** The first snapshot has a state and nothing that was read of it. */
const isRead = ({ markdown, schema }: { markdown: string; schema: number }) => schema === DOCUMENT_SCHEMA && markdown !== "";

function stored({ json, markdown, words }: { json: unknown; markdown: string; words: number; schema: number }): Projection {
  return { json: json as DocNode, markdown, words, sections: sectionsOf(json as DocNode) };
}
