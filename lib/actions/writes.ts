import type { Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, type FieldError } from "../errors";
import { tell } from "../inbox/writes";
import { letInOrRefuse } from "../incidents/writes";
import { isOpen, refusedDue } from "./rules";
import type { AddActionItem, UpdateActionItem } from "./schema";
import type { ActionStatus } from "./words";

/** The incident is locked, so these hold: what an item may be told, and who hears of it. */

interface Before {
  status: ActionStatus;
  reason: string;
  dueOn: string | null;
  ownerId: string | null;
}

function refuse(errors: FieldError[]) {
  if (errors.length) throw new AppError("INVALID", errors[0]!.message, { errors });
}

/** Refuses all that is wrong at once, each by its field: a day that has passed, an owner who has left, an unknown team, no reason. */
export async function expectFair(c: Change, input: UpdateActionItem | AddActionItem, before: Before, at = ""): Promise<void> {
  const errors: FieldError[] = [];
  const moved = input as UpdateActionItem;
  const status = moved.status ?? before.status;
  const due = refusedDue(input.dueOn, before.dueOn, status, c.now);
  if (due) errors.push({ path: `${at}dueOn`, message: due });
  if (status === "wont_do" && !(moved.reason ?? before.reason))
    errors.push({ path: `${at}reason`, message: "Say why it will not be done: whoever asks later will want to know" });
  if (input.ownerId && input.ownerId !== before.ownerId) {
    const owner = await c.tx.person.findUnique({ where: { id: input.ownerId }, select: { name: true, disabledAt: true } });
    if (!owner) errors.push({ path: `${at}ownerId`, message: "There is no such person here" });
    else if (owner.disabledAt) errors.push({ path: `${at}ownerId`, message: `${owner.name} has left. Name someone else, or a team.` });
  }
  if (input.teamId && !(await c.tx.team.count({ where: { id: input.teamId } }))) errors.push({ path: `${at}teamId`, message: "There is no such team" });
  refuse(errors);
}

/** What it is made from has to be of this incident. */
export async function expectSource(c: Change, { factorId, entryId }: AddActionItem): Promise<{ factorId: string | null; entryId: string | null }> {
  const incidentId = c.incident.id;
  const errors: FieldError[] = [];
  if (factorId && !(await c.tx.factor.count({ where: { id: factorId, incidentId } })))
    errors.push({ path: "factorId", message: "This incident has no such factor" });
  if (entryId && !(await c.tx.timelineEntry.count({ where: { id: entryId, incidentId, deletedAt: null } })))
    errors.push({ path: "entryId", message: "This incident has no such entry" });
  refuse(errors);
  return { factorId: factorId ?? null, entryId: entryId ?? null };
}

/** The columns that a change of fields gives: being done notes when and by whom, going back to open forgets it. */
export function wantedOf(fields: Omit<UpdateActionItem, "letIn">, row: Before & { doneAt: Date | null; doneById: string | null }, now: Date, actorId: string) {
  const { title, description, type, priority, ownerId, teamId, dueOn, finishTest, trackerUrl, evidenceUrl, reason, status } = fields;
  const done =
    status === undefined ? {} : status === "done" ? { doneAt: row.doneAt ?? now, doneById: row.doneById ?? actorId } : { doneAt: null, doneById: null };
  const said = status !== undefined && isOpen(status) ? { reason: reason ?? "" } : { reason };
  const anew = dueOn !== undefined && dueOn !== row.dueOn;
  const all = {
    ...{ title, description, type, priority, ownerId, teamId, finishTest, trackerUrl, evidenceUrl, status },
    ...said,
    ...done,
    ...(dueOn === undefined ? {} : { dueOn: dueOn ? new Date(dueOn) : null }),
    // Another day, another reminder.
    ...(anew ? { remindedAt: null } : {}),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as { [K in keyof typeof all]?: NonNullable<(typeof all)[K]> };
}

/** Gives an item to its owner: they are let in where it has to be said, and told, unless they took it themselves. */
export async function giveTo(c: Change, ctx: Ctx, actionItemId: string, ownerId: string, letIn: boolean | undefined, at = ""): Promise<void> {
  await letInOrRefuse(c, ctx, [ownerId], letIn, `${at}ownerId`);
  await tell(c, ctx, [{ personId: ownerId, kind: "action", actionItemId }]);
}

/** What waited in inboxes because of an item is done: for one person, or for everyone. */
export async function settleItem(c: Change, actionItemId: string, personId?: string | null): Promise<void> {
  const where = { actionItemId, doneAt: null, ...(personId === undefined ? {} : { personId: personId ?? undefined }) };
  if (personId === null) return;
  const done = await c.tx.inboxItem.updateManyAndReturn({
    where: where as { actionItemId: string; doneAt: null },
    data: { doneAt: c.now },
    select: { personId: true },
  });
  if (done.length) c.record({ type: "inbox.done", data: { personIds: [...new Set(done.map((row) => row.personId))] } });
}

/** Writes the search row of an item again. */
export const tellSearch = (c: Change, of: { id: string; title: string; description: string; finishTest: string; createdAt: Date }) =>
  c.search({
    kind: "action",
    sourceId: of.id,
    incidentId: c.incident.id,
    at: of.createdAt,
    text: [of.title, of.description, of.finishTest].filter(Boolean).join("\n"),
  });
