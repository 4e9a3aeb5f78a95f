import { type Change, change, expectVersion, type Tx } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { isUniqueViolation } from "../db";
import { invalid, notFound } from "../errors";
import { enqueue } from "../jobs/enqueue";
import { getTag } from "./queries";
import type { AddFactorTag, FactorTag, UpdateFactorTag } from "./schema";

const MOST = 1000;

export async function addTag(ctx: Ctx, input: AddFactorTag): Promise<FactorTag> {
  const id = await taken(() =>
    change(ctx, "tag.write", {}, async (c) => {
      await assertFree(c.tx, input.label);
      if ((await c.tx.factorTag.count()) >= MOST) throw invalid("label", `At most ${MOST} tags; rename one that nobody needs`);
      const tag = await c.tx.factorTag.create({ data: input, select: { id: true } });
      c.record({ type: "factor_tag.added", data: { tagId: tag.id } });
      c.made(tag.id);
      return tag.id;
    }),
  );
  return getTag(ctx, id);
}

/** `archived: false` takes an archived one back. What it names follows a new label, in search within a moment. */
export async function updateTag(ctx: Ctx, id: string | undefined, input: UpdateFactorTag, ifMatch?: number): Promise<FactorTag> {
  await getTag(ctx, id);
  await taken(() =>
    change(ctx, "tag.write", {}, async (c) => {
      const tag = await locked(c, ctx, id!, ifMatch);
      const fields = Object.keys(input).filter((field) => input[field as keyof UpdateFactorTag] !== undefined);
      if (fields.length === 0) throw invalid("", "Say what to change");
      const { group, label, archived } = input;
      if (label !== undefined) await assertFree(c.tx, label, tag.id);
      if (group !== undefined && group !== tag.group && (await inUse(c.tx, tag.id)))
        throw invalid("group", "It is in use, so its group stays; add another tag");
      const archivedAt = archived === undefined ? {} : { archivedAt: archived ? (tag.archivedAt ?? c.now) : null };
      await c.tx.factorTag.update({
        where: { id: tag.id },
        data: { ...(group === undefined ? {} : { group }), ...(label === undefined ? {} : { label }), ...archivedAt, version: { increment: 1 } },
        select: { id: true },
      });
      c.record({ type: "factor_tag.updated", data: { tagId: tag.id, fields } });
      if (label !== undefined && label !== tag.label) await enqueue(c.tx, "tag.renamed", { tagId: tag.id });
    }),
  );
  return getTag(ctx, id);
}

/** A tag that is in use, or came with Candor, is archived rather than deleted: nothing that was learned loses its name. */
export async function removeTag(ctx: Ctx, id: string | undefined, ifMatch?: number): Promise<void> {
  await getTag(ctx, id);
  await change(ctx, "tag.write", {}, async (c) => {
    const tag = await locked(c, ctx, id!, ifMatch);
    if (tag.shipped || (await inUse(c.tx, tag.id))) {
      await c.tx.factorTag.update({ where: { id: tag.id }, data: { archivedAt: tag.archivedAt ?? c.now, version: { increment: 1 } }, select: { id: true } });
      c.record({ type: "factor_tag.updated", data: { tagId: tag.id, fields: ["archived"] } });
    } else {
      await c.tx.factorTag.delete({ where: { id: tag.id }, select: { id: true } });
      c.record({ type: "factor_tag.removed", data: { tagId: tag.id } });
    }
  });
}

interface Held {
  id: string;
  group: string;
  label: string;
  shipped: boolean;
  archivedAt: Date | null;
  version: number;
}

/** Locked against those who would use it in this moment, so that "in use" is the truth. */
async function locked(c: Change, ctx: Ctx, id: string, ifMatch: number | undefined): Promise<Held> {
  const [row] = await c.tx.$queryRaw<Held[]>`select id, "group", label, shipped, "archivedAt", version from factor_tag where id = ${id}::uuid for update`;
  if (!row) throw notFound();
  await expectVersion(ifMatch, row.version, () => getTag(ctx, id));
  return row;
}

const inUse = async (tx: Tx, tagId: string) => (await tx.factor.findFirst({ where: { tagId }, select: { id: true } })) !== null;

const labelTaken = (archived = false) =>
  invalid("label", archived ? "An archived tag has this label; take that one back instead" : "Another tag has this label", "taken");

/** Labels differ by more than their case; the index is the last word where two are made at once. */
async function assertFree(tx: Tx, label: string, self?: string) {
  const named = await tx.$queryRaw<{ id: string; archivedAt: Date | null }[]>`select id, "archivedAt" from factor_tag where lower(label) = lower(${label})`;
  const other = named.find((tag) => tag.id !== self);
  if (other) throw labelTaken(other.archivedAt !== null);
}

async function taken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw isUniqueViolation(error) ? labelTaken() : error;
  }
}
