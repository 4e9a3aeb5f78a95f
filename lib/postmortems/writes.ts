import * as Y from "yjs";
import { type Change, expectVersion } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { projectionOf, stateOf } from "../documents/projection";
import type { DocNode, Projection } from "../documents/schema";
import { DOCUMENT_SCHEMA } from "../documents/words";
import { AppError, notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { newId } from "../ids";
import { refOf } from "../incidents/queries";
import { findPostmortem, writersSql } from "./queries";
import { type Act, type Reader, refusedAct, statusOf } from "./rules";
import { searchSections } from "./sections";
import type { PostmortemStatus, ReviewState } from "./words";

/** The incident is locked, and its post-mortem with it: every change of one goes through that lock. */

export interface HeldPostmortem {
  id: string;
  status: PostmortemStatus;
  publishedVersion: number | null;
  version: number;
  createdById: string;
  readers: Reader[];
}

interface Written extends Projection {
  state: Uint8Array;
}
/** A text as it is stored. A long one takes its time, so that nobody's lock is held meanwhile. */
export function writtenDocument(text: DocNode): Written {
  const state = stateOf(text);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return { state, ...projectionOf(doc) };
}

/** Writes the row, its document and the first snapshot. `authorId`: whose text it is; null for the template. */
export async function makePostmortem(c: Change, ctx: Ctx, text: Written, authorId: string | null): Promise<string> {
  const { tx, incident, now } = c;
  const id = newId(now.getTime());
  const { state, json, markdown, words, sections } = text;
  await tx.postmortem.create({ data: { id, incidentId: incident.id, createdById: ctx.actor.id, createdAt: now, updatedAt: now }, select: { id: true } });
  await tx.document.create({ data: { id }, select: { id: true } });
  await tx.documentSnapshot.create({
    data: { documentId: id, seq: 0, state: new Uint8Array(state), json: json as object, markdown, words, schema: DOCUMENT_SCHEMA, at: now },
    select: { documentId: true },
  });
  if (authorId) await tx.postmortemAuthor.create({ data: { postmortemId: id, personId: authorId, firstAt: now, lastAt: now }, select: { personId: true } });
  await searchSections(tx, { postmortemId: id, incidentId: incident.id, from: "draft", at: now }, sections);
  c.record({ type: "postmortem.started", data: { postmortemId: id } });
  return id;
}

/** The incident's post-mortem as it stands. NOT_FOUND where none was begun, CONFLICT where the act is refused or the version is another. */
export async function holdPostmortem(c: Change, ctx: Ctx, act: Act, ifMatch?: number): Promise<HeldPostmortem> {
  const ref = refOf(c.incident.number);
  const row = await c.tx.postmortem.findUnique({
    where: { incidentId: c.incident.id },
    select: {
      id: true,
      status: true,
      publishedVersion: true,
      version: true,
      createdById: true,
      reviews: { select: { personId: true, state: true, teamId: true, askedById: true }, orderBy: { askedAt: "asc" } },
    },
  });
  if (!row) throw notFound("No post-mortem was begun for this incident.");
  const { reviews, ...held } = row;
  const standing = { ...held, status: held.status as PostmortemStatus };
  await expectVersion(ifMatch, row.version, () => findPostmortem(ctx, ref));
  const why = refusedAct(act, standing);
  if (why) throw new AppError("CONFLICT", why, { current: await findPostmortem(ctx, ref) });
  return { ...standing, readers: reviews.map((reader) => ({ ...reader, state: reader.state as ReviewState })) };
}

/** The status that follows from what its readers say now. */
export async function settleStatus(c: Change, { id, publishedVersion }: HeldPostmortem): Promise<void> {
  const reviews = await c.tx.postmortemReview.findMany({ where: { postmortemId: id }, select: { state: true } });
  const status = statusOf(
    reviews.map(({ state }) => state as ReviewState),
    publishedVersion,
  );
  await c.tx.postmortem.update({ where: { id }, data: { status, updatedAt: c.now, version: { increment: 1 } }, select: { id: true } });
}

/** Who wrote in it, whoever began first. */
export async function authorsOf(c: Change, postmortemId: string): Promise<string[]> {
  const writers = writersSql(Prisma.sql`${postmortemId}::uuid`);
  const rows = await c.tx.$queryRaw<{ id: string }[]>`select a."personId" as id from (${writers}) a order by a.at, a."personId"`;
  return rows.map(({ id }) => id);
}
