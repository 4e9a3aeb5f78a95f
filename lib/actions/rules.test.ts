import { describe, expect, it } from "vitest";
import { ageWords, asksToday, daysBetween, dueWords, earliestToday, refusedDue } from "./rules";

const at = (text: string) => new Date(`2026-11-${text}Z`);

describe("a due date", () => {
  const now = at("24T18:00:00");
  it.each([
    ["a new one ahead", "2026-11-24", null, "open", true],
    ["yesterday, where it is still yesterday", "2026-11-23", null, "open", false],
    ["one that has passed and stays", "2026-11-01", "2026-11-01", "in_progress", true],
    ["one moved into the past", "2026-11-01", "2026-11-30", "open", false],
    ["history: it is done", "2026-11-01", null, "done", true],
    ["history: it was not done", "2020-01-01", "2020-01-02", "wont_do", true],
    ["taken away", null, "2026-11-01", "open", true],
    ["not touched", undefined, "2026-11-01", "open", true],
  ] as const)("%s", (_, dueOn, before, status, taken) => {
    expect(refusedDue(dueOn, before, status, now) === null).toBe(taken);
  });

  it("is past only when it is past everywhere", () => {
    expect(earliestToday(at("24T11:00:00"))).toBe("2026-11-23");
    expect(refusedDue("2026-11-23", null, "open", at("24T11:00:00"))).toBeNull();
    expect(earliestToday(at("24T12:00:00"))).toBe("2026-11-24");
  });
});

describe("a reminder", () => {
  it.each([
    ["four days before", "2026-11-28", null, false],
    ["three days before", "2026-11-27", null, true],
    ["three days before, told this morning", "2026-11-27", "24T00:10:00", false],
    ["two days before, told yesterday", "2026-11-26", "23T00:10:00", false],
    ["two days before, told long ago of another date", "2026-11-26", "01T00:10:00", true],
    ["on the day", "2026-11-24", "21T00:10:00", true],
    ["on the day, told this morning", "2026-11-24", "24T00:10:00", false],
    ["the day after, told on the day", "2026-11-23", "23T00:10:00", true],
    ["two days after, told the day after", "2026-11-22", "23T00:10:00", false],
    ["six days after it was told", "2026-11-01", "18T00:10:00", false],
    ["a week after it was told", "2026-11-01", "17T23:00:00", true],
    ["long past, never told", "2026-01-01", null, true],
  ] as const)("%s", (_, dueOn, reminded, asks) => {
    expect(asksToday({ dueOn, remindedAt: reminded ? at(reminded) : null }, at("24T00:20:00"))).toBe(asks);
  });
});

it("says when it is due, and how old it is", () => {
  const today = "2026-11-24";
  expect(["2026-11-24", "2026-11-25", "2026-11-23", "2026-11-27", "2026-11-14", "2026-10-25", "2027-04-01"].map((day) => dueWords(day, today))).toEqual([
    "due today",
    "due tomorrow",
    "was due yesterday",
    "due in 3 days",
    "was due 10 days ago",
    "was due 4 weeks ago",
    "due in 4 months",
  ]);
  expect([0, 1, 13, 30, 90, 800].map(ageWords)).toEqual(["today", "1 day", "13 days", "4 weeks", "3 months", "2 years"]);
  expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
});
