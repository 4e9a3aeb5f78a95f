import { change, type Change, type Locked } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { newId } from "../ids";
import { refOf } from "../incidents/queries";
import { severityRank } from "../incidents/rules";
import type { EntryData } from "../timeline/schema";
import { type NewEntry, writeEntries } from "../timeline/writes";
import { HISTORY, PEOPLE, SERVICES, TEAMS } from "./history";
import { LEARNED } from "./learned/all";
import { ROUTINE } from "./learned/routine";
import { inOrder, type Loading, withRefs } from "./rules";
import type { ExampleEntry, ExampleIncident } from "./schema";
import { loadLearned, loadRoutine } from "./writes";
import { loadWritten } from "./written/mutations";

const MINUTE = 60_000;
/** A slow machine at its first start may take longer than an ordinary write is allowed. */
const LOADING = { limitMs: 120_000 };

type Ids = Loading["ids"];

const idsFor = <Key extends string>(rows: readonly { key: Key }[]) => Object.fromEntries(rows.map((row) => [row.key, newId()])) as Record<Key, string>;

/** Loads the example company and its year, whole or not at all. Its people have no password: an admin's reset link lets one in as them. */
export async function loadExampleHistory(ctx: Ctx): Promise<void> {
  const ids: Ids = { people: idsFor(PEOPLE), teams: idsFor(TEAMS), services: idsFor(SERVICES), incidents: {} as Ids["incidents"] };
  const held: Loading["held"] = [];
  const actions: Loading["actions"] = new Map();
  const { loading, now } = await change(
    ctx,
    "example.load",
    {},
    async (c) => {
      await loadCompany(c, ids);
      c.record({ type: "example.loaded" });
      const history = inOrder(HISTORY, c.now);
      for (const { incident } of history) {
        const [row] = await c.tx.$queryRaw<{ n: number }[]>`select nextval('incident_number_seq')::int as n`;
        ids.incidents[incident.key] = { id: newId(), number: row!.n };
      }
      const tags = await c.tx.factorTag.findMany({ select: { id: true, label: true, group: true } });
      const loading: Loading = { ids, tags: new Map(tags.map(({ label, ...tag }) => [label, tag])), held, actions };
      for (const { incident, declaredAt } of history) {
        await change(ctx, "incident.declare", { newIncident: true }, (inner) => loadIncident(inner, loading, incident, declaredAt));
      }
      await loadRoutine(c, loading, ROUTINE, ctx.actor.id);
      // Merged ones name an incident that must stand first; then the clock of each row is set to its own time, not to that of loading.
      for (const { incident } of history) {
        if (!incident.mergedInto) continue;
        await c.tx.incident.update({ where: { id: ids.incidents[incident.key].id }, data: { mergedIntoId: ids.incidents[incident.mergedInto].id } });
      }
      return { loading, now: c.now };
    },
    LOADING,
  );
  await change(ctx, "example.load", {}, async (c) => {
    c.record({ type: "example.loaded", data: { part: "times" } });
    await loadHeld(c, ids, held);
    await c.tx.$executeRaw`
      update incident i set "updatedAt" = coalesce((select max(least(e."recordedAt", ${c.now})) from timeline_entry e where e."incidentId" = i.id), i."declaredAt")`;
    await c.tx.$executeRaw`
      update event v set at = e."recordedAt" from timeline_entry e where v."incidentId" = e."incidentId" and v.seq = e.seq`;
    await c.tx.$executeRaw`update event v set at = i."declaredAt" from incident i where v."incidentId" = i.id and v.type = 'incident.declared'`;
    await c.tx
      .$executeRaw`insert into incident_seen ("incidentId", "personId", seq) select id, ${ctx.actor.id}::uuid, seq from incident where status in ('resolved', 'declined', 'merged')`;
  });
  await loadWritten(ctx, loading, now);
}

