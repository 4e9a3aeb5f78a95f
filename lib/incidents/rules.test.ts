import { describe, expect, test } from "vitest";
import { type Base, deriveIncident, type Derivable, durationsOf } from "./rules";

const T0 = Date.UTC(2026, 2, 1, 14, 0);
const at = (minutes: number) => new Date(T0 + minutes * 60_000);
const base = (given: Partial<Base> = {}): Base => ({
  declaredAt: at(0),
  givenStatus: "triage",
  givenSeverity: null,
  givenStartedAt: null,
  givenDetectedAt: null,
  mergedIntoId: null,
  ...given,
});
let seq = 0;
const entry = (kind: Derivable["kind"], minutes: number, data: Derivable["data"] = {}, milestone: Derivable["milestone"] = null): Derivable => ({
  seq: ++seq,
  kind,
  data,
  milestone,
  occurredAt: at(minutes),
});
const status = (to: string, minutes: number, pin: Derivable["milestone"] = null) => entry("status", minutes, { to }, pin);
const minutes = (time: Date | null) => (time === null ? null : (time.getTime() - T0) / 60_000);

describe("what an incident is, from its timeline", () => {
  test.each([
    ["nothing written: as declared", base(), [], { status: "triage", severity: null }],
    [
      "declared with a severity begins in investigating",
      base({ givenStatus: "investigating", givenSeverity: "SEV2" }),
      [],
      { status: "investigating", severity: "SEV2" },
    ],
    ["the last status by time wins, not by writing", base(), [status("mitigated", 50), status("identified", 40)], { status: "mitigated" }],
    ["same minute: the later written wins", base(), [status("identified", 40), status("mitigated", 40)], { status: "mitigated" }],
    ["a backdated status does not move the present one", base(), [status("resolved", 90), status("investigating", 5)], { status: "resolved" }],
    [
      "severity follows its own entries",
      base({ givenSeverity: "SEV1" }),
      [entry("severity", 10, { to: "SEV3" }), entry("severity", 5, { to: "SEV2" })],
      { severity: "SEV3" },
    ],
    ["declined is a status like another", base(), [status("declined", 3)], { status: "declined" }],
    ["merged is final", base({ mergedIntoId: "x" }), [status("investigating", 200)], { status: "merged" }],
  ] as const)("%s", (_, given, entries, expected) => {
    expect(deriveIncident(given, entries)).toMatchObject(expected);
  });

  test.each([
    [
      "a status sets its own milestone",
      base(),
      [status("identified", 40), status("mitigated", 60), status("resolved", 90)],
      { identifiedAt: 40, mitigatedAt: 60, resolvedAt: 90 },
    ],
    ["the first mitigated counts", base(), [status("mitigated", 60), status("mitigated", 70)], { mitigatedAt: 60 }],
    ["a pinned one wins over the entry's own", base(), [status("mitigated", 60), entry("note", 55, {}, "mitigated")], { mitigatedAt: 55 }],
    ["a pin may be later than the status", base(), [status("mitigated", 60), entry("note", 75, {}, "mitigated")], { mitigatedAt: 75 }],
    [
      "after a reopening the earlier ones no longer stand",
      base(),
      [status("mitigated", 60), status("resolved", 90), status("investigating", 95)],
      { mitigatedAt: null, resolvedAt: null },
    ],
    ["after a reopening the next one counts", base(), [status("mitigated", 60), status("investigating", 65), status("mitigated", 80)], { mitigatedAt: 80 }],
    [
      "identified again after mitigated is a reopening too",
      base(),
      [status("mitigated", 60), status("identified", 65)],
      { identifiedAt: 65, mitigatedAt: null },
    ],
    [
      "mitigated after resolved is no reopening",
      base(),
      [status("mitigated", 60), status("resolved", 90), status("mitigated", 95)],
      { mitigatedAt: 60, resolvedAt: 90 },
    ],
    ["declined and then reopened", base(), [status("declined", 5), status("triage", 8), status("resolved", 9)], { resolvedAt: 9 }],
    ["started and detected are as given", base({ givenStartedAt: at(-20), givenDetectedAt: at(-2) }), [], { startedAt: -20, detectedAt: -2 }],
    ["a pinned start wins over what was given", base({ givenStartedAt: at(-20) }), [entry("alert", -25, {}, "impact_started")], { startedAt: -25 }],
    ["started survives a reopening", base({ givenStartedAt: at(-20) }), [status("resolved", 9), status("investigating", 12)], { startedAt: -20 }],
    ["acknowledged by a status of investigating", base(), [status("investigating", 4)], { acknowledgedAt: 4 }],
    ["triage shows nobody on it", base(), [status("triage", 4)], { acknowledgedAt: null }],
    ["acknowledged by a lead", base(), [entry("role", 3, { role: "lead", verb: "took" }), status("investigating", 4)], { acknowledgedAt: 3 }],
    [
      "a scribe or a lead leaving does not",
      base(),
      [entry("role", 1, { role: "scribe", verb: "took" }), entry("role", 2, { role: "lead", verb: "left" })],
      { acknowledgedAt: null },
    ],
    ["acknowledged by a call that is answered", base(), [entry("comms", 6, { answer: "on_it" })], { acknowledgedAt: 6 }],
    ["not by one that is declined", base(), [entry("comms", 6, { answer: "cannot" })], { acknowledgedAt: null }],
    ["begun in investigating: as it is declared", base({ givenStatus: "investigating" }), [status("mitigated", 9)], { acknowledgedAt: 0 }],
    ["acknowledged survives a reopening", base(), [status("investigating", 4), status("resolved", 9), status("investigating", 50)], { acknowledgedAt: 4 }],
  ] as const)("%s", (_, given, entries, expected) => {
    const derived = deriveIncident(given, entries);
    for (const [name, value] of Object.entries(expected)) expect([name, minutes(derived[name as "startedAt"])]).toEqual([name, value]);
  });

  test("the order in which entries come does not matter", () => {
    const entries = [
      status("investigating", 4),
      status("mitigated", 60),
      status("investigating", 65),
      status("mitigated", 80),
      entry("severity", 7, { to: "SEV1" }),
    ];
    expect(deriveIncident(base(), [...entries].reverse())).toEqual(deriveIncident(base(), entries));
  });
});

