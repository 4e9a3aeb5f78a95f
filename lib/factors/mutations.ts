import { type Change, change, expectVersion, Repeated } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { invalid, notFound } from "../errors";
import { identity } from "../events/writes";
import { tellFactor } from "../search/factors";
import { expectGroup, tagNamed } from "../tags/writes";
import { isId } from "../timeline/queries";
import { getFactor } from "./queries";
import type { AddFactor, Evidence, Factor, UpdateFactor } from "./schema";
import { combine, expectEvidence, expectOthers, factorsHeld, loosen, place, tie } from "./writes";

const MOST = 100;

/**
 * Adds a factor, at the end where no order is said. Those that it combines with combine with it from then on. With the id of one that was
 * taken out it is that one again: the action items that were made from it are tied to it once more.
 */
export async function addFactor(ctx: Ctx, ref: string, input: AddFactor): Promise<Factor> {
  try {
    return await getFactor(ctx, ref, await change(ctx, "factor.write", { incident: ref }, (c) => add(c, ctx, input)));
  } catch (error) {
    if (error instanceof Repeated && !ctx.idempotency) return getFactor(ctx, ref, error.id);
    throw error;
  }
}

async function add(c: Change, ctx: Ctx, input: AddFactor): Promise<string> {
  const { id: made, version, again } = await identity(c, "factorId", input.id);
  const held = await factorsHeld(c);
  if (held.length >= MOST) throw invalid("", `At most ${MOST} factors: take the ones together that say the same`);
  const tag = await tagNamed(c, input.tag);
  if (tag.archivedAt && !again) throw invalid("tag", "This tag is archived; take another");
  expectGroup(tag, input.group);
  await expectEvidence(c, input.evidence, { once: again });
  const others = expectOthers(held, input.combinesWith);
  await c.tx.factor.create({
    data: {
      id: made,
      incidentId: c.incident.id,
      group: tag.group,
      tagId: tag.id,
      role: input.role ?? "enabled",
      why: input.why ?? "",
      evidence: (input.evidence ?? []) as object[],
      order: held.length,
      addedById: ctx.actor.id,
      addedAt: c.now,
      version,
    },
    select: { id: true },
  });
  c.record({ type: "factor.added", data: { factorId: made } });
  if (input.order !== undefined) await place(c, [...held, { id: made, order: held.length }], made, input.order);
  await combine(c, made, others);
  if (again) await tie(c, made);
  tellFactor(c, { id: made, tag: tag.label, why: input.why ?? "", at: c.now });
  c.made(made);
  return made;
}

/** Corrects a factor. `combinesWith` is the whole set; `order` is the place among all, and the others make room. */
export async function updateFactor(ctx: Ctx, ref: string, id: string, input: UpdateFactor, ifMatch?: number): Promise<Factor> {
  if (!isId(id)) throw notFound();
  await change(ctx, "factor.write", { incident: ref }, async (c) => {
    const row = await lockedFactor(c, id);
    await expectVersion(ifMatch, row.version, () => getFactor(ctx, ref, id));
    const fields = Object.keys(input).filter((field) => input[field as keyof UpdateFactor] !== undefined);
    if (fields.length === 0) throw invalid("", "Say what to change");
    const tag = await tagNamed(c, input.tag ?? row.tag);
    if (tag.archivedAt && tag.id !== row.tagId) throw invalid("tag", "This tag is archived; take another");
    expectGroup(tag, input.group);
    await expectEvidence(c, input.evidence, { before: row.evidence });
    const held = await factorsHeld(c);
    const others = input.combinesWith && expectOthers(held, input.combinesWith, row.id);
    const { role, why, evidence } = input;
    await c.tx.factor.update({
      where: { id: row.id },
      data: {
        group: tag.group,
        tagId: tag.id,
        ...(role === undefined ? {} : { role }),
        ...(why === undefined ? {} : { why }),
        ...(evidence === undefined ? {} : { evidence: evidence as object[] }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    c.record({ type: "factor.updated", data: { factorId: row.id, fields } });
    if (others) await combine(c, row.id, others);
    if (input.order !== undefined) await place(c, held, row.id, input.order);
    tellFactor(c, { id: row.id, tag: tag.label, why: why ?? row.why, at: row.addedAt });
  });
  return getFactor(ctx, ref, id);
}

/** Takes a factor out of the list and out of what the others combine with. Action items that were made from it stay. */
export async function removeFactor(ctx: Ctx, ref: string, id: string, ifMatch?: number): Promise<void> {
  if (!isId(id)) throw notFound();
  await change(ctx, "factor.write", { incident: ref }, async (c) => {
    const row = await lockedFactor(c, id);
    await expectVersion(ifMatch, row.version, () => getFactor(ctx, ref, id));
    await combine(c, row.id, []);
    await loosen(c, row.id);
    await c.tx.factor.delete({ where: { id: row.id }, select: { id: true } });
    c.record({ type: "factor.removed", data: { factorId: row.id } });
    c.search({ drop: true, kind: "factor", sourceId: row.id, incidentId: c.incident.id });
  });
}

interface Held {
  id: string;
  tagId: string;
  tag: string;
  why: string;
  evidence: Evidence[];
  addedAt: Date;
  version: number;
}

async function lockedFactor(c: Change, id: string): Promise<Held> {
  const [row] = await c.tx.$queryRaw<Held[]>`
    select f.id, f."tagId", t.label as tag, f.why, f.evidence, f."addedAt", f.version from factor f join factor_tag t on t.id = f."tagId"
    where f.id = ${id}::uuid and f."incidentId" = ${c.incident.id}::uuid`;
  if (!row) throw notFound();
  return row;
}
