import { AsyncLocalStorage } from "node:async_hooks";
import { db, fromDatabase } from "../db";
import { AppError, forbidden, invalid, notFound } from "../errors";
import { publish } from "../events/publish";
import type { Committed, NewEvent } from "../events/schema";
import type { Prisma } from "../generated/prisma/client";
import { may, NAMELESS, type Verb } from "../incidents/policy";
import { visibleSql } from "./access";
import type { Ctx } from "./ctx";
import { inTurn } from "./queue";
import { refreshIncident, type SearchSource, searchParts } from "./refresh";

export type Tx = Prisma.TransactionClient;

/** What a verb acts on. An incident's ref, an incident to be made, or something beside incidents with the facts that the policy asks for. */
export type Target = { incident: string; also?: string[] } | { newIncident: true } | { own?: boolean; leads?: boolean };

/** The incident as it stands under its lock. */
export interface Locked {
  id: string;
  number: number;
  version: number;
  seq: number;
  status: string;
  severity: string | null;
  visibility: string;
  declaredById: string;
  mergedIntoId: string | null;
  declaredAt: Date;
  leads: boolean;
}

export interface Change {
  readonly tx: Tx;
  readonly now: Date;
  /** The locked incident; throws where the target is none. */
  readonly incident: Locked;
  /** Writes an event with the transaction; answers the incident's number of it (null beside incidents). */
  record(event: NewEvent): number;
  /** The incident's row was made in this change: events go to it from here on. */
  begin(incident: Locked): void;
  /** A further incident of this change, named in `also` and locked with the first. */
  other(ref: string): Promise<Change>;
  /** Writes this source's search row again, or drops it. */
  search(source: SearchSource): void;
  /** The derived columns must be made again. */
  derive(): void;
  /** For an idempotent repetition: the id of what this POST made. */
  made(id: string): void;
  /** Runs in the transaction after the search rows: what a redaction still has to purge. */
  purge(run: () => Promise<void>): void;
  afterCommit(run: () => void): void;
}

/** Thrown to route(): this key was used for the same request; here is what it made. */
export class Repeated extends Error {
  constructor(readonly id: string) {
    super("repeated");
  }
}

interface State {
  tx: Tx;
  locked: Map<string, Locked>;
  events: (Committed & { actorId: string | null })[];
  search: SearchSource[];
  derive: Set<string>;
  made: string | null;
  purge: (() => Promise<void>)[];
  after: (() => void)[];
  now: Date;
}

const current = new AsyncLocalStorage<State>();

/**
 * The only way to a transaction: loads and locks the target in scope (or NOT_FOUND), asks the policy (or FORBIDDEN), refuses to commit
 * without an event, refreshes derived columns and search rows of what was touched, and announces it after the commit. A change() inside a change() joins it.
 */
export async function change<T>(ctx: Ctx, verb: Verb, target: Target, run: (change: Change) => Promise<T>, { limitMs }: { limitMs?: number } = {}): Promise<T> {
  const outer = current.getStore();
  if (outer) return within(ctx, verb, target, outer, run);

  const state: State = {
    tx: undefined as never,
    locked: new Map(),
    events: [],
    search: [],
    derive: new Set(),
    made: null,
    purge: [],
    after: [],
    now: new Date(),
  };
  const transact = () =>
    db().writer.$transaction(
      async (tx) => {
        state.tx = tx;
        const result = await current.run(state, async () => {
          const answer = await within(ctx, verb, target, state, run, () => claimKey(ctx, tx));
          await finish(ctx, state);
          return answer;
        });
        return result;
      },
      limitMs === undefined ? {} : { timeout: limitMs },
    );
  try {
    const result = "incident" in target ? await inTurn(target.incident, transact) : await transact();
    publish(state.events);
    for (const after of state.after) after();
    return result;
  } catch (error) {
    throw error instanceof Repeated ? error : fromDatabase(error);
  }
}

async function within<T>(ctx: Ctx, verb: Verb, target: Target, state: State, run: (change: Change) => Promise<T>, ready?: () => Promise<void>): Promise<T> {
  if (ctx.scope === "read") throw forbidden("This token may only read.");
  const incident = "incident" in target ? await lockTarget(ctx, target, state) : null;
  const facts = incident ? { leads: incident.leads } : (target as { own?: boolean; leads?: boolean });
  if (!may(verb, { role: ctx.actor.role, ...facts })) throw forbidden();
  const nameless = NAMELESS.has(verb);
  if (!nameless) await ready?.();
  const before = state.events.length;
  const result = await run(handle(ctx, nameless ? null : ctx.actor.id, state, incident));
  if (state.events.length === before) throw new Error(`${verb} recorded nothing, so it may not commit`);
  return result;
}

