import type { Change } from "../auth/change";
import { diffCounts } from "../diffs/rules";
import { newId } from "../ids";
import { type Loading, midnightOf, routineAt } from "./rules";
import type { ExampleEvidence, ExampleLearned, ExampleRoutine } from "./learned/schema";
import type { ExampleIncident } from "./schema";

/** What was found about an incident, written inside the change that loads it. */

const DAY = 86_400_000;

const kept = (diff: string | undefined) => {
  if (diff === undefined) return {};
  const { files, added, removed } = diffCounts(diff);
  return { diffFiles: files, diffAdded: added, diffRemoved: removed, diffBytes: Buffer.byteLength(diff), diff: { create: { text: diff } } };
};

export async function loadLearned(c: Change, loading: Loading, given: ExampleIncident, learned: ExampleLearned, at: (minutes: number) => Date): Promise<void> {
  const changes = await loadChanges(c, loading, learned, at);
  const written = await c.tx.timelineEntry.findMany({
    where: { incidentId: c.incident.id, kind: { not: "role" } },
    orderBy: { seq: "asc" },
    select: { id: true, kind: true, data: true, occurredAt: true },
  });
  // What the history's own file tells: calls and their answers write entries too.
  const entries = written.filter(({ data }) => !(data as { callId?: string } | null)?.callId);
  const entryAt = (minutes: number) => {
    const found = entries.find((entry) => entry.occurredAt.getTime() === at(minutes).getTime());
    if (!found) throw new Error(`${given.key} has no entry at ${minutes}`);
    return found;
  };
  // The rail shows a change's diff at the entry that tells of it.
  for (const change of learned.changes ?? []) {
    const told = entries.find((entry) => entry.kind === "change" && entry.occurredAt.getTime() === at(change.atMin).getTime());
    if (told) await c.tx.timelineEntry.update({ where: { id: told.id }, data: { data: { ...(told.data as object), changeId: changes.get(change.key)! } } });
  }
  const factors = await loadFactors(c, loading, learned, (evidence) => evidenceOf(evidence, changes, (minutes) => entryAt(minutes).id));
  await loadNets(c, loading, learned, at);
  await loadActions(c, loading, learned, at(0), factors, (minutes) => entryAt(minutes).id);
  if (learned.access) {
    const { onePersonCould, onePersonShould, note } = learned.access;
    await c.tx.incident.update({ where: { id: c.incident.id }, data: { onePersonCould, onePersonShould, accessNote: note } });
  }
}

async function loadChanges(c: Change, { ids }: Loading, learned: ExampleLearned, at: (minutes: number) => Date): Promise<Map<string, string>> {
  const { id: incidentId, visibility } = c.incident;
  const made = new Map<string, string>();
  for (const change of learned.changes ?? []) {
    const id = newId();
    made.set(change.key, id);
    const { kind, summary, environment = "production", actor = null, before = null, after = null, url = null, diff, verdict, why } = change;
    await c.tx.change.create({
      data: {
        id,
        kind,
        summary,
        environment,
        actor,
        before,
        after,
        url,
        serviceId: change.service ? ids.services[change.service] : null,
        occurredAt: at(change.atMin),
        recordedById: ids.people[change.by],
        recordedAt: at(change.addedAtMin),
        recordedInId: incidentId,
        incidentId: visibility === "private" ? incidentId : null,
        ...kept(diff),
      },
    });
    const by = { addedById: ids.people[change.by], addedAt: at(change.addedAtMin) };
    const judged = verdict ? { judgedById: by.addedById, judgedAt: by.addedAt } : {};
    await c.tx.incidentChange.create({ data: { incidentId, changeId: id, verdict, why, ...by, ...judged } });
    c.search({ kind: "change", sourceId: id, incidentId, at: at(change.atMin), text: [summary, before, after, why].filter(Boolean).join("\n") });
  }
  for (const { kind, by, why, atMin } of learned.nothing ?? []) {
    const id = newId();
    const recordedById = ids.people[by];
    await c.tx.change.create({
      data: { id, kind, nothingChanged: true, occurredAt: at(atMin), recordedById, recordedAt: at(atMin), recordedInId: incidentId, incidentId },
    });
    await c.tx.incidentChange.create({ data: { incidentId, changeId: id, why, addedById: recordedById, addedAt: at(atMin) } });
  }
  return made;
}

function evidenceOf(evidence: ExampleEvidence, changes: Map<string, string>, entryAt: (minutes: number) => string): object {
  if ("entryAtMin" in evidence) return { kind: "entry", id: entryAt(evidence.entryAtMin) };
  if ("url" in evidence) return { kind: "url", ...evidence };
  const { change, ...line } = evidence;
  const id = changes.get(change);
  if (!id) throw new Error(`There is no change ${change}`);
  return { kind: "change", id, ...line };
}

