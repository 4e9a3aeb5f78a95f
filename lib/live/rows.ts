import { CALL_SELECT, toCalls } from "../calls/queries";
import type { Call } from "../calls/schema";
import { db } from "../db";
import type { EventType } from "../events/schema";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow, toShared } from "../incidents/queries";
import type { SharedIncident } from "../incidents/schema";
import { ENTRY_SELECT, peopleOf, toEntry } from "../timeline/queries";
import type { Entry } from "../timeline/schema";

/**
 * Rows for the live socket, loaded once for all who watch: who may see them was decided before (lib/live/sight.ts),
 * so this asks for no Ctx and uses the bare client.
 */

export interface LiveEvent {
  seq: number;
  type: EventType;
  data: { entryId?: string; callId?: string };
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

/** What an event is about: its row's kind and, where there are several, its id. */
function subjectOf({ type, data }: LiveEvent): { of: "entry" | "call"; id: string } | { of: "incident" | "nothing" } {
  if (type.startsWith("timeline.") && data.entryId) return { of: "entry", id: data.entryId };
  if (type.startsWith("call.") && data.callId) return { of: "call", id: data.callId };
  return { of: type.startsWith("incident.") || type.startsWith("role.") ? "incident" : "nothing" };
}

/** Loads what the events name, each row once, and writes each message once. */
export async function messagesOf(incidentId: string, ref: string, events: readonly LiveEvent[]): Promise<Message[]> {
  const subjects = events.map(subjectOf);
  const idsOf = (of: "entry" | "call") => [...new Set(subjects.flatMap((subject) => (subject.of === of && "id" in subject ? subject.id : [])))];
  const [entries, calls, incident] = await Promise.all([
    entriesForLive(incidentId, idsOf("entry")),
    callsForLive(incidentId, idsOf("call")),
    subjects.some(({ of }) => of === "incident") ? incidentForLive(incidentId) : null,
  ]);
  const rows = new Map([...entries, ...calls].map((row) => [row.id, JSON.stringify(row)]));
  const shared = JSON.stringify(incident);
  return events.map(({ seq, type }, at) => {
    const subject = subjects[at]!;
    const row = "id" in subject ? rows.get(subject.id) : subject.of === "incident" ? shared : undefined;
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
