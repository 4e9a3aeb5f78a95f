import { deriveIncident, severityRank } from "../../lib/incidents/rules";
import type { Detection, Environment, IncidentRole, Milestone, Mode, Severity, Status, Visibility } from "../../lib/incidents/words";
import type { EntryKind } from "../../lib/timeline/words";
import type { Company } from "./company";
import { Chance } from "./random";
import { sentence, zipf, DO, METRICS, SYMPTOMS } from "./words";

export interface MadeEntry {
  id: string;
  seq: number;
  kind: EntryKind;
  body: string;
  data: Record<string, string | number>;
  milestone: Milestone | null;
  occurredAt: number;
  recordedAt: number;
  author: number;
  starred: boolean;
  /** For the seq of the event that made it. */
  event: string;
}

export interface MadeIncident {
  id: string;
  number: number;
  title: string;
  summary: string;
  mode: Mode;
  environment: Environment;
  visibility: Visibility;
  detection: Detection;
  declaredAt: number;
  declaredBy: number;
  givenStatus: Status;
  givenSeverity: Severity | null;
  startedAt: number | null;
  detectedAt: number | null;
  derived: ReturnType<typeof deriveIncident>;
  rank: number;
  known: string | null;
  impact: string | null;
  trying: string[];
  seq: number;
  updatedAt: number;
  services: number[];
  teams: number[];
  roles: { id: string; role: IncidentRole; person: number; since: number }[];
  people: number[];
  entries: MadeEntry[];
}

const MINUTE = 60_000;

const firstLine = (text: string) => (text.length > 280 ? `${text.slice(0, 279)}…` : text);

