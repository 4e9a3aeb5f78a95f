import type pg from "pg";
import { combinedOf, type MadeChange, routineAt, type Tag } from "./combined";
import type { Company } from "./company";
import { Copy } from "./copy";
import type { MadeIncident } from "./incidents";

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const shippedTags = async (client: pg.Client): Promise<Tag[]> =>
  (await client.query<Tag>(`select id, "group", label from factor_tag where shipped order by md5(label)`)).rows;

const CHANGES = `copy change (id, kind, summary, "serviceId", "occurredAt", before, after, "diffFiles", "diffAdded", "diffRemoved", "diffBytes", "recordedInId", "recordedById", "recordedAt") from stdin`;

async function copyChanges(client: pg.Client, firm: Company, changes: { change: MadeChange; recordedIn: string | null; by: number }[]) {
  const rows = new Copy(client, CHANGES);
  for (const { change: c, recordedIn, by } of changes) {
    const diff = c.diff ? [1, 1, 1, Buffer.byteLength(c.diff)] : [null, null, null, null];
    await rows.row(
      c.id,
      c.kind,
      c.summary,
      firm.services[c.service]!.id,
      iso(c.occurredAt),
      c.before,
      c.after,
      ...diff,
      recordedIn,
      firm.people[by]!.id,
      iso(c.occurredAt),
    );
  }
  await rows.end();
  const diffs = new Copy(client, `copy change_diff ("changeId", text) from stdin`);
  for (const { change } of changes) if (change.diff) await diffs.row(change.id, change.diff);
  await diffs.end();
}

/** Changes of ordinary days: as many as asked for, from place to place. */
export const copyRoutine = (client: pg.Client, firm: Company, from: number, to: number, total: number, began: number, ends: number) =>
  copyChanges(
    client,
    firm,
    Array.from({ length: to - from }, (_, nth) => ({ change: routineAt(from + nth, total, began, ends, firm), recordedIn: null, by: 8 })),
  );

/** What changed, what combined and what followed of these incidents. */
export async function copyCombined(
  client: pg.Client,
  firm: Company,
  piece: { i: MadeIncident; at: number }[],
  tags: readonly Tag[],
  ends: number,
): Promise<void> {
  const made = piece.map(({ i, at }) => ({ i, ...combinedOf(i, at, firm, tags, ends) }));
  const person = (at: number) => firm.people[at]!.id;
  // What is told in a private room belongs to it alone: the made ones tell nothing there.
  const open = made.map((one) => (one.i.visibility === "private" ? { ...one, changes: [] } : one));
  await copyChanges(
    client,
    firm,
    open.flatMap(({ i, changes }) => changes.map((change) => ({ change, recordedIn: i.id, by: i.declaredBy }))),
  );
  const beside = new Copy(client, `copy incident_change ("incidentId", "changeId", verdict, why, "addedById", "addedAt") from stdin`);
  for (const { i, changes } of open) for (const c of changes) await beside.row(i.id, c.id, c.verdict ?? null, c.why, person(i.declaredBy), iso(i.declaredAt));
  await beside.end();
  const factors = new Copy(client, `copy factor (id, "incidentId", "group", "tagId", role, why, evidence, "order", "addedById", "addedAt") from stdin`);
  for (const { i, factors: of } of made)
    for (const f of of)
      await factors.row(f.id, i.id, f.tag.group, f.tag.id, f.role, f.why, JSON.stringify(f.evidence), f.order, person(i.declaredBy), iso(i.updatedAt));
  await factors.end();
  const pairs = new Copy(client, `copy factor_pair ("incidentId", "oneId", "otherId") from stdin`);
  for (const { i, pairs: of } of made) for (const [one, other] of of) await pairs.row(i.id, one, other);
  await pairs.end();
  const nets = new Copy(client, `copy safety_net ("incidentId", net, "wouldHaveCaught", existed, ran, gated, note, "answeredById", "answeredAt") from stdin`);
  for (const { i, nets: of } of made)
    for (const n of of) await nets.row(i.id, n.net, n.wouldHaveCaught, n.existed, n.ran, n.gated, n.note, person(i.declaredBy), iso(i.updatedAt));
  await nets.end();
  const actions = new Copy(
    client,
    `copy action_item (id, "incidentId", title, type, priority, status, reason, "ownerId", "teamId", "dueOn", "finishTest", "factorId", "doneAt", "doneById", "createdById", "createdAt", "updatedAt") from stdin`,
  );
  for (const { i, actions: of } of made) {
    for (const a of of) {
      const done = a.doneAt === null ? null : person(a.owner ?? a.createdBy);
      const owner = a.owner === null ? null : person(a.owner);
      const team = a.team === null ? null : firm.teams[a.team]!.id;
      const reason = a.status === "wont_do" ? "The part was replaced" : "";
      await actions.row(
        a.id,
        i.id,
        a.title,
        a.type,
        a.priority,
        a.status,
        reason,
        owner,
        team,
        day(a.dueAt),
        a.finishTest,
        a.factor,
        iso(a.doneAt),
        done,
        person(a.createdBy),
        iso(a.createdAt),
        iso(a.doneAt ?? a.createdAt),
      );
    }
  }
  await actions.end();
}

/** Search rows of what was copied, for the incidents of these numbers. */
export const SEARCH_COMBINED = `
  union all select 'change', c.id, i.id, c."occurredAt", concat_ws(E'\\n', c.summary, c.before, c.after, nullif(x.why, ''))
    from incident i join incident_change x on x."incidentId" = i.id join change c on c.id = x."changeId" where i.number >= $1 and i.number < $2
  union all select 'factor', f.id, i.id, i."declaredAt", t.label || E'\\n' || f.why
    from incident i join factor f on f."incidentId" = i.id join factor_tag t on t.id = f."tagId" where i.number >= $1 and i.number < $2
  union all select 'action', a.id, i.id, a."createdAt", a.title || E'\\n' || a."finishTest"
    from incident i join action_item a on a."incidentId" = i.id where i.number >= $1 and i.number < $2`;
