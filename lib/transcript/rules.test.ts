import { describe, expect, test } from "vitest";
import { readTranscript } from "./rules";

const setting = { zone: "UTC", notAfter: new Date("2026-03-02T00:30:00Z") };
const read = (text: string) => readTranscript(text, setting)?.map((line) => [line.at.toISOString().slice(0, 19), line.saidBy, line.body]);

describe("a pasted transcript", () => {
  test("lines of a chat, across midnight", () => {
    expect(read("23:58 ana: pool is full\n23:59 <bo> which pool?\n00:01 ana: the payments one")).toEqual([
      ["2026-03-01T23:58:00", "ana", "pool is full"],
      ["2026-03-01T23:59:00", "bo", "which pool?"],
      ["2026-03-02T00:01:00", "ana", "the payments one"],
    ]);
  });
  test("a log with its zone, and what belongs to a line", () => {
    expect(read("2026-03-01T14:02:11.123Z ERROR pool exhausted\n  at Pool.take\n2026-03-01T15:02:12+01:00 WARN retrying")).toEqual([
      ["2026-03-01T14:02:11", null, "ERROR pool exhausted\n  at Pool.take"],
      ["2026-03-01T14:02:12", null, "WARN retrying"],
    ]);
  });
  test("brackets, day first, syslog, twelve hours", () => {
    expect(read("[14:02] Ana Ruiz: a\n[14:03] Bo: b")?.[0]).toEqual(["2026-03-01T14:02:00", "Ana Ruiz", "a"]);
    expect(read("[01/03/2026, 14:02:11] Ana: a\n[01/03/2026, 14:03:00] Bo: b")?.[0]).toEqual(["2026-03-01T14:02:11", "Ana", "a"]);
    expect(read("Mar  1 14:02:11 web1 nginx: a\nMar  1 14:02:12 web1 nginx: b")?.[1]?.[0]).toBe("2026-03-01T14:02:12");
    expect(read("Dec 24 10:00:00 web1 a\nDec 24 10:00:01 web1 b")?.[0]?.[0]).toBe("2025-12-24T10:00:00");
    expect(read("2:02 PM Ana: a\n2:03 PM Ana: b")?.[0]?.[0]).toBe("2026-03-01T14:02:00");
    expect(read("Ana Ruiz  2:02 PM\npool is full\nBo Li  2:05 PM\non it")).toEqual([
      ["2026-03-01T14:02:00", "Ana Ruiz", "pool is full"],
      ["2026-03-01T14:05:00", "Bo Li", "on it"],
    ]);
  });
  test("ordinary text is no transcript", () => {
    expect(read("pool is full\n14:02 ana: x\n14:03 bo: y")).toBeUndefined();
    expect(read("14:02 it began")).toBeUndefined();
    expect(read("3 of 4 nodes\n2 of 4 nodes")).toBeUndefined();
    expect(read("")).toBeUndefined();
    expect(read("99:99 a\n88:88 b")).toBeUndefined();
  });
});