async function loadFactors(
  c: Change,
  { ids, tags }: Loading,
  learned: ExampleLearned,
  evidence: (of: ExampleEvidence) => object,
): Promise<Map<string, string>> {
  const { id: incidentId, declaredAt } = c.incident;
  const made = new Map((learned.factors ?? []).map(({ key }) => [key, newId()]));
  const idOf = (key: string) => {
    const id = made.get(key);
    if (!id) throw new Error(`There is no factor ${key}`);
    return id;
  };
  for (const [order, factor] of (learned.factors ?? []).entries()) {
    const tag = tags.get(factor.tag)!;
    const { role, why } = factor;
    const id = idOf(factor.key);
    await c.tx.factor.create({
      data: {
        id,
        incidentId,
        group: tag.group,
        tagId: tag.id,
        role,
        why,
        order,
        addedById: ids.people[factor.by],
        evidence: (factor.evidence ?? []).map(evidence),
      },
    });
    c.search({ kind: "factor", sourceId: id, incidentId, at: declaredAt, text: `${factor.tag}\n${why}` });
  }
  const pairs = new Map<string, { incidentId: string; oneId: string; otherId: string }>();
  for (const { key, combinesWith = [] } of learned.factors ?? []) {
    for (const other of combinesWith) {
      const [oneId, otherId] = [idOf(key), idOf(other)].sort() as [string, string];
      pairs.set(`${oneId} ${otherId}`, { incidentId, oneId, otherId });
    }
  }
  await c.tx.factorPair.createMany({ data: [...pairs.values()] });
  return made;
}

async function loadNets(c: Change, { ids }: Loading, learned: ExampleLearned, at: (minutes: number) => Date): Promise<void> {
  const { id: incidentId } = c.incident;
  const answeredAt = new Date(Math.min(c.now.getTime(), at(0).getTime() + 2 * DAY));
  await c.tx.safetyNet.createMany({ data: (learned.nets ?? []).map(({ by, ...net }) => ({ incidentId, ...net, answeredById: ids.people[by], answeredAt })) });
}

async function loadActions(
  c: Change,
  { ids, held, actions }: Loading,
  learned: ExampleLearned,
  declaredAt: Date,
  factors: Map<string, string>,
  entryAt: (minutes: number) => string,
): Promise<void> {
  const { id: incidentId } = c.incident;
  const days = (n: number) => new Date(Math.min(c.now.getTime(), declaredAt.getTime() + n * DAY));
  const day = (moment: number) => new Date(midnightOf(new Date(moment)));
  for (const { key, by, owner, team, dueDays, dueInDays, doneDays, factor, entryAtMin, madeDays, waits, held: tested = [], ...action } of learned.actions ??
    []) {
    const id = newId();
    const { number } = await c.tx.actionItem.create({
      select: { number: true },
      data: {
        id,
        incidentId,
        ...action,
        ownerId: owner ? ids.people[owner] : null,
        teamId: team ? ids.teams[team] : null,
        dueOn: dueInDays !== undefined ? day(c.now.getTime() + dueInDays * DAY) : dueDays !== undefined ? day(declaredAt.getTime() + dueDays * DAY) : null,
        factorId: factor ? (factors.get(factor) ?? null) : null,
        entryId: entryAtMin === undefined ? null : entryAt(entryAtMin),
        snoozedUntil: waits ? new Date(c.now.getTime() + waits.days * DAY) : null,
        snoozeWhy: waits?.why ?? "",
        doneAt: doneDays === undefined ? null : days(doneDays),
        doneById: doneDays === undefined ? null : ids.people[owner ?? by],
        createdById: ids.people[by],
        createdAt: days(madeDays),
        updatedAt: days(doneDays ?? madeDays),
      },
    });
    if (key) actions.set(key, { number, title: action.title });
    c.search({
      kind: "action",
      sourceId: id,
      incidentId,
      at: days(madeDays),
      text: [action.title, action.description, action.finishTest].filter(Boolean).join("\n"),
    });
    for (const one of tested) held.push({ actionItemId: id, ...one });
  }
}

/** The changes of ordinary days, by themselves. */
export async function loadRoutine(c: Change, { ids }: Loading, routine: readonly ExampleRoutine[], recordedById: string): Promise<void> {
  for (const given of routine) {
    const occurredAt = routineAt(given, c.now);
    const { kind, summary, service, diff, environment = "production", actor, before, after, url } = given;
    await c.tx.change.create({
      data: {
        kind,
        summary,
        environment,
        actor,
        before,
        after,
        url,
        occurredAt,
        serviceId: service ? ids.services[service] : null,
        recordedById,
        recordedAt: occurredAt,
        ...kept(diff),
      },
    });
  }
}
