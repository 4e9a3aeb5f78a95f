import { expect, test } from "vitest";
import { marksOf, scaleOf, type Stripped, stripOf } from "./strip-phases";

const now = Date.parse("2026-11-24T14:14:00Z");
const base: Stripped = {
  status: "resolved",
  mode: "incident",
  declaredAt: "2026-11-24T13:07:00Z",
  startedAt: "2026-11-24T13:02:00Z",
  detectedAt: "2026-11-24T13:06:00Z",
  mitigatedAt: "2026-11-24T14:02:00Z",
  resolvedAt: "2026-11-24T14:23:00Z",
};

test("a resolved incident has three phases, said in words too", () => {
  const strip = stripOf(base, now);
  expect(strip.phases).toEqual([
    { kind: "unseen", seconds: 240 },
    { kind: "hurt", seconds: 56 * 60 },
    { kind: "heal", seconds: 21 * 60 },
  ]);
  expect(strip.label).toBe("1 h 21 min");
  expect(strip.words).toBe("4 min until it was detected, 56 min until it was mitigated, 21 min until it was resolved");
});

test("an open one runs to now, whatever was mitigated before it was opened again", () => {
  const strip = stripOf({ ...base, status: "identified", resolvedAt: null }, now);
  expect(strip.label).toBe("1 h 12 min, open");
  expect(strip.phases.map((phase) => phase.kind)).toEqual(["unseen", "hurt"]);
});

test("what is missing or out of order takes no room", () => {
  expect(stripOf({ ...base, detectedAt: "2026-11-24T12:00:00Z", mitigatedAt: null }, now).phases).toEqual([{ kind: "hurt", seconds: 81 * 60 }]);
  const bare = { ...base, startedAt: null, detectedAt: null, mitigatedAt: null, resolvedAt: null };
  expect(stripOf({ ...bare, status: "declined" }, now)).toMatchObject({ phases: [], label: "", words: "No durations known" });
});

test("one scale for a list, which a single long one does not flatten", () => {
  expect(scaleOf([{ seconds: 72 * 60 }, { seconds: 164 * 60 }])).toEqual({ seconds: 3 * 3600, step: 3600 });
  const many = [...Array.from({ length: 20 }, (_, at) => ({ seconds: at * 300 })), { seconds: 7 * 86_400 }];
  expect(scaleOf(many).seconds).toBe(2 * 3600);
  expect(marksOf({ seconds: 7200, step: 3600 }).map((mark) => mark.label)).toEqual(["0", "1 h", "2 h"]);
  expect(scaleOf([]).seconds).toBe(20 * 60);
});