async function loadCompany(c: Change, ids: Ids) {
  await c.tx.person.createMany({ data: PEOPLE.map(({ key, name, email }) => ({ id: ids.people[key], name, email, role: "member" })) });
  await c.tx.team.createMany({ data: TEAMS.map(({ key, name }) => ({ id: ids.teams[key], name })) });
  await c.tx.teamMember.createMany({
    data: PEOPLE.flatMap(({ key, teams }) => teams.map(({ team, role }) => ({ teamId: ids.teams[team], personId: ids.people[key], role }))),
  });
  await c.tx.service.createMany({
    data: SERVICES.map(({ key, name, tier, description, runbookUrl, repositoryUrl, team }) => ({
      id: ids.services[key],
      name,
      tier,
      description,
      runbookUrl,
      repositoryUrl,
      teamId: ids.teams[team],
    })),
  });
  await c.tx.serviceDependency.createMany({
    data: SERVICES.flatMap(({ key, dependsOn }) => dependsOn.map((on) => ({ serviceId: ids.services[key], dependsOnId: ids.services[on] }))),
  });
}

async function loadIncident(c: Change, loading: Loading, given: ExampleIncident, declaredAt: Date) {
  const { ids } = loading;
  const { id, number } = ids.incidents[given.key];
  const at = (minutes: number | undefined) => (minutes === undefined ? null : new Date(declaredAt.getTime() + minutes * MINUTE));
  const declaredById = ids.people[given.declaredBy];
  const status = given.severity ? "investigating" : "triage";
  const { title, mode, environment, visibility, detection, severity } = given;
  const summary = withRefs(given.summary, (key) => refOf(ids.incidents[key].number));
  const involved = new Set([
    given.declaredBy,
    ...given.roles.map((role) => role.person),
    ...given.calls.flatMap((call) => call.people.map((called) => called.person)),
  ]);
  await c.tx.incident.create({
    data: {
      id,
      number,
      title,
      summary,
      mode,
      environment,
      visibility,
      detection,
      declaredAt,
      declaredById,
      status,
      severity,
      severityRank: severityRank(severity),
      givenStatus: status,
      givenSeverity: severity,
      givenStartedAt: at(given.startedMin),
      givenDetectedAt: at(given.detectedMin),
      nextUpdateAt: at(given.nextUpdateMin),
      services: { createMany: { data: given.services.map((key) => ({ serviceId: ids.services[key], declaredAt })) } },
      teams: { createMany: { data: given.teams.map((key) => ({ teamId: ids.teams[key], declaredAt })) } },
      people: { createMany: { data: [...involved].map((key) => ({ personId: ids.people[key], addedById: declaredById, at: declaredAt })) } },
      roles: {
        createMany: {
          data: given.roles.map((role) => ({
            role: role.role,
            personId: ids.people[role.person],
            note: role.note ?? "",
            since: at(role.atMin)!,
            endedAt: at(role.untilMin),
          })),
        },
      },
    },
  });
  c.begin({ id, number, version: 1, seq: 0, status, severity, visibility, declaredById, mergedIntoId: null, declaredAt, leads: false } satisfies Locked);
  c.record({ type: "incident.declared" });
  c.search({ kind: "title", sourceId: id, incidentId: id, at: declaredAt, text: title });
  c.search({ kind: "summary", sourceId: id, incidentId: id, at: declaredAt, text: summary });
  const calls = await loadCalls(c, ids, given, at);
  const entries = [...given.entries.map((entry) => entryOf(entry, ids, given, at)), ...rolesOf(ids, given, at), ...calls];
  // Written in the order of writing, so that what was known later has a later number.
  entries.sort((a, b) => a.recordedAt!.getTime() - b.recordedAt!.getTime());
  await writeEntries(c, declaredById, withFroms(entries, status, severity));
  const learned = LEARNED[given.key];
  if (learned) await loadLearned(c, loading, given, learned, (minutes) => at(minutes)!);
  c.derive();
}

