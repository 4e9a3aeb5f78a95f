import { createHash } from "node:crypto";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Ctx } from "./ctx";

/**
 * What one may see is how one gets the row. `read(ctx)` ANDs visibility onto every model that an incident owns;
 * `visibleSql(ctx)` is the same rule for hand-written SQL. A property test holds the two equal.
 */

/** Incidents that the actor may see, as a Prisma filter. Admins see all. */
export function visibleIncidents(ctx: Ctx): Prisma.IncidentWhereInput {
  if (ctx.actor.role === "admin") return {};
  return { OR: [{ visibility: "organisation" }, { people: { some: { personId: ctx.actor.id } } }] };
}

/** The same as SQL, over an `incident` aliased as `alias`. */
export function visibleSql(ctx: Ctx, alias = "i"): Prisma.Sql {
  if (ctx.actor.role === "admin") return Prisma.sql`true`;
  const i = Prisma.raw(alias);
  return Prisma.sql`(${i}.visibility = 'organisation' or exists (
    select 1 from incident_person vp where vp."incidentId" = ${i}.id and vp."personId" = ${ctx.actor.id}::uuid))`;
}

/** How each model that an incident owns hangs on it. A test holds this list complete against the schema. */
const OWNED: Record<string, (visible: Prisma.IncidentWhereInput) => object> = {
  Incident: (visible) => visible,
  IncidentService: (incident) => ({ incident }),
  IncidentTeam: (incident) => ({ incident }),
  IncidentRole: (incident) => ({ incident }),
  IncidentPerson: (incident) => ({ incident }),
  IncidentSeen: (incident) => ({ incident }),
  TimelineEntry: (incident) => ({ incident }),
  TimelineRevision: (incident) => ({ entry: { incident } }),
  Attachment: (incident) => ({ incident }),
  Call: (incident) => ({ incident }),
  CallPerson: (incident) => ({ call: { incident } }),
  InboxItem: (incident) => ({ incident }),
  Change: (incident) => ({ OR: [{ incidentId: null }, { incident }] }),
  ChangeDiff: (incident) => ({ change: { OR: [{ incidentId: null }, { incident }] } }),
  IncidentChange: (incident) => ({ incident }),
  Factor: (incident) => ({ incident }),
  FactorPair: (incident) => ({ incident }),
  SafetyNet: (incident) => ({ incident }),
  ActionItem: (incident) => ({ incident }),
  ActionItemHeld: (incident) => ({ incident, item: { incident } }),
  Postmortem: (incident) => ({ incident }),
  Document: (incident) => ({ postmortem: { incident } }),
  DocumentUpdate: (incident) => ({ postmortem: { incident } }),
  DocumentSnapshot: (incident) => ({ postmortem: { incident } }),
  PostmortemAuthor: (incident) => ({ postmortem: { incident } }),
  PostmortemVersion: (incident) => ({ postmortem: { incident } }),
  PostmortemReview: (incident) => ({ postmortem: { incident } }),
  PostmortemSection: (incident) => ({ postmortem: { incident } }),
  KeptHint: (incident) => ({ incident }),
  Event: (incident) => ({ OR: [{ incidentId: null }, { incident }] }),
};
export const OWNED_MODELS = Object.keys(OWNED);

const READS = new Set(["findUnique", "findUniqueOrThrow", "findFirst", "findFirstOrThrow", "findMany", "count", "aggregate", "groupBy"]);

function scoped(ctx: Ctx) {
  const visible = visibleIncidents(ctx);
  return db().reader.$extends({
    name: "read",
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (!READS.has(operation)) throw new Error(`read(ctx) only reads; ${model}.${operation} belongs in change()`);
          const owned = OWNED[model];
          if (!owned || ctx.actor.role === "admin") return query(args);
          const given = (args as { where?: { AND?: object | object[] } }).where ?? {};
          const and = given.AND ? (Array.isArray(given.AND) ? given.AND : [given.AND]) : [];
          return query({ ...args, where: { ...given, AND: [...and, owned(visible)] } } as typeof args);
        },
      },
    },
  });
}
type Reader = ReturnType<typeof scoped>;

const readers = new WeakMap<Ctx, Reader>();

/** The only way to rows: a client that cannot return what the actor may not see, and cannot write. */
export function read(ctx: Ctx): Reader {
  let reader = readers.get(ctx);
  if (!reader) readers.set(ctx, (reader = scoped(ctx)));
  return reader;
}

/** Hand-written reading SQL. The statement must hold `visibleSql(ctx)` wherever it touches an incident's rows. */
export async function readSql<Row extends object>(_ctx: Ctx, statement: Prisma.Sql): Promise<Row[]> {
  const { rows } = await db().reads.query<Row>(statement.text, statement.values as unknown[]);
  return rows;
}

/** As readSql, for a statement whose text is nearly always the same: each connection reads and plans it once. */
export async function readOften<Row extends object>(_ctx: Ctx, statement: Prisma.Sql): Promise<Row[]> {
  const { text } = statement;
  const name = createHash("sha1").update(text).digest("base64url");
  const { rows } = await db().reads.query<Row>({ name, text, values: statement.values as unknown[] });
  return rows;
}
