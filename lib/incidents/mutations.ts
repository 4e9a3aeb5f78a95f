import { randomInt } from "node:crypto";
import { addCall } from "../calls/writes";
import { type Change, change, expectVersion, type Locked, Repeated } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { turnChanges } from "../beside/writes";
import { AppError, forbidden, invalid } from "../errors";
import { newId } from "../ids";
import { settle } from "../inbox/writes";
import { enqueue } from "../jobs/enqueue";
import { may } from "./policy";
import { getIncident, refOf } from "./queries";
import { severityRank } from "./rules";
import type { DeclareIncident, Incident, SetNextUpdate, UpdateIncident } from "./schema";
import { refuseUnknown } from "./writes";

/** One number in eight is skipped, so that a gap in `INC-n` is ordinary and gives no private incident away. */
const GAP = 8;

/** Declares an incident: a title is enough. A severity says that someone looks already, so it begins in *investigating*. */
export async function declareIncident(ctx: Ctx, input: DeclareIncident): Promise<Incident> {
  try {
    const ref = await change(ctx, "incident.declare", { newIncident: true }, async (c) => {
      await refuseTwice(c, ctx, input.externalId);
      const id = newId(c.now.getTime());
      const status = input.severity ? "investigating" : "triage";
      const visibility = input.visibility ?? "organisation";
      const number = await nextNumber(c);
      // createMany: nothing is read back of what is known.
      await c.tx.incident.createMany({
        data: {
          id,
          number,
          title: input.title,
          summary: input.summary ?? "",
          mode: input.mode ?? "incident",
          environment: input.environment ?? "production",
          visibility,
          detection: input.detection ?? null,
          externalId: input.externalId ?? null,
          declaredAt: c.now,
          declaredById: ctx.actor.id,
          givenStatus: status,
          givenSeverity: input.severity ?? null,
          givenStartedAt: input.startedAt ?? null,
          givenDetectedAt: input.detectedAt ?? null,
          status,
          severity: input.severity ?? null,
          severityRank: severityRank(input.severity ?? null),
          startedAt: input.startedAt ?? null,
          detectedAt: input.detectedAt ?? null,
          acknowledgedAt: input.severity ? c.now : null,
          updatedAt: c.now,
        },
      });
      await c.tx.incidentPerson.createMany({ data: { incidentId: id, personId: ctx.actor.id, addedById: ctx.actor.id, at: c.now } });
      // A private incident is never without someone who may let others in.
      if (visibility === "private") await c.tx.incidentRole.createMany({ data: { incidentId: id, role: "lead", personId: ctx.actor.id, since: c.now } });
      const declared = {
        id,
        number,
        version: 1,
        seq: 0,
        status,
        severity: input.severity ?? null,
        visibility,
        declaredById: ctx.actor.id,
        mergedIntoId: null,
        declaredAt: c.now,
        leads: visibility === "private",
      } satisfies Locked;
      c.begin(declared);
      c.record({ type: "incident.declared" });
      await setServices(c, input.serviceIds);
      await setTeams(c, input.teamIds);
      c.search({ kind: "title", sourceId: id, incidentId: id, at: c.now, text: input.title });
      c.search({ kind: "summary", sourceId: id, incidentId: id, at: c.now, text: input.summary ?? "" });
      if (input.callFor && (input.callFor.teamIds?.length || input.callFor.personIds?.length))
        await addCall(c, ctx, { ...input.callFor, letIn: input.letIn }, "callFor");
      c.made(refOf(number));
      return refOf(number);
    });
    return await getIncident(ctx, ref);
  } catch (error) {
    if (error instanceof Repeated && !ctx.idempotency) return getIncident(ctx, error.id);
    throw error;
  }
}

async function nextNumber(c: Change): Promise<number> {
  const skip = randomInt(GAP) === 0 ? 2 : 1;
  const rows = await c.tx.$queryRaw<{ n: number }[]>`select nextval('incident_number_seq')::int as n from generate_series(1, ${skip})`;
  return rows.at(-1)!.n;
}

/** The same caller declaring the same `externalId` again (an alert that fires twice) means the incident that stands. */
async function refuseTwice(c: Change, ctx: Ctx, externalId: string | undefined) {
  if (!externalId) return;
  await c.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${ctx.actor.id} ${externalId}`}, 7))`;
  const row = await c.tx.incident.findUnique({ where: { declaredById_externalId: { declaredById: ctx.actor.id, externalId } }, select: { number: true } });
  if (row) throw new Repeated(refOf(row.number));
}

async function setServices(c: Change, ids: readonly string[] | undefined, path = "serviceIds") {
  if (!ids) return;
  const wanted = [...new Set(ids)];
  const known = await c.tx.service.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  refuseUnknown(wanted, known, path, "There is no such service");
  const { id: incidentId, declaredAt } = c.incident;
  await c.tx.incidentService.deleteMany({ where: { incidentId, serviceId: { notIn: wanted } } });
  await c.tx.incidentService.createMany({ data: wanted.map((serviceId) => ({ incidentId, serviceId, declaredAt })), skipDuplicates: true });
}

async function setTeams(c: Change, ids: readonly string[] | undefined, path = "teamIds") {
  if (!ids) return;
  const wanted = [...new Set(ids)];
  const known = await c.tx.team.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  refuseUnknown(wanted, known, path, "There is no such team");
  const { id: incidentId, declaredAt } = c.incident;
  await c.tx.incidentTeam.deleteMany({ where: { incidentId, teamId: { notIn: wanted } } });
  await c.tx.incidentTeam.createMany({ data: wanted.map((teamId) => ({ incidentId, teamId, declaredAt })), skipDuplicates: true });
}