/** "Did it hold?", asked when the later incident was resolved and answered a day after it. */
async function loadHeld(c: Change, ids: Ids, held: Loading["held"]) {
  for (const { actionItemId, incident, answer, note = "", by } of held) {
    const { id: incidentId } = ids.incidents[incident];
    const { resolvedAt, declaredAt } = await c.tx.incident.findUniqueOrThrow({ where: { id: incidentId }, select: { resolvedAt: true, declaredAt: true } });
    const askedAt = resolvedAt ?? declaredAt;
    const answered = answer ? { answeredById: ids.people[by], answeredAt: new Date(Math.min(c.now.getTime(), askedAt.getTime() + 86_400_000)) } : {};
    await c.tx.actionItemHeld.create({ data: { actionItemId, incidentId, answer, note, askedAt, ...answered } });
  }
}

function entryOf(entry: ExampleEntry, ids: Ids, given: ExampleIncident, at: (minutes: number) => Date | null): NewEntry {
  const system = typeof entry.by === "string" ? null : entry.by.name;
  return {
    kind: entry.kind,
    body: withRefs(entry.body, (key) => refOf(ids.incidents[key].number)),
    data: { ...(entry.data as EntryData | undefined), ...(system ? { saidBy: system } : {}) },
    milestone: entry.milestone,
    occurredAt: at(entry.atMin)!,
    recordedAt: at(entry.recordedAtMin ?? entry.atMin)!,
    precision: entry.precision,
    starred: entry.starred,
    knownLater: entry.knownLater,
    sourceUrl: entry.sourceUrl,
    authorId: typeof entry.by === "string" ? ids.people[entry.by] : ids.people[given.declaredBy],
  };
}

function rolesOf(ids: Ids, given: ExampleIncident, at: (minutes: number) => Date | null): NewEntry[] {
  let led = false;
  return given.roles.map((role) => {
    const when = at(role.atMin)!;
    const verb = role.role === "lead" && led ? "handed_over" : "took";
    if (role.role === "lead") led = true;
    const personId = ids.people[role.person];
    return { kind: "role", body: role.note ?? "", data: { role: role.role, personId, verb }, occurredAt: when, recordedAt: when, authorId: personId };
  });
}

async function loadCalls(c: Change, ids: Ids, given: ExampleIncident, at: (minutes: number) => Date | null): Promise<NewEntry[]> {
  const entries: NewEntry[] = [];
  for (const call of given.calls) {
    const id = newId();
    const made = at(call.atMin)!;
    const later = (minutes: number | undefined) => (minutes === undefined ? null : new Date(made.getTime() + minutes * MINUTE));
    await c.tx.call.create({
      data: {
        id,
        incidentId: c.incident.id,
        message: call.message,
        calledById: ids.people[call.by],
        at: made,
        people: {
          createMany: {
            data: call.people.map((called) => ({
              personId: ids.people[called.person],
              toldAt: made,
              seenAt: later(called.seenAfterMin),
              answer: called.answer,
              answeredAt: called.answer ? later(called.answeredAfterMin ?? called.seenAfterMin) : null,
            })),
          },
        },
      },
    });
    entries.push({ kind: "comms", body: call.message, data: { callId: id }, occurredAt: made, recordedAt: made, authorId: ids.people[call.by] });
    for (const called of call.people) {
      const answered = called.answer ? later(called.answeredAfterMin ?? called.seenAfterMin) : null;
      if (called.answer && answered)
        entries.push({
          kind: "comms",
          data: { callId: id, answer: called.answer },
          occurredAt: answered,
          recordedAt: answered,
          authorId: ids.people[called.person],
        });
    }
  }
  return entries;
}

/** `from` of status and severity entries, as the mutation writes it when people do it by hand. */
function withFroms(entries: NewEntry[], status: string, severity: string | null): NewEntry[] {
  const now: Record<string, string | null> = { status, severity };
  return entries.map((entry) => {
    if (entry.kind !== "status" && entry.kind !== "severity") return entry;
    const from = now[entry.kind] ?? null;
    now[entry.kind] = entry.data?.to ?? null;
    return { ...entry, data: { ...entry.data, from } };
  });
}
