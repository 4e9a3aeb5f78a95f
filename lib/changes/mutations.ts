import { read } from "../auth/access";
import { change, expectVersion, type Target } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { invalid, notFound } from "../errors";
import { getChange } from "./queries";
import type { Change, RecordChange, UpdateChange } from "./schema";
import { addChange, editChange, lockChange, writeDiff } from "./writes";

/** Records a change by itself, as a deploy script tells it: everyone may see it, and the rooms that it concerns are told. */
export async function recordChange(ctx: Ctx, input: RecordChange): Promise<Change> {
  const id = await change(ctx, "change.record", {}, async (c) => {
    const row = await addChange(c, ctx.actor.id, input, null);
    c.made(row.id);
    return row.id;
  });
  return getChange(ctx, id);
}

/** What belongs to an incident alone is written under that incident's lock and in its log. */
async function targetOf(ctx: Ctx, id: string): Promise<{ target: Target; incidentId: string | null }> {
  await getChange(ctx, id);
  const found = await read(ctx).change.findUnique({ where: { id }, select: { incident: { select: { id: true, number: true } } } });
  if (!found) throw notFound();
  return { target: found.incident ? { incident: `INC-${found.incident.number}` } : {}, incidentId: found.incident?.id ?? null };
}

/** Corrects a change wherever it stands; timelines and search follow. */
export async function updateChange(ctx: Ctx, id: string, input: UpdateChange, ifMatch?: number): Promise<Change> {
  const { target, incidentId } = await targetOf(ctx, id);
  await change(ctx, "change.record", target, async (c) => {
    const row = await lockChange(c.tx, id, incidentId);
    await expectVersion(ifMatch, row.version, () => getChange(ctx, id));
    const fields = await editChange(c, row, input);
    if (fields.length === 0) throw invalid("", "Say what to change");
    c.record({ type: "change.updated", data: { changeId: id, fields } });
  });
  return getChange(ctx, id);
}

/** Puts the diff to the letter; an empty one takes it away. */
export async function putDiff(ctx: Ctx, id: string, text: string, ifMatch?: number): Promise<Change> {
  const { target, incidentId } = await targetOf(ctx, id);
  await change(ctx, "change.record", target, async (c) => {
    const row = await lockChange(c.tx, id, incidentId);
    await expectVersion(ifMatch, row.version, () => getChange(ctx, id));
    if (row.nothingChanged) throw invalid("", "Nothing changed here, so there is no diff");
    await writeDiff(c.tx, id, text);
    await c.tx.change.update({ where: { id }, data: { version: { increment: 1 } } });
    c.record({ type: "change.updated", data: { changeId: id, fields: ["diff"] } });
  });
  return getChange(ctx, id);
}
