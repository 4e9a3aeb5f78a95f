import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Derivable, deriveIncident } from "../incidents/rules";
import type { Status } from "../incidents/words";
import { HISTORY, PEOPLE, SERVICES, TEAMS } from "./history";
import { declaredAt, inOrder, lastClockChangeNight, refsIn, withRefs } from "./rules";
import type { ExampleIncident } from "./schema";

const NOW = new Date("2026-03-10T03:20:00Z");
const MINUTE = 60_000;

const keys = (rows: readonly { key: string }[]) => rows.map((row) => row.key);
const people = new Set(keys(PEOPLE));
const teams = new Set(keys(TEAMS));
const services = new Set(keys(SERVICES));
const incidents = new Map(HISTORY.map((incident) => [incident.key as string, incident]));

const moment = (incident: ExampleIncident, minutes: number, now = NOW) => new Date(declaredAt(incident, now).getTime() + minutes * MINUTE);
const writtenAt = (entry: ExampleIncident["entries"][number]) => entry.recordedAtMin ?? entry.atMin;
const lastMinute = (incident: ExampleIncident) => Math.max(0, incident.mergedAtMin ?? 0, ...incident.entries.map(writtenAt));

function derived(incident: ExampleIncident) {
  const entries = incident.entries.map(
    (entry, seq): Derivable => ({
      seq,
      kind: entry.kind,
      data: entry.data && "to" in entry.data ? { to: entry.data.to } : {},
      milestone: entry.milestone ?? null,
      occurredAt: moment(incident, entry.atMin),
    }),
  );
  return deriveIncident(
    {
      declaredAt: declaredAt(incident, NOW),
      givenStatus: incident.severity ? "investigating" : "triage",
      givenSeverity: incident.severity,
      givenStartedAt: incident.startedMin === undefined ? null : moment(incident, incident.startedMin),
      givenDetectedAt: incident.detectedMin === undefined ? null : moment(incident, incident.detectedMin),
      mergedIntoId: incident.mergedInto ?? null,
    },
    entries,
  );
}

describe("the company", () => {
  it("has every key once, and only addresses that reach nobody", () => {
    for (const rows of [PEOPLE, TEAMS, SERVICES, HISTORY]) expect(new Set(keys(rows)).size).toBe(rows.length);
    for (const person of PEOPLE) {
      expect(person.email).toMatch(/^[a-z.]+@example\.com$/);
      expect(person.teams.every(({ team }) => teams.has(team))).toBe(true);
    }
    for (const team of TEAMS) expect(PEOPLE.some((person) => person.teams.some((at) => at.team === team.key && at.role === "lead"))).toBe(true);
  });

  it("has services that depend on one another without a circle", () => {
    const visit = (key: string, path: readonly string[]): void => {
      expect(path, [...path, key].join(" → ")).not.toContain(key);
      for (const next of SERVICES.find((service) => service.key === key)?.dependsOn ?? []) visit(next, [...path, key]);
    };
    for (const service of SERVICES) {
      expect(teams.has(service.team)).toBe(true);
      visit(service.key, []);
    }
  });

  it("links only to example hosts", () => {
    const source = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => readFileSync(`${import.meta.dirname}/${name}`, "utf8"))
      .join("\n");
    for (const [link] of source.matchAll(/https:\/\/[a-z0-9.-]+/g)) expect(link).toMatch(/^https:\/\/([a-z0-9-]+\.)*example\.com$/);
  });
});