/** Changes what was given when declaring; the derived columns follow. */
export async function updateIncident(ctx: Ctx, ref: string, input: UpdateIncident, ifMatch?: number): Promise<Incident> {
  await change(ctx, "incident.update", { incident: ref }, async (c) => {
    const row = await c.tx.incident.findUniqueOrThrow({ where: { id: c.incident.id } });
    const turns = input.visibility !== undefined && input.visibility !== row.visibility;
    if (turns && !may("incident.visibility", { role: ctx.actor.role, leads: c.incident.leads }))
      throw forbidden("Only its lead or an admin may change who sees an incident.");
    // It is one of its declarer's own: another could find out by it what they have declared in private.
    if (input.externalId && row.declaredById !== ctx.actor.id && ctx.actor.role !== "admin")
      throw forbidden("Only its declarer or an admin may change the externalId of an incident.");
    await expectVersion(ifMatch, row.version, () => getIncident(ctx, ref));
    const fields = Object.keys(input).filter((field) => input[field as keyof UpdateIncident] !== undefined);
    if (fields.length === 0) throw invalid("", "Say what to change");
    const started = input.startedAt === undefined ? row.givenStartedAt : input.startedAt;
    const detected = input.detectedAt === undefined ? row.givenDetectedAt : input.detectedAt;
    if (started && detected && detected < started) {
      const message = "Detection cannot come before the start of impact";
      throw new AppError("INVALID", message, {
        errors: [
          { path: "startedAt", message },
          { path: "detectedAt", message },
        ],
      });
    }
    await setServices(c, input.serviceIds);
    await setTeams(c, input.teamIds);
    const { title, summary, mode, environment, visibility, detection, externalId, access } = input;
    if (externalId) await refuseTaken(c, row.declaredById, externalId, row.id);
    await c.tx.incident.update({
      where: { id: row.id },
      data: {
        version: { increment: 1 },
        ...(title === undefined ? {} : { title }),
        ...(summary === undefined ? {} : { summary }),
        ...(mode === undefined ? {} : { mode }),
        ...(environment === undefined ? {} : { environment }),
        ...(visibility === undefined ? {} : { visibility }),
        ...(detection === undefined ? {} : { detection }),
        ...(externalId === undefined ? {} : { externalId }),
        ...(input.startedAt === undefined ? {} : { givenStartedAt: input.startedAt }),
        ...(input.detectedAt === undefined ? {} : { givenDetectedAt: input.detectedAt }),
        ...(access?.onePersonCould === undefined ? {} : { onePersonCould: access.onePersonCould }),
        ...(access?.onePersonShould === undefined ? {} : { onePersonShould: access.onePersonShould }),
        ...(access?.note === undefined ? {} : { accessNote: access.note }),
      },
    });
    c.record({ type: "incident.updated", data: { fields } });
    if (turns) await turnVisibility(c, ctx, visibility!);
    if (input.startedAt !== undefined || input.detectedAt !== undefined) c.derive();
    if (title !== undefined) c.search({ kind: "title", sourceId: row.id, incidentId: row.id, at: row.declaredAt, text: title });
    if (summary !== undefined) c.search({ kind: "summary", sourceId: row.id, incidentId: row.id, at: row.declaredAt, text: summary });
  });
  return getIncident(ctx, ref);
}

async function refuseTaken(c: Change, declaredById: string, externalId: string, id: string) {
  const taken = await c.tx.incident.count({ where: { declaredById, externalId, id: { not: id } } });
  if (taken) throw invalid("externalId", "Another incident has this externalId", "taken");
}

/** Turning private keeps those who are in it: its declarer, who holds a role, who was called, and who turned it. */
async function turnVisibility(c: Change, ctx: Ctx, visibility: string) {
  const { id, declaredById } = c.incident;
  c.record({ type: "incident.visibility_changed", data: { to: visibility } });
  await turnChanges(c, visibility);
  if (visibility !== "private") return;
  await c.tx.$executeRaw`
    insert into incident_person ("incidentId", "personId", "addedById", at)
    select distinct ${id}::uuid, x.person, ${ctx.actor.id}::uuid, ${c.now}::timestamptz from (
      select ${declaredById}::uuid as person union select ${ctx.actor.id}::uuid
      union select "personId" from incident_role where "incidentId" = ${id}::uuid and "endedAt" is null
      union select p."personId" from call_person p join call k on k.id = p."callId" where k."incidentId" = ${id}::uuid) x
    on conflict do nothing`;
  const leads = await c.tx.incidentRole.count({ where: { incidentId: id, role: "lead", endedAt: null } });
  if (!leads) await c.tx.incidentRole.create({ data: { incidentId: id, role: "lead", personId: declaredById, since: c.now } });
}

/** Promises the next update; at that time the lead is reminded. Null takes the promise back. */
export async function setNextUpdate(ctx: Ctx, ref: string, input: SetNextUpdate): Promise<Incident> {
  await change(ctx, "incident.next_update", { incident: ref }, async (c) => {
    const at = input.inMinutes === undefined ? (input.at ?? null) : new Date(c.now.getTime() + input.inMinutes * 60_000);
    if (at && at <= c.now) throw invalid(input.at === undefined ? "inMinutes" : "at", "The next update lies in the past");
    await c.tx.incident.update({ where: { id: c.incident.id }, data: { nextUpdateAt: at } });
    c.record({ type: "incident.next_update_set" });
    // What was due has been answered by a new promise, or is no longer promised.
    await settle(c, "update_due");
    if (at) await enqueue(c.tx, "update.due", { incidentId: c.incident.id, at: at.toISOString() }, { startAfter: at });
    c.made(ref);
  });
  return getIncident(ctx, ref);
}
