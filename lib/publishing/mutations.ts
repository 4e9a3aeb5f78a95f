import { change, type Tx } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { blocksOf } from "../blocks/queries";
import { foldDocument } from "../collab/fold";
import { writeWithin } from "../collab/log";
import { replaceText } from "../documents/projection";
import type { DocNode } from "../documents/schema";
import { AppError, invalid, notFound } from "../errors";
import { settle, tell } from "../inbox/writes";
import { findPostmortem, getPostmortem } from "../postmortems/queries";
import type { Postmortem, PublishPostmortem } from "../postmortems/schema";
import { searchSections } from "../postmortems/sections";
import { authorsOf, holdPostmortem } from "../postmortems/writes";
import { frozenReviews, markdownWith, sameWords, withoutQuestions } from "./writes";

/** Freezing reads the whole document and the rows of its blocks under the incident's lock. */
const LIMIT_MS = 20_000;

/**
 * Freezes the draft as the next version: its document, the rows of its live blocks, who wrote, who read it. Whoever wrote is thanked.
 * Without an approval it goes out all the same, and says so. What is written from here on is the draft of the version after it.
 */
export async function publishPostmortem(ctx: Ctx, ref: string, input: PublishPostmortem, ifMatch?: number): Promise<Postmortem> {
  await change(
    ctx,
    "postmortem.publish",
    { incident: ref },
    async (c) => {
      const { tx, now } = c;
      const held = await holdPostmortem(c, ctx, "publish", ifMatch);
      const { json: draft, words, sections } = await foldDocument(tx, held.id);
      const json = withoutQuestions(draft);
      if (words === 0) throw invalid("document", "Nothing is written in it yet. Write at least its summary, then publish it.");
      const last = held.publishedVersion === null ? null : await lastVersion(c.tx, held.id, held.publishedVersion);
      const { title: titled } = await tx.incident.findUniqueOrThrow({ where: { id: c.incident.id }, select: { title: true } });
      const title = input.title ?? last?.title ?? titled;
      const zone = input.zone ?? (await tx.person.findUniqueOrThrow({ where: { id: ctx.actor.id }, select: { zone: true } })).zone ?? last?.zone ?? "UTC";
      const blocks = await blocksOf(ctx, ref, json);
      const markdown = markdownWith(json, blocks, zone);
      if (last && sameWords(last, { title, zone, markdown, json }))
        throw new AppError("CONFLICT", `Nothing differs from version ${held.publishedVersion}, so there is nothing to publish.`, {
          current: await findPostmortem(ctx, ref),
        });
      const n = (held.publishedVersion ?? 0) + 1;
      const authorIds = await authorsOf(c, held.id);
      await tx.postmortemVersion.create({
        data: {
          postmortemId: held.id,
          n,
          title,
          json: json as object,
          blocks: blocks as object,
          markdown,
          words,
          zone,
          authorIds,
          reviews: await frozenReviews(c, held.id),
          note: input.note ?? "",
          publishedById: ctx.actor.id,
          publishedAt: now,
        },
        select: { n: true },
      });
      await searchSections(tx, { postmortemId: held.id, incidentId: c.incident.id, from: "version", at: now, title }, sections);
      // What was said of this draft stands with its version; the next one is read anew.
      await tx.postmortemReview.deleteMany({ where: { postmortemId: held.id } });
      await settle(c, "review");
      await settle(c, "reviewed");
      await tx.postmortem.update({
        where: { id: held.id },
        data: { status: "published", publishedVersion: n, publishedAt: now, updatedAt: now, version: { increment: 1 } },
        select: { id: true },
      });
      c.record({ type: "postmortem.published", data: { postmortemId: held.id, version: n } });
      await tell(
        c,
        ctx,
        authorIds.map((personId) => ({ personId, kind: "thanks" as const })),
      );
      c.made(held.id);
    },
    { limitMs: LIMIT_MS },
  );
  return getPostmortem(ctx, ref);
}

const lastVersion = (tx: Tx, postmortemId: string, n: number) =>
  tx.postmortemVersion.findUnique({
    where: { postmortemId_n: { postmortemId, n } },
    select: { title: true, zone: true, markdown: true, json: true },
  });

/** Makes the draft read as a published version did. It is written into the document as an edit of the caller's: whoever writes at the moment keeps their place. */
export async function restoreVersion(ctx: Ctx, ref: string, n: number, ifMatch?: number): Promise<Postmortem> {
  await change(
    ctx,
    "postmortem.write",
    { incident: ref },
    async (c) => {
      const held = await holdPostmortem(c, ctx, "restore", ifMatch);
      const version = await c.tx.postmortemVersion.findUnique({ where: { postmortemId_n: { postmortemId: held.id, n } }, select: { json: true } });
      if (!version) throw notFound(`There is no version ${n} of this post-mortem.`);
      await writeWithin(c, held.id, ctx.actor.id, (doc) => replaceText(doc, version.json as unknown as DocNode));
      await c.tx.postmortem.update({ where: { id: held.id }, data: { updatedAt: c.now, version: { increment: 1 } }, select: { id: true } });
      c.record({ type: "postmortem.restored", data: { postmortemId: held.id, version: n } });
      c.made(held.id);
    },
    { limitMs: LIMIT_MS },
  );
  return getPostmortem(ctx, ref);
}
