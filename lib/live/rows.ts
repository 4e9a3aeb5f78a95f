import { actionItemsSql, type ActionSqlRow, toActionItem } from "../actions/queries";
import { CALL_SELECT, toCalls } from "../calls/queries";
import type { Call } from "../calls/schema";
import { incidentChangesSql, type IncidentChangeSqlRow, toIncidentChange } from "../changes/queries";
import { db } from "../db";
import type { EventType } from "../events/schema";
import { factorsSql } from "../factors/queries";
import type { Factor } from "../factors/schema";
import { keptHintsSql } from "../language/queries";
import type { KeptHint } from "../language/schema";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow, toShared } from "../incidents/queries";
import type { SharedIncident } from "../incidents/schema";
import { netsSql } from "../nets/queries";
import type { SafetyNet } from "../nets/schema";
import { postmortemSql } from "../postmortems/queries";
import type { PostmortemState } from "../postmortems/schema";
import { ENTRY_SELECT, peopleOf, toEntry } from "../timeline/queries";
import type { Entry } from "../timeline/schema";

/**
 * Rows for the live socket, loaded once for all who watch: who may see them was decided before (lib/live/sight.ts),
 * so this asks for no Ctx and uses the bare client.
 */

export interface LiveEvent {
  seq: number;
  type: EventType;
  data: {
    entryId?: string;
    callId?: string;
    changeId?: string;
    factorId?: string;
    net?: string;
    actionItemId?: string;
    postmortemId?: string;
    hintId?: string;
    quiet?: boolean;
  };
}

/** A message as it goes out: the bytes are the same for every viewer. */
export interface Message {
  seq: number;
  type: EventType;
  bytes: Buffer;
}

/** The incident's events after a number, in order. */
export async function eventsAfter(incidentId: string, after: number, limit: number): Promise<LiveEvent[]> {
  const { rows } = await db().reads.query<LiveEvent>({
    name: "live-events",
    text: `select seq, type, data from event where "incidentId" = $1 and seq > $2 order by seq limit $3`,
    values: [incidentId, after, limit],
  });
  return rows;
}

export async function entriesForLive(incidentId: string, entryIds: readonly string[]): Promise<Entry[]> {
  if (entryIds.length === 0) return [];
  const rows = await db().reader.timelineEntry.findMany({ where: { id: { in: [...entryIds] }, incidentId }, select: ENTRY_SELECT });
  const people = await peopleOf(rows);
  return rows.map((row) => toEntry(row, people));
}

export async function incidentForLive(incidentId: string): Promise<SharedIncident | null> {
  const statement = Prisma.sql`select ${INCIDENT_COLUMNS} from incident i where i.id = ${incidentId}::uuid`;
  const { rows } = await db().reads.query<IncidentSqlRow>(statement.text, statement.values as unknown[]);
  return rows[0] ? toShared(rows[0]) : null;
}

export async function callsForLive(incidentId: string, callIds: readonly string[]): Promise<Call[]> {
  if (callIds.length === 0) return [];
  return toCalls(await db().reader.call.findMany({ where: { id: { in: [...callIds] }, incidentId }, select: CALL_SELECT }));
}

const load = async <Row extends object>(statement: Prisma.Sql) => (await db().reads.query<Row>(statement.text, statement.values as unknown[])).rows;
const here = (incidentId: string) => Prisma.sql`i.id = ${incidentId}::uuid`;

/** How the items of an incident held in others is told live only where everyone may know of those. */
const HELD_OF_ALL = Prisma.sql`
  (select coalesce(json_agg(json_build_object('incidentRef', 'INC-' || h.number, 'answer', x.answer, 'note', x.note, 'at', coalesce(x."answeredAt", x."askedAt")) order by x."askedAt"), '[]')
     from action_item_held x join incident h on h.id = x."incidentId" and h.visibility = 'organisation' where x."actionItemId" = a.id) as held`;

