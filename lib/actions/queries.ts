import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts, refOf } from "../incidents/queries";
import type { Net } from "../nets/words";
import type { Person } from "../people/schema";
import type { RefDto } from "../scalars";
import { isId } from "../timeline/queries";
import type { ActionItem, ActionItemList, Held } from "./schema";
import type { ActionStatus, ActionType, Priority } from "./words";

export const actionRefOf = (number: number) => `ACT-${number}`;

/** An action item `a` of an incident `i` with what its DTO names, as columns and JSON; `held` apart, for other incidents stand in it. */
export const ACTION_COLUMNS = Prisma.sql`
  a.id, a.number, i.number as "incidentNumber", i.title as "incidentTitle", a.title, a.description, a.type, a.priority, a.status, a.reason, a."dueOn"::text as "dueOn",
  a."snoozedUntil", a."snoozeWhy", a."finishTest", a."trackerUrl", a."evidenceUrl", a."factorId", a.net, a."entryId", a."doneAt", a."createdAt", a.version,
  (select json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role) from person p where p.id = a."ownerId") as owner,
  coalesce((select p."disabledAt" is not null from person p where p.id = a."ownerId"), false) as "ownerLeft",
  (select json_build_object('id', t.id, 'name', t.name) from team t where t.id = a."teamId") as team`;

/** What came of action item `a` when others put it to the test: only of incidents that the reader may see. */
export const heldColumn = (ctx: Ctx) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('incidentRef', 'INC-' || h.number, 'answer', x.answer, 'note', x.note, 'at', coalesce(x."answeredAt", x."askedAt")) order by x."askedAt"), '[]')
     from action_item_held x join incident h on h.id = x."incidentId" and ${visibleSql(ctx, "h")} where x."actionItemId" = a.id) as held`;

export interface ActionSqlRow {
  id: string;
  number: number;
  incidentNumber: number;
  incidentTitle: string;
  title: string;
  description: string;
  type: ActionType | null;
  priority: Priority | null;
  status: ActionStatus;
  reason: string;
  owner: Person | null;
  ownerLeft: boolean;
  team: RefDto | null;
  dueOn: string | null;
  snoozedUntil: Date | null;
  snoozeWhy: string;
  finishTest: string;
  trackerUrl: string | null;
  evidenceUrl: string | null;
  factorId: string | null;
  net: Net | null;
  entryId: string | null;
  doneAt: Date | null;
  createdAt: Date;
  version: number;
  held?: Held[];
}

export const toActionItem = ({ number, incidentNumber, snoozedUntil, doneAt, createdAt, held, ...row }: ActionSqlRow): ActionItem => ({
  ...row,
  ref: actionRefOf(number),
  incidentRef: refOf(incidentNumber),
  snoozedUntil: snoozedUntil?.toISOString() ?? null,
  doneAt: doneAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  held: (held ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
});

/** The action items of one incident; `incident` decides which, and who may see it. */
export const actionItemsSql = (incident: Prisma.Sql, held: Prisma.Sql, ids: readonly string[] | null = null): Prisma.Sql => Prisma.sql`
  select ${ACTION_COLUMNS}, ${held} from incident i join action_item a on a."incidentId" = i.id
  where ${incident} ${ids ? Prisma.sql`and a.id = any(${ids}::uuid[])` : Prisma.empty} order by a.number limit 500`;

/** What follows from an incident, the oldest first. NOT_FOUND for an incident that is not the caller's to see. */
export async function listIncidentActions(ctx: Ctx, ref: string | undefined): Promise<ActionItemList> {
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await readSql<ActionSqlRow>(ctx, actionItemsSql(Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`, heldColumn(ctx)));
  return { items: rows.map(toActionItem), nextCursor: null };
}

/** `ACT-7` or an id, as the condition that finds it; null for what cannot be one. */
export function namedSql(named: string | undefined): Prisma.Sql | null {
  const number = /^ACT-([1-9]\d{0,8})$/.exec(named ?? "")?.[1];
  if (number) return Prisma.sql`a.number = ${Number(number)}`;
  return isId(named) ? Prisma.sql`a.id = ${named}::uuid` : null;
}

async function itemsWhere(ctx: Ctx, which: Prisma.Sql): Promise<ActionItem[]> {
  const statement = Prisma.sql`
    select ${ACTION_COLUMNS}, ${heldColumn(ctx)} from action_item a join incident i on i.id = a."incidentId" and ${visibleSql(ctx)} where ${which}`;
  return (await readSql<ActionSqlRow>(ctx, statement)).map(toActionItem);
}

/** One action item, by its id or its ref. NOT_FOUND for one of an incident that is not the caller's to see. */
export async function getActionItem(ctx: Ctx, named: string | undefined): Promise<ActionItem> {
  const which = namedSql(named);
  const [item] = which ? await itemsWhere(ctx, which) : [];
  if (!item) throw notFound();
  return item;
}

/** Several by their ids, in that order; those that are not the caller's to see are left out. */
export async function getActionItems(ctx: Ctx, ids: readonly string[]): Promise<ActionItem[]> {
  const items = new Map((await itemsWhere(ctx, Prisma.sql`a.id = any(${[...ids]}::uuid[])`)).map((item) => [item.id, item]));
  return ids.flatMap((id) => items.get(id) ?? []);
}

/** What the policy asks about the action item that a path names. */
export async function actionFacts(ctx: Ctx, params: Record<string, string>) {
  const { incidentRef } = await getActionItem(ctx, params.id);
  return incidentFacts(ctx, { ref: incidentRef });
}

/** Which incidents some action items belong to, by their ids; those that are not there, or not to be seen, are left out. */
export const incidentsOfItems = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string; number: number }[]> =>
  readSql(
    ctx,
    Prisma.sql`select a.id, i.number from action_item a join incident i on i.id = a."incidentId" and ${visibleSql(ctx)} where a.id = any(${ids}::uuid[])`,
  );