function handle(ctx: Ctx, actorId: string | null, state: State, incident: Locked | null): Change {
  let own = incident;
  return {
    tx: state.tx,
    now: state.now,
    get incident() {
      if (!own) throw new Error("This change has no incident");
      return own;
    },
    begin(made) {
      own = made;
      state.locked.set(`INC-${made.number}`, made);
    },
    other: async (ref) => handle(ctx, actorId, state, await lockIncident(ctx, ref, state)),
    record({ type, data = {} }) {
      const seq = own ? ++own.seq : null;
      state.events.push({ incidentId: own?.id ?? null, seq, type, data, actorId });
      return seq ?? 0;
    },
    search: (source) => void state.search.push(source),
    derive: () => void state.derive.add(own!.id),
    made: (id) => void (state.made ??= id),
    purge: (run) => void state.purge.push(run),
    afterCommit: (after) => void state.after.push(after),
  };
}

/** Several incidents are locked in the order of their numbers, whoever asks, so that two changes cannot wait for each other. */
async function lockTarget(ctx: Ctx, target: { incident: string; also?: string[] }, state: State): Promise<Locked> {
  for (const ref of [target.incident, ...(target.also ?? [])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) await lockIncident(ctx, ref, state);
  return lockIncident(ctx, target.incident, state);
}

const REF = /^INC-([1-9]\d{0,8})$/;

async function lockIncident(ctx: Ctx, ref: string, state: State): Promise<Locked> {
  const held = state.locked.get(ref);
  if (held) return held;
  const number = REF.exec(ref)?.[1];
  if (!number) throw notFound();
  const [row] = await state.tx.$queryRaw<Locked[]>`
    select i.id, i.number, i.version, i.seq, i.status, i.severity, i.visibility, i."declaredById", i."mergedIntoId", i."declaredAt",
      exists (select 1 from incident_role r where r."incidentId" = i.id and r."personId" = ${ctx.actor.id}::uuid and r.role = 'lead' and r."endedAt" is null) as leads
    from incident i where i.number = ${Number(number)} and ${visibleSql(ctx)} for no key update of i`;
  if (!row) throw notFound();
  state.locked.set(ref, row);
  return row;
}

/** The key is written first: a second request with it waits here until the first has committed. */
async function claimKey(ctx: Ctx, tx: Tx) {
  if (!ctx.idempotency) return;
  const { key, hash } = ctx.idempotency;
  const fresh = await tx.$executeRaw`
    insert into idempotency_key ("personId", key, hash) values (${ctx.actor.id}::uuid, ${key}, ${hash}) on conflict do nothing`;
  if (fresh) return;
  const [row] = await tx.$queryRaw<{ hash: Uint8Array; made: string | null }[]>`
    select hash, made #>> '{}' as made from idempotency_key where "personId" = ${ctx.actor.id}::uuid and key = ${key}`;
  if (!row || Buffer.compare(Buffer.from(row.hash), Buffer.from(hash)) !== 0) throw invalid("Idempotency-Key", "This key was used for another request");
  throw new Repeated(row.made ?? "");
}

/** Events, derived columns and search rows, in the transaction; the incident's number goes up with them. */
async function finish(ctx: Ctx, state: State) {
  const { tx } = state;
  for (const incident of state.locked.values()) {
    if (!state.derive.has(incident.id)) continue;
    const fields = await refreshIncident(tx, incident.id);
    if (fields.length) state.events.push({ incidentId: incident.id, seq: ++incident.seq, type: "incident.derived", data: { fields }, actorId: ctx.actor.id });
  }
  const touched = [...state.locked.values()].filter((incident) => state.events.some((event) => event.incidentId === incident.id));
  // One statement, one round trip: a write holds its incident's lock while it runs.
  await tx.$executeRaw`
    with numbers as (
      update incident i set seq = t.seq, "updatedAt" = ${state.now}
      from unnest(${touched.map((incident) => incident.id)}::uuid[], ${touched.map((incident) => incident.seq)}::int[]) as t(id, seq) where i.id = t.id
    )${searchParts(state.search)}
    insert into event ("incidentId", seq, type, data, "actorId", at)
    select e."incidentId", e.seq, e.type, e.data, e."actorId", ${state.now}
    from jsonb_to_recordset(${JSON.stringify(state.events)}::jsonb) as e("incidentId" uuid, seq int, type text, data jsonb, "actorId" uuid)`;
  for (const purge of state.purge) await purge();
  if (ctx.idempotency && state.made) {
    await tx.$executeRaw`
      update idempotency_key set made = ${JSON.stringify(state.made)}::jsonb where "personId" = ${ctx.actor.id}::uuid and key = ${ctx.idempotency.key}`;
  }
}

/** Checks `If-Match` against the row under lock. */
export function expectVersion(ifMatch: number | undefined, version: number, currentRow: () => Promise<unknown>): Promise<void> | undefined {
  if (ifMatch === undefined || ifMatch === version) return;
  return currentRow().then((row) => {
    throw new AppError("CONFLICT", "Someone changed this in the meantime. What you typed is kept.", { current: row });
  });
}

/** A small write that is nobody's news (how far one has read, when a session was last seen): no event, no lock, no policy. The caller has found the row in scope. */
export async function aside<T>(run: (tx: Pick<Tx, "$executeRaw" | "$queryRaw" | "$queryRawUnsafe">) => Promise<T>): Promise<T> {
  try {
    return await run(db().writer);
  } catch (error) {
    throw fromDatabase(error);
  }
}
