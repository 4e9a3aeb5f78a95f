import { randomInt } from "node:crypto";
import { type Change, change, expectVersion } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { refOf } from "../incidents/queries";
import { getActionItem, getActionItems, incidentsOfItems } from "./queries";
import type { ActionItem, ActionItemList, AddActionItem, SnoozeActionItem, UpdateActionItem, UpdateActionItems } from "./schema";
import type { ActionStatus } from "./words";
import { expectFair, expectSource, giveTo, settleItem, tellSearch, wantedOf } from "./writes";

/** One number in eight is skipped, so that a gap in `ACT-n` is ordinary and gives no private incident away. */
const GAP = 8;
const MOST = 200;

export async function addActionItem(ctx: Ctx, ref: string, input: AddActionItem): Promise<ActionItem> {
  const made = await change(ctx, "action.write", { incident: ref }, async (c) => {
    const { incident, tx, now } = c;
    if ((await tx.actionItem.count({ where: { incidentId: incident.id } })) >= MOST)
      throw invalid("", `At most ${MOST} action items: a few bounded ones are what gets done`);
    await expectFair(c, input, { status: "open", reason: "", dueOn: null, ownerId: null });
    const source = await expectSource(c, input);
    const id = newId(now.getTime());
    const {
      title,
      description = "",
      type = null,
      priority = null,
      ownerId = null,
      teamId = null,
      dueOn,
      finishTest = "",
      trackerUrl = null,
      net = null,
    } = input;
    await tx.actionItem.createMany({
      data: {
        id,
        number: await nextNumber(c),
        incidentId: incident.id,
        title,
        description,
        type,
        priority,
        ownerId,
        teamId,
        dueOn: dueOn ? new Date(dueOn) : null,
        finishTest,
        trackerUrl,
        net,
        ...source,
        createdById: ctx.actor.id,
        createdAt: now,
        updatedAt: now,
      },
    });
    c.record({ type: "action.added", data: { actionItemId: id } });
    tellSearch(c, { id, title, description, finishTest, createdAt: now });
    if (ownerId) await giveTo(c, ctx, id, ownerId, input.letIn);
    c.made(id);
    return id;
  });
  return getActionItem(ctx, made);
}

async function nextNumber(c: Change): Promise<number> {
  const skip = randomInt(GAP) === 0 ? 2 : 1;
  const rows = await c.tx.$queryRaw<{ n: number }[]>`select nextval('action_item_number_seq')::int as n from generate_series(1, ${skip})`;
  return rows.at(-1)!.n;
}

export async function updateActionItem(ctx: Ctx, named: string | undefined, input: UpdateActionItem, ifMatch?: number): Promise<ActionItem> {
  const { id, incidentRef } = await getActionItem(ctx, named);
  await change(ctx, "action.write", { incident: incidentRef }, (c) => alter(c, ctx, id, input, "", ifMatch));
  return getActionItem(ctx, id);
}

/** Several at once, of whatever incidents: all of them, or none. */
export async function updateActionItems(ctx: Ctx, { ids, set }: UpdateActionItems): Promise<ActionItemList> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const found = new Map((await incidentsOfItems(ctx, wanted)).map((row) => [row.id, refOf(row.number)]));
  const missing = ids.findIndex((id) => !found.has(id.toLowerCase()));
  if (missing >= 0) throw invalid(`ids.${missing}`, "There is no such action item that you can see");
  const [incident, ...also] = [...new Set(found.values())];
  await change(ctx, "action.write", { incident: incident!, also }, async (c) => {
    for (const id of wanted) await alter(await c.other(found.get(id)!), ctx, id, set, "set.");
  });
  return { items: await getActionItems(ctx, wanted), nextCursor: null };
}

interface Held {
  id: string;
  title: string;
  description: string;
  finishTest: string;
  status: ActionStatus;
  reason: string;
  dueOn: string | null;
  ownerId: string | null;
  doneAt: Date | null;
  doneById: string | null;
  createdAt: Date;
  version: number;
}

async function locked(c: Change, id: string): Promise<Held> {
  const [row] = await c.tx.$queryRaw<Held[]>`
    select id, title, description, "finishTest", status, reason, "dueOn"::text as "dueOn", "ownerId", "doneAt", "doneById", "createdAt", version
    from action_item where id = ${id}::uuid and "incidentId" = ${c.incident.id}::uuid`;
  if (!row) throw notFound();
  return row;
}

/** Alters one item of the locked incident. `at` is where the fields stand in the body. */
async function alter(c: Change, ctx: Ctx, id: string, input: UpdateActionItem, at: string, ifMatch?: number): Promise<void> {
  const row = await locked(c, id);
  await expectVersion(ifMatch, row.version, () => getActionItem(ctx, id));
  const { letIn, ...fields } = input;
  const names = Object.keys(fields).filter((name) => fields[name as keyof typeof fields] !== undefined);
  if (names.length === 0) throw invalid("", "Say what to change");
  await expectFair(c, input, row, at);
  await c.tx.actionItem.update({
    where: { id },
    data: { ...wantedOf(fields, row, c.now, ctx.actor.id), updatedAt: c.now, version: { increment: 1 } },
    select: { id: true },
  });
  c.record({ type: "action.updated", data: { actionItemId: id, fields: names } });
  tellSearch(c, { ...row, ...definedOf({ title: input.title, description: input.description, finishTest: input.finishTest }) });
  const given = input.ownerId && input.ownerId !== row.ownerId;
  const over = input.status === "done" || input.status === "wont_do";
  if (over || input.ownerId !== undefined) await settleItem(c, id, over ? undefined : row.ownerId);
  if (given) await giveTo(c, ctx, id, input.ownerId!, letIn, at);
}

const definedOf = <T extends object>(of: T) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as { [K in keyof T]: NonNullable<T[K]> };

/** Takes it out, with what was asked about it. Its number is not given again. */
export async function removeActionItem(ctx: Ctx, named: string | undefined, ifMatch?: number): Promise<void> {
  const { id, incidentRef } = await getActionItem(ctx, named);
  await change(ctx, "action.write", { incident: incidentRef }, async (c) => {
    const row = await locked(c, id);
    await expectVersion(ifMatch, row.version, () => getActionItem(ctx, id));
    await settleItem(c, id);
    await c.tx.actionItem.delete({ where: { id }, select: { id: true } });
    c.record({ type: "action.removed", data: { actionItemId: id } });
    c.search({ drop: true, kind: "action", sourceId: id, incidentId: c.incident.id });
  });
}

/** It asks for nobody until then, and says why it waits. `until: null` wakes it. */
export async function snoozeActionItem(ctx: Ctx, named: string | undefined, { until, why }: SnoozeActionItem): Promise<ActionItem> {
  const { id, incidentRef } = await getActionItem(ctx, named);
  await change(ctx, "action.write", { incident: incidentRef }, async (c) => {
    await locked(c, id);
    if (until && until <= c.now) throw invalid("until", "Choose a time that lies ahead");
    if (until && why === "") throw invalid("why", "Say why it waits");
    const data = { snoozedUntil: until, snoozeWhy: until ? why : "", updatedAt: c.now, version: { increment: 1 } };
    await c.tx.actionItem.update({ where: { id }, data, select: { id: true } });
    c.record({ type: "action.updated", data: { actionItemId: id, fields: ["snoozedUntil", "snoozeWhy"] } });
    await settleItem(c, id);
    c.made(id);
  });
  return getActionItem(ctx, id);
}