describe("the history", () => {
  it("tells a year of many kinds", () => {
    const count = (mode: string) => HISTORY.filter((incident) => incident.mode === mode).length;
    expect(HISTORY.length).toBeGreaterThanOrEqual(25);
    expect({
      incident: count("incident"),
      retrospective: count("retrospective"),
      near_miss: count("near_miss"),
      drill: count("drill"),
    }).toEqual({
      incident: 19,
      retrospective: 2,
      near_miss: 2,
      drill: 3,
    });
    expect(new Set(HISTORY.map((incident) => incident.severity))).toEqual(new Set(["SEV1", "SEV2", "SEV3", "SEV4", null]));
    expect(HISTORY.filter((incident) => incident.visibility === "private")).toHaveLength(1);
  });

  it("ends as it is meant to", () => {
    const withStatus = (status: Status) => HISTORY.filter((incident) => derived(incident).status === status).map((incident) => incident.key);
    expect(withStatus("identified")).toEqual(["reserving-hangs"]);
    expect(withStatus("mitigated")).toEqual(["old-map-tiles"]);
    expect(withStatus("declined")).toEqual(["slow-shop"]);
    expect(withStatus("merged")).toEqual(["sign-in-again"]);
    expect(withStatus("resolved")).toHaveLength(22);
  });

  it("is unique in every text", () => {
    const texts = HISTORY.flatMap((incident) => [
      incident.title,
      ...(incident.summary ? [incident.summary] : []),
      ...incident.entries.map((entry) => entry.body),
      ...incident.calls.map((call) => call.message),
    ]);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("reads the same whenever it is loaded: nothing ahead, the numbers in the order of time, references backward", () => {
    const start = Date.parse("2026-01-01T00:07:00Z");
    for (let hours = 0; hours < 24 * 800; hours += 31) {
      const now = new Date(start + hours * 60 * MINUTE);
      const order = inOrder(HISTORY, now);
      const place = new Map(order.map(({ incident }, at) => [incident.key as string, at]));
      for (const { incident } of order) {
        expect(moment(incident, lastMinute(incident), now) <= now, `${incident.key} at ${now.toISOString()}`).toBe(true);
        for (const named of incident.entries.flatMap((entry) => refsIn(entry.body))) {
          expect(place.get(named), `${incident.key} names ${named}`).toBeLessThan(place.get(incident.key) ?? -1);
        }
      }
      const [first] = order;
      expect(first && now.getTime() - first.declaredAt.getTime()).toBeLessThan(395 * 24 * 60 * MINUTE);
    }
  });

  it("judges systems and conditions, never a person", () => {
    const judged =
      /human error|root cause|was caused by|should(n't| not)? have|could have (caught|seen|known|noticed)|careless|negligen|\bfault of\b|at fault|\bblam|mistake|rookie|incompeten|obviously|in hindsight|\bforgot|failed to|\bignored (the|a|our|his|her)|poor judge?ment|sloppy|stupid|who broke|to be more careful/i;
    for (const incident of HISTORY) {
      const written = [
        incident.title,
        incident.summary,
        ...incident.entries.map((entry) => `${entry.body} ${"because" in (entry.data ?? {}) ? JSON.stringify(entry.data) : ""}`),
      ];
      for (const text of written) expect(text.match(judged)?.[0], `${incident.key}: ${text}`).toBeUndefined();
    }
  });

  it("has its clock-change night on a night on which London's clocks went back", () => {
    const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
    for (const now of ["2026-11-24T15:00:00Z", "2026-11-10T15:00:00Z", "2027-03-30T00:10:00Z", "2031-01-01T00:00:00Z"]) {
      const night = lastClockChangeNight(new Date(now)).getTime();
      expect([30, 90].map((minutes) => hour.format(night + minutes * MINUTE))).toEqual(["01:30", "01:30"]);
    }
  });

  it("puts the ref of an incident where its key is named", () => {
    expect(withRefs("as in #[slots-pool], and #[checkout-pool]", (key) => (key === "slots-pool" ? "INC-9" : "INC-2"))).toBe("as in #INC-9, and #INC-2");
  });
});

describe.each(HISTORY.map((incident) => [incident.key, incident] as const))("%s", (_, incident) => {
  it("names only what exists", () => {
    expect(people.has(incident.declaredBy)).toBe(true);
    for (const service of incident.services) expect(services.has(service)).toBe(true);
    for (const team of incident.teams) expect(teams.has(team)).toBe(true);
    for (const { by, body } of incident.entries) {
      if (typeof by === "string") expect(people.has(by)).toBe(true);
      for (const named of refsIn(body)) expect(incidents.has(named) && named !== incident.key).toBe(true);
    }
    if (incident.mergedInto) {
      const into = incidents.get(incident.mergedInto);
      expect(into && declaredAt(into, NOW) < declaredAt(incident, NOW)).toBe(true);
    }
  });

  it("keeps its times in order", () => {
    const { entries, startedMin, detectedMin } = incident;
    expect(entries.map((entry) => entry.atMin)).toEqual(entries.map((entry) => entry.atMin).sort((a, b) => a - b));
    for (const entry of entries) expect(writtenAt(entry)).toBeGreaterThanOrEqual(entry.atMin);
    if (startedMin !== undefined && detectedMin !== undefined) expect(detectedMin).toBeGreaterThanOrEqual(startedMin);
    const times = derived(incident);
    const passed = [times.startedAt, times.detectedAt, times.identifiedAt, times.mitigatedAt, times.resolvedAt].filter((at) => at !== null);
    expect(passed).toEqual([...passed].sort((a, b) => a.getTime() - b.getTime()));
    const milestones = entries.flatMap((entry) => entry.milestone ?? []);
    expect(new Set(milestones).size).toBe(milestones.length);
    if (incident.nextUpdateMin !== undefined) expect("minutesAgo" in incident && incident.nextUpdateMin > incident.minutesAgo).toBe(true);
  });

  it("has a timeline worth reading", () => {
    expect(incident.entries.length).toBeGreaterThanOrEqual(incident.mergedInto ? 6 : 8);
    expect(incident.entries.length).toBeLessThanOrEqual(30);
    for (const { kind, body, data } of incident.entries) {
      expect(body.trim()).not.toBe("");
      if (kind === "status" || kind === "severity") expect(data).toHaveProperty("to");
      else if (kind === "hypothesis") expect(data).toHaveProperty("state");
      else expect(data).toBeUndefined();
      if (data && "state" in data && data.state !== "open") expect(data.because).toBeTruthy();
      if (kind === "severity" && data && "to" in data) expect(data.to).toMatch(/^SEV[1-4]$/);
      if (kind === "status" && data && "to" in data) expect(data.to).not.toMatch(/^SEV/);
    }
  });

  it("has one lead at a time, and answers that follow their questions", () => {
    const leads = incident.roles.filter((role) => role.role === "lead");
    expect(leads.length).toBeGreaterThanOrEqual(incident.mergedInto ? 0 : 1);
    for (const [at, role] of leads.entries()) expect(role.untilMin).toBe(leads[at + 1]?.atMin);
    const spoke = new Map(incident.roles.map((role) => [role.person, role.atMin]));
    for (const call of incident.calls) {
      expect(call.atMin).toBeGreaterThanOrEqual(0);
      for (const { person, seenAfterMin, answer, answeredAfterMin } of call.people) {
        expect(person).not.toBe(call.by);
        expect(answeredAfterMin === undefined).toBe(answer === null);
        if (answeredAfterMin !== undefined) expect(seenAfterMin).toBeLessThanOrEqual(answeredAfterMin);
        const role = spoke.get(person);
        if (answer === "on_it" && role !== undefined && role > call.atMin) expect(role, person).toBeGreaterThanOrEqual(call.atMin + (answeredAfterMin ?? 0));
      }
    }
  });
});
