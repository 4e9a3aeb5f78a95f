import type { Change } from "../auth/change";
import { AppError, type FieldError } from "../errors";
import type { Evidence } from "./schema";

/** The incident is locked, so these hold: its factors, who combines with whom, and in which order they stand. */

interface Placed {
  id: string;
  order: number;
}

export const factorsHeld = (c: Change): Promise<Placed[]> => c.tx.$queryRaw<Placed[]>`
  select id, "order" from factor where "incidentId" = ${c.incident.id}::uuid order by "order", id`;

/** Refuses all that is wrong with what was named at once, each by its place. */
function refuse(errors: FieldError[]) {
  if (errors.length) throw new AppError("INVALID", errors[0]!.message, { errors: errors.slice(0, 20) });
}

/** The ids that were named, each once; INVALID where one is the factor itself or another incident's. */
export function expectOthers(held: readonly Placed[], named: readonly string[] | undefined, self?: string): string[] {
  const ids = (named ?? []).map((id) => id.toLowerCase());
  refuse(
    ids.flatMap((id, at): FieldError[] => {
      const path = `combinesWith.${at}`;
      if (id === self) return [{ path, message: "A factor does not combine with itself" }];
      return held.some((one) => one.id === id) ? [] : [{ path, message: "This incident has no such factor" }];
    }),
  );
  return [...new Set(ids)];
}

/**
 * INVALID where evidence is no entry and no change of this incident. What was cited `before` may stay, whatever became of it;
 * `once`: so may what the incident had at some time.
 */
export async function expectEvidence(
  c: Change,
  evidence: readonly Evidence[] | undefined,
  { before = [], once = false }: { before?: readonly Evidence[]; once?: boolean },
): Promise<void> {
  if (!evidence?.length) return;
  const cited = new Set(before.map((one) => one.id));
  const fresh = (kind: Evidence["kind"]) => evidence.flatMap((one) => (one.kind === kind && one.id && !cited.has(one.id) ? [one.id] : []));
  const [entries, changes] = [fresh("entry"), fresh("change")];
  const known = await c.tx.$queryRaw<{ id: string }[]>`
    select id from timeline_entry where "incidentId" = ${c.incident.id}::uuid and "deletedAt" is null and id = any(${entries}::uuid[])
    union all select "changeId" from incident_change where "incidentId" = ${c.incident.id}::uuid and "changeId" = any(${changes}::uuid[])
    union all select coalesce(data->>'entryId', data->>'changeId')::uuid from event
      where ${once} and "incidentId" = ${c.incident.id}::uuid and (data->>'entryId' = any(${entries}) or data->>'changeId' = any(${changes}))`;
  const there = new Set([...known.map((row) => row.id), ...cited]);
  refuse(
    evidence.flatMap((one, at): FieldError[] =>
      !one.id || there.has(one.id) || there.has(one.id.toLowerCase())
        ? []
        : [{ path: `evidence.${at}.id`, message: one.kind === "entry" ? "This incident has no such entry" : "No such change stands beside this incident" }],
    ),
  );
}

/** Makes `others` the whole set that a factor combines with. It is mutual: those who gain or lose it are edited with it. */
export async function combine(c: Change, id: string, others: readonly string[]): Promise<void> {
  const before = await c.tx.$queryRaw<{ id: string }[]>`
    select case when "oneId" = ${id}::uuid then "otherId" else "oneId" end as id from factor_pair where "oneId" = ${id}::uuid or "otherId" = ${id}::uuid`;
  const was = before.map((row) => row.id);
  const gone = was.filter((one) => !others.includes(one));
  const come = others.filter((one) => !was.includes(one));
  if (gone.length + come.length === 0) return;
  await c.tx.$executeRaw`
    delete from factor_pair where ("oneId" = ${id}::uuid and "otherId" = any(${gone}::uuid[])) or ("otherId" = ${id}::uuid and "oneId" = any(${gone}::uuid[]))`;
  await c.tx.$executeRaw`
    insert into factor_pair ("incidentId", "oneId", "otherId")
    select ${c.incident.id}::uuid, least(${id}::uuid, x), greatest(${id}::uuid, x) from unnest(${come}::uuid[]) as x on conflict do nothing`;
  const touched = [...gone, ...come];
  await c.tx.factor.updateMany({ where: { id: { in: touched } }, data: { version: { increment: 1 } } });
  for (const factorId of touched) c.record({ type: "factor.updated", data: { factorId, fields: ["combinesWith"] } });
}

/** Puts a factor at a place among all; those whose place is another now are told, and are no other version for it. */
export async function place(c: Change, held: readonly Placed[], id: string, order: number): Promise<void> {
  const rest = held.filter((one) => one.id !== id);
  const at = Math.min(order, rest.length);
  const all = [...rest.slice(0, at), ...held.filter((one) => one.id === id), ...rest.slice(at)];
  const moved = all.map((one, n) => ({ ...one, to: n })).filter((one) => one.order !== one.to);
  await c.tx.$executeRaw`
    update factor f set "order" = m.n from unnest(${moved.map((one) => one.id)}::uuid[], ${moved.map((one) => one.to)}::int[]) as m(id, n) where f.id = m.id`;
  for (const one of moved) if (one.id !== id) c.record({ type: "factor.updated", data: { factorId: one.id, fields: ["order"] } });
}

/** Action items that were made from it stand by themselves from now on; the log keeps which they were. */
export async function loosen(c: Change, factorId: string): Promise<void> {
  const loose = await c.tx.$queryRaw<{ id: string }[]>`update action_item set "factorId" = null where "factorId" = ${factorId}::uuid returning id`;
  for (const { id } of loose) c.record({ type: "action.updated", data: { actionItemId: id, fields: ["factorId"], factorId } });
}

/** Those that stood by themselves because it was gone lead to it again. */
export async function tie(c: Change, factorId: string): Promise<void> {
  const tied = await c.tx.$queryRaw<{ id: string }[]>`
    update action_item a set "factorId" = ${factorId}::uuid where a."incidentId" = ${c.incident.id}::uuid and a."factorId" is null and a.id::text in (
      select data->>'actionItemId' from event where "incidentId" = ${c.incident.id}::uuid and type = 'action.updated' and data->>'factorId' = ${factorId})
    returning a.id`;
  for (const { id } of tied) c.record({ type: "action.updated", data: { actionItemId: id, fields: ["factorId"] } });
}
