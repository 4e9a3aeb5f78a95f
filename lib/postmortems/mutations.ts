import { type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { documentFromMarkdown } from "../documents/from-markdown";
import { checkDocument } from "../documents/projection";
import { templateDocument } from "../documents/template";
import { AppError, invalid } from "../errors";
import { settle } from "../inbox/writes";
import { findPostmortem, getPostmortem } from "./queries";
import type { NotRequired, Postmortem, StartPostmortem } from "./schema";
import { holdPostmortem, makePostmortem, writtenDocument } from "./writes";

/** A long text that is brought has thousands of rows for search. */
const LIMIT_MS = 20_000;

/** Begins the incident's post-mortem, with the template or with a text that is brought. There is one: beginning it twice is a conflict that shows the one that stands, unless none was required until now. */
export async function startPostmortem(ctx: Ctx, ref: string, { markdown }: StartPostmortem): Promise<Postmortem> {
  const brought = markdown?.trim() ? writtenDocument(checkDocument(documentFromMarkdown(markdown))) : null;
  const begin = async (c: Change) => {
    const { tx, incident } = c;
    const held = await tx.postmortem.findUnique({ where: { incidentId: incident.id }, select: { id: true, status: true } });
    if (held && held.status !== "not_required") throw new AppError("CONFLICT", "It was begun already.", { current: await findPostmortem(ctx, ref) });
    if (!held) {
      const made = brought ? await makePostmortem(c, ctx, brought, ctx.actor.id) : await makePostmortem(c, ctx, writtenDocument(templateDocument()), null);
      return c.made(made);
    }
    if (brought) throw invalid("markdown", "A text stands there already: begin it without one, then write");
    await tx.postmortem.update({
      where: { id: held.id },
      data: { status: "draft", reason: "", updatedAt: c.now, version: { increment: 1 } },
      select: { id: true },
    });
    c.record({ type: "postmortem.started", data: { postmortemId: held.id } });
    c.made(held.id);
  };
  await change(ctx, "postmortem.write", { incident: ref }, begin, brought ? { limitMs: LIMIT_MS } : {});
  return getPostmortem(ctx, ref);
}

/** Says that none is required, and why; also where none was begun. What was written stays, and beginning it takes this back. */
export async function requireNone(ctx: Ctx, ref: string, { reason }: NotRequired, ifMatch?: number): Promise<Postmortem> {
  await change(ctx, "postmortem.write", { incident: ref }, async (c) => {
    const begun = await c.tx.postmortem.count({ where: { incidentId: c.incident.id } });
    const id = begun ? (await holdPostmortem(c, ctx, "not_required", ifMatch)).id : await makePostmortem(c, ctx, writtenDocument(templateDocument()), null);
    await c.tx.postmortemReview.deleteMany({ where: { postmortemId: id } });
    await settle(c, "review");
    await c.tx.postmortem.update({
      where: { id },
      data: { status: "not_required", reason, updatedAt: c.now, version: { increment: 1 } },
      select: { id: true },
    });
    c.record({ type: "postmortem.not_required", data: { postmortemId: id } });
    c.made(id);
  });
  return getPostmortem(ctx, ref);
}