/** The incident with this place in the history: a function of its place alone, so that each pass over the history makes the same one. */
export function incidentAt(at: number, total: number, firstNumber: number, began: number, ends: number, firm: Company): MadeIncident {
  const chance = new Chance(42, at + 1);
  const step = (ends - began) / total;
  const declaredAt = Math.floor(began + at * step + chance.unit() * step * 0.9);
  const id = chance.id(declaredAt);
  const service = Math.floor(firm.services.length * chance.unit() ** 1.7);
  const others = chance.chance(0.35) ? [chance.whole(0, firm.services.length - 1)] : [];
  const services = [...new Set([service, ...others])];
  const named = firm.services[service]!;
  const team = firm.teams[named.team]!;
  const teams = [...new Set([named.team, ...(chance.chance(0.3) ? [chance.whole(0, firm.teams.length - 1)] : [])])];
  const mode = chance.weighted<Mode>([
    ["incident", 88],
    ["retrospective", 5],
    ["near_miss", 4],
    ["drill", 3],
  ]);
  const severity = chance.weighted<Severity | null>([
    ["SEV1", 4],
    ["SEV2", 16],
    ["SEV3", 40],
    ["SEV4", 25],
    [null, 15],
  ]);
  const environment = chance.weighted<Environment>([
    ["production", 85],
    ["staging", 10],
    ["development", 3],
    ["other", 2],
  ]);
  const visibility: Visibility = chance.chance(0.03) ? "private" : "organisation";
  const detection = chance.weighted<Detection>([
    ["alert", 55],
    ["customer_report", 20],
    ["teammate_noticed", 15],
    ["synthetic_check", 6],
    ["third_party", 3],
    ["other", 1],
  ]);
  const crew = [...new Set(Array.from({ length: chance.whole(1, 4) }, () => chance.pick(team.memberAt)))];
  const lead = crew[0]!;
  const declaredBy = chance.pick(crew);
  const startedAt = chance.chance(0.7) ? declaredAt - chance.whole(1, 90) * MINUTE : null;
  const detectedAt = chance.chance(0.7) ? Math.max(startedAt ?? 0, declaredAt - chance.whole(0, 12) * MINUTE) : null;
  const title = `${named.name}: ${chance.pick(SYMPTOMS)}, ${zipf(chance)} ${zipf(chance)} ${zipf(chance)}`;
  const summary = chance.chance(0.6) ? sentence(chance, 12, 30) : "";
  const fresh = ends - declaredAt < 24 * 60 * MINUTE;
  const final =
    fresh && chance.chance(0.6)
      ? "investigating"
      : chance.weighted<Status>([
          ["resolved", 95],
          ["declined", 2],
          ["canceled", 1],
          ["mitigated", 2],
        ]);

  const entries: MadeEntry[] = [];
  let clock = declaredAt;
  let seq = 1; // the event that declared it
  const add = (kind: EntryKind, body: string, data: Record<string, string | number> = {}, author = chance.pick(crew)) => {
    clock += chance.whole(1, 14) * MINUTE + chance.whole(0, 59_999);
    const backdated = chance.chance(0.06) ? chance.whole(1, 40) * MINUTE : 0;
    const occurredAt = Math.max(clock - backdated, declaredAt - 30 * MINUTE);
    const entry = {
      id: chance.id(clock),
      seq: ++seq,
      kind,
      body,
      data,
      milestone: null,
      occurredAt,
      recordedAt: clock,
      author,
      starred: chance.chance(0.05),
      event: "timeline.added",
    };
    entries.push(entry);
    return entry;
  };
  const roles: MadeIncident["roles"] = [{ id: chance.id(declaredAt + 1), role: "lead", person: lead, since: declaredAt + MINUTE }];
  for (const person of crew.slice(1)) roles.push({ id: chance.id(declaredAt + 2), role: "responder", person, since: declaredAt + 3 * MINUTE });
  add("role", "", { role: "lead", personId: firm.people[lead]!.id, verb: "took" }, lead);

  // Pairs of incidents share twenty entries, so that the whole history has ten times as many entries as incidents, however long each timeline is.
  const shift = new Chance(43, at >> 1).whole(0, 5);
  const length = at % 2 === 0 ? 10 - shift : 10 + shift;
  const closing: (() => void)[] = [];
  if (final === "resolved" || final === "mitigated") {
    if (length > 5) closing.push(() => add("status", sentence(chance, 6, 14), { to: "identified", from: "investigating" }));
    closing.push(() =>
      add("status", sentence(chance, 6, 14), {
        to: "mitigated",
        from: "identified",
        mitigation: chance.pick(["rollback", "flag_off", "restart", "scale", "config_change", "failover"]),
      }),
    );
  }
  if (final !== "investigating" && final !== "mitigated")
    closing.push(() => add("status", sentence(chance, 4, 12), { to: final, from: final === "resolved" ? "mitigated" : "investigating" }));
  const middle = Math.max(0, length - 1 - closing.length);
  for (let i = 0; i < middle; i++) {
    const kind = chance.weighted<EntryKind>([
      ["note", 44],
      ["alert", 12],
      ["evidence", 10],
      ["hypothesis", 10],
      ["action", 10],
      ["decision", 5],
      ["comms", 5],
      ["impact", 4],
    ]);
    if (kind === "alert")
      add(kind, `\`${chance.pick(METRICS)}\` of ${named.name} above ${chance.whole(2, 900)} for ${chance.whole(2, 30)} minutes. ${sentence(chance, 6, 14)}`);
    else if (kind === "action") add(kind, `${chance.pick(DO)} ${named.name}: ${sentence(chance, 8, 20)}`);
    else if (kind === "hypothesis")
      add(kind, sentence(chance, 8, 22), chance.chance(0.5) ? { state: "ruled_out", because: sentence(chance, 4, 10) } : { state: "open" });
    else if (kind === "evidence") add(kind, `${sentence(chance, 8, 20)} trace_id=${chance.hex(12)}`);
    else add(kind, sentence(chance, 9, 30));
  }
  for (const close of closing) close();

  const date = (ms: number | null) => (ms === null ? null : new Date(ms));
  const derived = deriveIncident(
    {
      declaredAt: new Date(declaredAt),
      givenStatus: severity ? "investigating" : "triage",
      givenSeverity: severity,
      givenStartedAt: date(startedAt),
      givenDetectedAt: date(detectedAt),
      mergedIntoId: null,
    },
    entries.map((entry) => ({ ...entry, occurredAt: new Date(entry.occurredAt) })),
  );
  const sorted = entries.filter((entry) => entry.body).sort((a, b) => b.occurredAt - a.occurredAt || b.seq - a.seq);
  const last = (fits: (entry: MadeEntry) => boolean) => sorted.filter(fits).map((entry) => firstLine(entry.body));
  return {
    id,
    number: firstNumber + at,
    title,
    summary,
    mode,
    environment,
    visibility,
    detection,
    declaredAt,
    declaredBy,
    startedAt,
    detectedAt,
    derived,
    givenStatus: severity ? "investigating" : "triage",
    givenSeverity: severity,
    rank: severityRank(derived.severity),
    known:
      last((entry) => entry.kind === "evidence" || (entry.kind === "status" && ["identified", "mitigated", "resolved"].includes(String(entry.data.to))))[0] ??
      null,
    impact: last((entry) => entry.kind === "impact")[0] ?? null,
    trying: last((entry) => entry.kind === "action" || entry.kind === "decision").slice(0, 3),
    seq,
    updatedAt: clock,
    services,
    teams,
    roles,
    people: [...new Set([declaredBy, ...crew])],
    entries,
  };
}
