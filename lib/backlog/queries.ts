import { ACTION_COLUMNS, type ActionSqlRow, heldColumn, toActionItem } from "../actions/queries";
import type { ActionItemPage, ListActionItems } from "../actions/schema";
import { OPEN_ACTIONS } from "../actions/words";
import { read, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { dayKey, readerZone } from "../dates";
import { invalid } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import type { RefDto } from "../scalars";

/**
 * Action items across incidents. Open ones by their due date, those without one last; every other list by number, the newest first.
 * An index is walked in that order from the place on, one for each owner and team that is asked for; who fits is kept.
 */

/** A service, or words of a title, that this many items or fewer have are gathered: among so few a walk would go far. */
const FEW = 3000;
const OPEN = Prisma.sql`a.status in ('open', 'in_progress')`;
const DUE = Prisma.sql`coalesce(a."dueOn", date '9999-12-31')`;

/** The day it is for the caller: in the zone of their profile, else in UTC. */
export async function todayOf(ctx: Ctx, now = new Date()): Promise<string> {
  const person = await read(ctx).person.findUnique({ where: { id: ctx.actor.id }, select: { zone: true } });
  return dayKey(now, readerZone(person?.zone, null));
}

interface Place {
  due: string;
  number: number;
}

export async function listActionItems(ctx: Ctx, query: ListActionItems = {}, day?: string): Promise<ActionItemPage> {
  const limit = query.limit ?? 25;
  const open = query.overdue === true || (query.status?.every((status) => OPEN_ACTIONS.includes(status)) ?? false);
  const place = placeOf(query.cursor, open);
  const words = query.q ? await wordsOf(ctx, query.q) : null;
  if (words === "") return { items: [], nextCursor: null };
  const today = query.overdue === undefined ? "" : (day ?? (await todayOf(ctx)));
  const [owners, team] = await Promise.all([
    query.owner ? [query.owner === "me" ? ctx.actor.id : query.owner] : null,
    query.team ? teamOf(ctx, query.team) : null,
  ]);

  const wants: Prisma.Sql[] = [open ? OPEN : Prisma.sql`true`];
  if (query.status) wants.push(Prisma.sql`a.status = any(${query.status}::text[])`);
  if (query.type) wants.push(Prisma.sql`a.type = any(${query.type}::text[])`);
  if (query.overdue === true) wants.push(Prisma.sql`${DUE} < ${today}::date`);
  if (query.overdue === false) wants.push(Prisma.sql`${DUE} >= ${today}::date`);
  if (query.service)
    wants.push(Prisma.sql`exists (select 1 from incident_service x where x."incidentId" = a."incidentId" and x."serviceId" = ${query.service}::uuid)`);
  if (words) wants.push(words === null ? Prisma.sql`true` : matches(words));
  if (place) wants.push(open ? Prisma.sql`(${DUE}, a.number) > (${place.due}::date, ${place.number})` : Prisma.sql`a.number < ${place.number}`);

  const by = open ? Prisma.sql`order by ${DUE}, a.number` : Prisma.sql`order by a.number desc`;
  const walk = (...more: Prisma.Sql[]) => Prisma.sql`
    select a.id, ${DUE} as due, a.number from action_item a
    cross join lateral (select 1 from incident i where i.id = a."incidentId" and ${visibleSql(ctx)} offset 0) seen
    where ${Prisma.join([...wants, ...more], " and ")} ${by} limit ${limit + 1}`;
  const each = (ids: readonly string[], column: string, ...more: Prisma.Sql[]) => Prisma.sql`
    select w.* from unnest(${ids}::uuid[]) as one cross join lateral (${walk(Prisma.sql`a.${Prisma.raw(`"${column}"`)} = one`, ...more)}) w`;

  const sources: Prisma.Sql[] = [];
  const ctes: Prisma.Sql[] = [];
  if (owners) {
    const theirs = team ? [Prisma.sql`(a."teamId" = any(${team.ids}::uuid[]) or a."ownerId" = any(${team.people}::uuid[]))`] : [];
    sources.push(each(owners, "ownerId", ...theirs));
    if (query.owner === "me" && !team) sources.push(walk(fallenTo(ctx)));
  } else if (team) sources.push(each(team.ids, "teamId"), each(team.people, "ownerId"));
  else if (query.service || (words && !isNumber(words))) {
    ctes.push(Prisma.sql`few as materialized (${gatherSql(query.service, words)})`, Prisma.sql`n as (select count(*) as n from few)`);
    sources.push(
      Prisma.sql`select * from (${walk(Prisma.sql`a.id in (select id from few)`)}) w where (select n from n) <= ${FEW}`,
      Prisma.sql`select * from (${walk(Prisma.sql`(select n from n) > ${FEW}`)}) w`,
    );
  } else sources.push(walk());
  ctes.push(
    Prisma.sql`found as (select distinct id, due, number from (${Prisma.join(
      sources.map((source) => Prisma.sql`(${source})`),
      " union all ",
    )}) f)`,
  );

  const rows = await readSql<ActionSqlRow>(
    ctx,
    Prisma.sql`
      with ${Prisma.join(ctes)}, page as (select * from found ${open ? Prisma.sql`order by due, number` : Prisma.sql`order by number desc`} limit ${limit + 1})
      select ${ACTION_COLUMNS}, ${heldColumn(ctx)} from page p join action_item a on a.id = p.id join incident i on i.id = a."incidentId" and ${visibleSql(ctx)}
      ${by}`,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(toActionItem), nextCursor: last ? encodeCursor([open ? (last.dueOn ?? "9999-12-31") : "", last.number]) : null };
}

function placeOf(cursor: string | undefined, open: boolean): Place | null {
  if (cursor === undefined) return null;
  const [due, number] = decodeCursor(cursor, ["text", "int"]);
  if (open ? !isDay(due) : due !== "") throw invalid("cursor", "A cursor of another list; begin without one");
  return { due, number };
}

/** A day of the calendar: neither the 31st of February, which a Date takes for the 3rd of March, nor one of the year 0. */
const isDay = (day: string) => /^[1-9]\d{3}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

const isNumber = (words: string) => /^\d+$/.test(words);

/** The words as a query that finds their beginnings, or the number of the `ACT-7` that was asked for; empty where there is no word. */
async function wordsOf(ctx: Ctx, q: string): Promise<string> {
  const number = /^\s*act-([1-9]\d{0,8})\s*$/i.exec(q)?.[1];
  if (number) return number;
  const [row] = await readSql<{ words: string | null }>(
    ctx,
    Prisma.sql`select string_agg(quote_literal(w) || ':*', ' & ') as words from unnest(string_to_array(search.plain(${q}), ' ')) as w where w <> ''`,
  );
  return row?.words ?? "";
}

const matches = (words: string) => (isNumber(words) ? Prisma.sql`a.number = ${Number(words)}` : Prisma.sql`search.title_words(a.title) @@ ${words}::tsquery`);

const gatherSql = (service: string | undefined, words: string | null) =>
  service
    ? Prisma.sql`
      select a.id from (select x."incidentId" from incident_service x where x."serviceId" = ${service}::uuid limit ${FEW + 1}) x
      join action_item a on a."incidentId" = x."incidentId" limit ${FEW + 1}`
    : Prisma.sql`select a.id from action_item a where ${matches(words!)} limit ${FEW + 1}`;

/** Items whose owner has left and that no team owns fall to who leads their incident. */
const fallenTo = (ctx: Ctx) => Prisma.sql`a."teamId" is null and a.id in (
  select f.id from person p join action_item f on f."ownerId" = p.id and f.status in ('open', 'in_progress') and f."teamId" is null
  where p."disabledAt" is not null
    and exists (select 1 from incident_role r where r."incidentId" = f."incidentId" and r."personId" = ${ctx.actor.id}::uuid and r.role = 'lead' and r."endedAt" is null))`;

/** A team, or all of the caller's, with those in them who are here. */
async function teamOf(ctx: Ctx, team: string): Promise<{ ids: string[]; people: string[] }> {
  const where = team === "mine" ? { members: { some: { personId: ctx.actor.id } } } : { id: team };
  const teams = await read(ctx).team.findMany({
    where,
    select: { id: true, members: { where: { person: { disabledAt: null } }, select: { personId: true } } },
  });
  return { ids: teams.map(({ id }) => id), people: [...new Set(teams.flatMap(({ members }) => members.map(({ personId }) => personId)))] };
}

/** How many open items the caller owns, at most 100: what the navigation shows. */
export async function countMyActions(ctx: Ctx): Promise<number> {
  const [row] = await readSql<{ mine: number }>(
    ctx,
    Prisma.sql`select count(*)::int as mine from (
      select 1 from action_item a join incident i on i.id = a."incidentId" and ${visibleSql(ctx)}
      where a."ownerId" = ${ctx.actor.id}::uuid and ${OPEN} limit 100) as m`,
  );
  return row?.mine ?? 0;
}

/** The names of the service and the team by which a list is narrowed. */
export async function namesIn(ctx: Ctx, { service, team }: { service: string; team: string }): Promise<{ service: RefDto[]; team: RefDto[] }> {
  const select = { id: true, name: true };
  const [one, other] = await Promise.all([
    service ? read(ctx).service.findUnique({ where: { id: service }, select }) : null,
    team ? read(ctx).team.findUnique({ where: { id: team }, select }) : null,
  ]);
  return { service: one ? [one] : [], team: other ? [other] : [] };
}
