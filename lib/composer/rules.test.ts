import { describe, expect, test } from "vitest";
import { readComposer, readTime, type Setting } from "./rules";

const now = new Date("2026-03-01T15:30:00Z");
const setting: Setting = { now, zone: "Europe/Berlin", within: null, openTheories: [] };
const theories = [
  { id: "a", body: "The certificate has expired" },
  { id: "b", body: "The pool is too small\nbecause of retries" },
];

describe("the composer's words", () => {
  test.each([
    ["", { does: "nothing" }],
    ["plain words", { does: "entry", kind: "note", body: "plain words" }],
    ["/var/log/app.log is full", { does: "entry", kind: "note", body: "/var/log/app.log is full" }],
    ["/status mitigated it stopped", { does: "status", status: "mitigated", body: "it stopped", mitigation: null }],
    ["/status mitigated flag-off retry_v2 is off", { does: "status", status: "mitigated", mitigation: "flag_off", body: "retry_v2 is off" }],
    ["/status fine", { does: "wait" }],
    ["/status merged", { does: "wait" }],
    ["/sev 2 worse than thought", { does: "severity", severity: "SEV2", body: "worse than thought" }],
    ["/sev SEV1", { does: "severity", severity: "SEV1" }],
    ["/sev 5", { does: "wait" }],
    ["/lead @Ana Ruiz", { does: "lead", name: "Ana Ruiz" }],
    ["/update 30m", { does: "update", inMinutes: 30 }],
    ["/update 2h", { does: "update", inMinutes: 120 }],
    ["/update soon", { does: "wait" }],
    ["/hunch the pool", { does: "entry", kind: "hypothesis", state: "open", body: "the pool" }],
    ["/impact one in three", { does: "entry", kind: "impact", body: "one in three" }],
    ["/known-later it was on since Tuesday", { does: "entry", kind: "note", knownLater: true, body: "it was on since Tuesday" }],
    ["/ruled-out the certificate", { does: "entry", kind: "hypothesis", state: "ruled_out", body: "the certificate" }],
    ["/STATUS resolved", { does: "status", status: "resolved" }],
  ])("%s", (text, expected) => {
    expect(readComposer(text, setting)).toMatchObject(expected);
  });

  test("/at stands before another command", () => {
    expect(readComposer("/at 14:02 /status mitigated off", setting)).toMatchObject({
      does: "status",
      status: "mitigated",
      at: new Date("2026-03-01T13:02:00Z"),
    });
    expect(readComposer("/at 14:02 /known-later the flag was on", setting)).toMatchObject({ knownLater: true, at: new Date("2026-03-01T13:02:00Z") });
    expect(readComposer("/at 14:02", setting)).toMatchObject({ does: "wait" });
    expect(readComposer("/at teatime x", setting)).toMatchObject({ does: "wait" });
  });

  test("a theory is ruled out by its own words, with the reason behind them", () => {
    expect(readComposer("/ruled-out The certificate has expired because valid until March", { ...setting, openTheories: theories })).toMatchObject({
      does: "rule-out",
      theoryId: "a",
      because: "valid until March",
    });
    expect(readComposer("/ruled-out because it is valid", { ...setting, openTheories: theories.slice(0, 1) })).toMatchObject({
      theoryId: "a",
      because: "it is valid",
    });
  });
});

describe("/at", () => {
  const at = (text: string, more: Partial<Setting> = {}) => readTime(text, { ...setting, ...more })?.at.toISOString();
  test("is the last such time that is not after now, in the writer's zone", () => {
    expect(at("16:29 x")).toBe("2026-03-01T15:29:00.000Z");
    expect(at("16:31 x")).toBe("2026-02-28T15:31:00.000Z");
    expect(at("00:10 x")).toBe("2026-02-28T23:10:00.000Z");
    expect(at("23:59 x")).toBe("2026-02-28T22:59:00.000Z");
    expect(at("2026-02-03 09:00 x")).toBe("2026-02-03T08:00:00.000Z");
    expect(at("5m it began")).toBe("2026-03-01T15:25:00.000Z");
    expect(at("25:00 x")).toBeUndefined();
    expect(at("2026-02-31 09:00 x")).toBeUndefined();
  });
  test("stays within a resolved incident", () => {
    const within = { from: new Date("2026-02-10T22:30:00Z"), to: new Date("2026-02-11T03:00:00Z") };
    expect(at("23:45 x", { within })).toBe("2026-02-10T22:45:00.000Z");
    expect(at("01:15 x", { within })).toBe("2026-02-11T00:15:00.000Z");
    expect(at("05:00 x", { within })).toBe("2026-02-11T04:00:00.000Z");
  });
  test("in the hour that comes twice it is the later one, unless that is after now", () => {
    expect(at("02:30 x", { now: new Date("2026-10-25T05:00:00Z") })).toBe("2026-10-25T01:30:00.000Z");
    expect(at("02:30 x", { now: new Date("2026-10-25T01:00:00Z") })).toBe("2026-10-25T00:30:00.000Z");
  });
  test("in the hour that is left out it is the jump", () => {
    expect(at("02:30 x", { now: new Date("2026-03-29T05:00:00Z") })).toBe("2026-03-29T01:30:00.000Z");
  });
});
