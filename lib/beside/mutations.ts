import { type Change, change, expectVersion, Repeated } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { getIncidentChange } from "../changes/queries";
import type { AddIncidentChange, IncidentChange, UpdateIncidentChange } from "../changes/schema";
import { addChange, type ChangeRow, editChange, lockChange, searchChange, writeDiff } from "../changes/writes";
import { AppError, invalid, notFound } from "../errors";
import { identity } from "../events/writes";
import { Id } from "../scalars";
import { placeChange, unplaceChange } from "./writes";

/** Changes beside an incident: told there or taken from elsewhere, judged, and taken away. */

type Judged = { verdict?: IncidentChange["verdict"] | undefined; why?: string | undefined };

/** Records one in the room, or places one that stands already. The same one twice is once; a verdict that comes with it counts. */
export async function addIncidentChange(ctx: Ctx, ref: string, input: AddIncidentChange): Promise<IncidentChange> {
  try {
    const id = await change(ctx, "change.record", { incident: ref }, async (c) => {
      const made = "changeId" in input ? await attach(c, ctx, input) : await record(c, ctx, input);
      c.made(made);
      return made;
    });
    return await getIncidentChange(ctx, ref, id);
  } catch (error) {
    if (error instanceof Repeated && !ctx.idempotency) return getIncidentChange(ctx, ref, error.id);
    throw error;
  }
}

async function attach(c: Change, ctx: Ctx, { changeId, ...judged }: Judged & { changeId: string }): Promise<string> {
  const row = await lockChange(c.tx, changeId, c.incident.id).catch((error: unknown) => {
    // Another room's own and one that never was are not told apart.
    if (error instanceof AppError && error.code === "NOT_FOUND") throw invalid("changeId", "There is no such change that you can see");
    throw error;
  });
  const beside = await c.tx.incidentChange.findUnique({ where: { incidentId_changeId: { incidentId: c.incident.id, changeId } } });
  if (!beside) await placeChange(c, ctx.actor.id, row, judged);
  else if (!(await judge(c, ctx, row, beside, judged))) throw new Repeated(changeId);
  return changeId;
}

async function record(c: Change, ctx: Ctx, input: Exclude<AddIncidentChange, { changeId: string }>): Promise<string> {
  const nothing = input.nothingChanged === true;
  const { id: brought, verdict, why, ...told } = { verdict: null, ...input };
  const { id, version } = await identity(c, "changeId", brought);
  const alone = nothing || c.incident.visibility === "private";
  const row = await addChange(c, ctx.actor.id, { ...told, nothingChanged: nothing }, { incidentId: c.incident.id, alone, id, version });
  await placeChange(c, ctx.actor.id, row, { verdict, why });
  return row.id;
}

/** Writes a verdict and its why, with who and when; false where both stand so already. */
async function judge(c: Change, ctx: Ctx, row: ChangeRow, before: { verdict: string | null; why: string }, { verdict, why }: Judged): Promise<boolean> {
  const after = { verdict: verdict === undefined ? before.verdict : verdict, why: why ?? before.why };
  if (after.verdict === before.verdict && after.why === before.why) return false;
  if (row.nothingChanged && after.verdict) throw invalid("verdict", "Nothing changed here, so there is nothing to judge");
  if (row.nothingChanged && after.why === "") throw invalid("why", "Say how it was checked");
  await c.tx.incidentChange.update({
    where: { incidentId_changeId: { incidentId: c.incident.id, changeId: row.id } },
    data: { ...after, judgedById: ctx.actor.id, judgedAt: c.now, version: { increment: 1 } },
  });
  searchChange(c, c.incident.id, row, after.why);
  c.record({ type: "change.judged", data: { changeId: row.id, verdict: after.verdict } });
  return true;
}

async function lockBeside(c: Change, ctx: Ctx, ref: string, id: string, ifMatch: number | undefined) {
  if (!Id.safeParse(id).success) throw notFound();
  const beside = await c.tx.incidentChange.findUnique({ where: { incidentId_changeId: { incidentId: c.incident.id, changeId: id } } });
  if (!beside) throw notFound();
  const row = await lockChange(c.tx, id, c.incident.id);
  await expectVersion(ifMatch, row.version + beside.version - 1, () => getIncidentChange(ctx, ref, id));
  return { beside, row };
}

/** Judges a change where it stands, or corrects it; what is corrected is so wherever it stands. */
export async function updateIncidentChange(ctx: Ctx, ref: string, id: string, input: UpdateIncidentChange, ifMatch?: number): Promise<IncidentChange> {
  const { verdict, why, ...facts } = input;
  if (Object.values(input).every((value) => value === undefined)) throw invalid("", "Say what to change");
  try {
    await change(ctx, "change.judge", { incident: ref }, async (c) => {
      const { beside, row } = await lockBeside(c, ctx, ref, id, ifMatch);
      const fields = await editChange(c, row, facts);
      if (fields.length) c.record({ type: "change.updated", data: { changeId: id, fields } });
      const now = fields.length ? await lockChange(c.tx, id, c.incident.id) : row;
      const judged = await judge(c, ctx, now, beside, { verdict, why });
      if (!judged && fields.length === 0) throw new Repeated(id);
    });
  } catch (error) {
    // The same verdict again is the verdict that stands.
    if (!(error instanceof Repeated)) throw error;
  }
  return getIncidentChange(ctx, ref, id);
}

/** Takes it from the incident. What belongs to this incident alone is gone with it. */
export async function removeIncidentChange(ctx: Ctx, ref: string, id: string, ifMatch?: number): Promise<void> {
  await change(ctx, "change.record", { incident: ref }, async (c) => {
    const { row } = await lockBeside(c, ctx, ref, id, ifMatch);
    await unplaceChange(c, row);
  });
}

/** As putDiff, from the room. */
export async function putIncidentDiff(ctx: Ctx, ref: string, id: string, text: string, ifMatch?: number): Promise<IncidentChange> {
  await change(ctx, "change.record", { incident: ref }, async (c) => {
    const { row } = await lockBeside(c, ctx, ref, id, ifMatch);
    if (row.nothingChanged) throw invalid("", "Nothing changed here, so there is no diff");
    await writeDiff(c.tx, id, text);
    await c.tx.change.update({ where: { id }, data: { version: { increment: 1 } } });
    c.record({ type: "change.updated", data: { changeId: id, fields: ["diff"] } });
  });
  return getIncidentChange(ctx, ref, id);
}