describe("durations", () => {
  const times = {
    declaredAt: at(10),
    startedAt: at(0),
    detectedAt: at(4),
    acknowledgedAt: at(12),
    identifiedAt: null,
    mitigatedAt: at(60),
    resolvedAt: at(90),
  };
  test("from the start of impact, in seconds", () => {
    expect(durationsOf(times)).toEqual({
      toDetect: { seconds: 240, from: "impact_started" },
      toAcknowledge: { seconds: 480, from: "detected" },
      toMitigate: { seconds: 3600, from: "impact_started" },
      toResolve: { seconds: 5400, from: "impact_started" },
    });
  });
  test("without a start they count from detection, and without that from declaring, and say so", () => {
    expect(durationsOf({ ...times, startedAt: null }).toMitigate).toEqual({ seconds: 56 * 60, from: "detected" });
    expect(durationsOf({ ...times, startedAt: null, detectedAt: null }).toResolve).toEqual({ seconds: 80 * 60, from: "declared" });
    expect(durationsOf({ ...times, detectedAt: null }).toAcknowledge).toEqual({ seconds: 120, from: "declared" });
  });
  test("missing or negative is blank with why", () => {
    expect(durationsOf({ ...times, startedAt: null }).toDetect).toEqual({ blank: "When impact began is not known" });
    expect(durationsOf({ ...times, detectedAt: at(-5) }).toDetect).toEqual({ blank: "It lies before impact began" });
    expect(durationsOf({ ...times, mitigatedAt: null }).toMitigate).toEqual({ blank: "Not mitigated yet" });
  });
});