type Identified = { id: string };
/** What events are about, by the beginning of their type: the id that their data names, and how those rows are loaded. */
const SUBJECTS: Record<string, { id(data: LiveEvent["data"]): string | undefined; rows(incidentId: string, ids: string[]): Promise<Identified[]> }> = {
  timeline: { id: (data) => data.entryId, rows: entriesForLive },
  call: { id: (data) => data.callId, rows: callsForLive },
  change: {
    id: (data) => data.changeId,
    rows: async (incidentId, ids) => (await load<IncidentChangeSqlRow>(incidentChangesSql(here(incidentId), ids))).map(toIncidentChange),
  },
  factor: { id: (data) => data.factorId, rows: (incidentId, ids) => load<Factor>(factorsSql(here(incidentId), ids)) },
  net: {
    id: (data) => data.net,
    rows: async (incidentId, nets) => (await load<SafetyNet>(netsSql(here(incidentId), nets))).map((row) => ({ ...row, id: row.net })),
  },
  action: {
    id: (data) => data.actionItemId,
    rows: async (incidentId, ids) => (await load<ActionSqlRow>(actionItemsSql(here(incidentId), HELD_OF_ALL, ids))).map(toActionItem),
  },
  postmortem: { id: (data) => data.postmortemId, rows: (incidentId) => load<PostmortemState>(postmortemSql(here(incidentId))) },
  hint: { id: (data) => data.hintId, rows: (incidentId, ids) => load<KeptHint>(keptHintsSql(here(incidentId), ids)) },
};
/** Of these lists a row that is not there any more is told to be gone; a timeline keeps tombstones. */
const LEAVES = ["change", "factor", "action", "hint"];
const about = (type: EventType) => type.slice(0, type.indexOf("."));

/** One that is about what not everyone may know who watches: it goes out as any number that went up. */
const hushed = (event: LiveEvent): LiveEvent => (event.data.quiet ? { seq: event.seq, type: "incident.derived", data: {} } : event);

/** Loads what the events name, each row once, and writes each message once. */
export async function messagesOf(incidentId: string, ref: string, happened: readonly LiveEvent[]): Promise<Message[]> {
  const events = happened.map(hushed);
  const wanted = new Map<string, Set<string>>();
  for (const { type, data } of events) {
    const id = SUBJECTS[about(type)]?.id(data);
    if (id) wanted.set(about(type), (wanted.get(about(type)) ?? new Set()).add(id));
  }
  const ofIncident = events.some(({ type }) => type.startsWith("incident.") || type.startsWith("role."));
  const [incident, ...loaded] = await Promise.all([
    ofIncident ? incidentForLive(incidentId) : null,
    ...[...wanted].map(async ([of, ids]) => (await SUBJECTS[of]!.rows(incidentId, [...ids])).map((row) => [`${of} ${row.id}`, JSON.stringify(row)] as const)),
  ]);
  const rows = new Map(loaded.flat());
  const shared = JSON.stringify(incident);
  return events.map(({ seq, type, data }) => {
    const of = about(type);
    const id = SUBJECTS[of]?.id(data);
    const gone = id && LEAVES.includes(of) ? JSON.stringify({ id, gone: true }) : undefined;
    const row = id ? (rows.get(`${of} ${id}`) ?? gone) : of === "incident" || of === "role" ? shared : undefined;
    return { seq, type, bytes: Buffer.from(`{"ref":"${ref}","seq":${seq},"type":"${type}","row":${row ?? "null"}}`) };
  });
}

/** The incidents whose number has passed what was pushed: `[id, seq]`. */
export async function passed(rooms: readonly { incidentId: string; seq: number }[]): Promise<[string, number][]> {
  const { rows } = await db().reads.query<{ id: string; seq: number }>({
    name: "live-passed",
    text: `select i.id, i.seq from unnest($1::uuid[], $2::int[]) as r(id, seq) join incident i on i.id = r.id where i.seq > r.seq`,
    values: [rooms.map((room) => room.incidentId), rooms.map((room) => room.seq)],
  });
  return rows.map((row) => [row.id, row.seq]);
}
