import { read, readSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { peopleById, someone } from "../auth/directory";
import { forbidden } from "../errors";
import { EVENT_TYPES } from "../events/schema";
import { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import { may } from "../incidents/policy";
import { numberOf, refOf } from "../incidents/queries";
import { csvLine } from "./rules";
import type { AuditEvent, AuditPage, ListAudit } from "./schema";

/** The audit log is the event log, read by admins: every row of it, since admins see every incident. */

interface Row {
  id: string;
  type: string;
  at: Date;
  actorId: string | null;
  number: number | null;
  seq: number | null;
  data: Record<string, unknown>;
}

function assertAdmin(ctx: Ctx) {
  if (!may("audit.read", { role: ctx.actor.role })) throw forbidden("Only admins read the audit log.");
}

/** Newest first. Numbers and times rise together but for what ran at once, so a range of times is cut by number first: no scan of the whole log. */
async function rowsOf(ctx: Ctx, { type, actor, incident, from, to }: ListAudit, before: string | null, limit: number): Promise<Row[]> {
  const types = type === undefined || type.includes(".") ? type : EVENT_TYPES.filter((known) => known.startsWith(`${type}.`));
  const slack = 60_000;
  const ands = [
    before === null ? Prisma.sql`true` : Prisma.sql`e.id < ${before}::bigint`,
    types === undefined ? Prisma.sql`true` : typeof types === "string" ? Prisma.sql`e.type = ${types}` : Prisma.sql`e.type = any(${types})`,
    actor === undefined ? Prisma.sql`true` : Prisma.sql`e."actorId" = ${actor}::uuid`,
    incident === undefined ? Prisma.sql`true` : Prisma.sql`e."incidentId" = (select i.id from incident i where i.number = ${numberOf(incident)})`,
    from === undefined
      ? Prisma.sql`true`
      : Prisma.sql`e.at >= ${from} and e.id >= coalesce((select f.id from event f where f.at < ${new Date(from.getTime() - slack)} order by f.at desc, f.id desc limit 1), 0)`,
    to === undefined
      ? Prisma.sql`true`
      : Prisma.sql`e.at <= ${to} and e.id <= coalesce((select t.id from event t where t.at > ${new Date(to.getTime() + slack)} order by t.at, t.id limit 1), 9223372036854775807)`,
  ];
  return readSql<Row>(
    ctx,
    Prisma.sql`
      select e.id::text as id, e.type, e.at, e."actorId", e.seq, e.data, (select i.number from incident i where i.id = e."incidentId") as number
      from event e where ${Prisma.join(ands, " and ")} order by e.id desc limit ${limit}`,
  );
}

/** Admins only. `names` tells what the ids of an event are called today. */
export async function listAudit(ctx: Ctx, query: ListAudit): Promise<AuditPage> {
  assertAdmin(ctx);
  const limit = query.limit ?? 25;
  const rows = await rowsOf(ctx, query, cursorOf(query), limit + 1);
  const items = await toEvents(ctx, rows.slice(0, limit));
  return { items, nextCursor: rows.length > limit ? encodeCursor([items[limit - 1]!.id]) : null };
}

function cursorOf({ cursor }: ListAudit): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, ["text"]);
  // Another text is a cursor of another list, and finds nothing.
  return /^\d{1,18}$/.test(id) ? id : "0";
}

const NAMED = ["personId", "personIds", "teamId", "teamIds", "serviceId", "serviceIds", "tokenId", "invitationId"];

async function toEvents(ctx: Ctx, rows: readonly Row[]): Promise<AuditEvent[]> {
  const idsIn = (row: Row) =>
    NAMED.flatMap((key) => row.data[key] ?? []).filter((value): value is string => typeof value === "string" && /^[0-9a-f-]{36}$/i.test(value));
  const [people, names] = await Promise.all([peopleById(rows.flatMap((row) => row.actorId ?? [])), namesOf(ctx, rows.flatMap(idsIn))]);
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    at: row.at.toISOString(),
    actor: row.actorId ? (people.get(row.actorId) ?? someone(row.actorId)) : null,
    incidentRef: row.number === null ? null : refOf(row.number),
    seq: row.seq,
    data: row.data,
    names: Object.fromEntries(idsIn(row).flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : []))),
  }));
}

async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = { where: { id: { in: [...new Set(ids)] } } };
  if (!ids.length) return new Map();
  const rows = read(ctx);
  const select = { id: true, name: true } as const;
  const found = await Promise.all([
    rows.person.findMany({ ...wanted, select }),
    rows.team.findMany({ ...wanted, select }),
    rows.service.findMany({ ...wanted, select }),
    rows.apiToken.findMany({ ...wanted, select }),
    rows.invitation.findMany({ ...wanted, select: { id: true, email: true } }).then((all) => all.map(({ id, email }) => ({ id, name: email }))),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

const CSV_PART = 500;
const CSV_HEAD = ["time (UTC)", "event", "who", "incident", "number in incident", "details"];

/** The whole of what the filters leave, as CSV, read and sent part by part. */
export function auditCsv(ctx: Ctx, query: ListAudit): ReadableStream<Uint8Array> {
  assertAdmin(ctx);
  const encoder = new TextEncoder();
  let before = cursorOf(query);
  let left = query.limit ?? Number.POSITIVE_INFINITY;
  return new ReadableStream({
    start: (out) => out.enqueue(encoder.encode(csvLine(CSV_HEAD))),
    async pull(out) {
      const rows = await rowsOf(ctx, query, before, Math.min(CSV_PART, left));
      const events = await toEvents(ctx, rows);
      if (events.length) out.enqueue(encoder.encode(events.map(toCsv).join("")));
      left -= events.length;
      before = rows.at(-1)?.id ?? before;
      if (rows.length < CSV_PART || left <= 0) out.close();
    },
  });
}

const toCsv = (event: AuditEvent) => csvLine([event.at, event.type, event.actor?.name ?? "", event.incidentRef, event.seq, detailsOf(event)]);

/** `field: name` of everything that an event holds, ids as the names they have today. */
export function detailsOf({ data, names }: Pick<AuditEvent, "data" | "names">): string {
  const word = (value: unknown): string =>
    typeof value === "string" ? (names[value] ?? value) : Array.isArray(value) ? value.map(word).join(", ") : String(value);
  return Object.entries(data)
    .map(([field, value]) => `${field}: ${word(value)}`)
    .join("; ");
}
