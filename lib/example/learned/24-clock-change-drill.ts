import type { ExampleLearned } from "./schema";

export const clockChangeDrill: ExampleLearned = {
  changes: [
    {
      key: "old-schedule",
      atMin: 6,
      kind: "config",
      summary: "Staging: the old schedule put back on purpose",
      service: "nightly",
      environment: "staging",
      actor: "Hiroshi, by hand",
      before: "15 0 * * * UTC",
      after: "30 1 * * * Europe/London",
      by: "hiroshi",
      addedAtMin: 7,
      verdict: "contributed",
      why: "To see whether the second net holds without the first. It did, for the order, and not for the mail.",
    },
    {
      key: "next-day",
      atMin: 1_530,
      kind: "deploy",
      summary: "driver-app: tomorrow is the next day, and not 24 hours from now",
      service: "driver",
      environment: "development",
      actor: "Anneke's branch",
      url: "https://git.example.com/marrowfield/driver-app/-/merge_requests/538",
      diff: `diff --git a/src/round/day.ts b/src/round/day.ts
index 0877f8f..047f575 100644
--- a/src/round/day.ts
+++ b/src/round/day.ts
@@ -3,5 +3,5 @@ import { DateTime } from "../time";
 const DEPOT = "Europe/London";
 
 export function dayAfter(day: DateTime): DateTime {
-  return day.plus({ hours: 24 });
+  return day.setZone(DEPOT).startOf("day").plus({ days: 1 });
 }
diff --git a/src/round/day.test.ts b/src/round/day.test.ts
index c39b74e..6aa90d6 100644
--- a/src/round/day.test.ts
+++ b/src/round/day.test.ts
@@ -13,3 +13,11 @@ const at = (iso: string) => DateTime.fromISO(iso, DEPOT);
 test("the day after an ordinary day", () => {
   expect(dayAfter(at("2026-06-01")).toISODate()).toBe("2026-06-02");
 });
+
+test.each([
+  ["spring, 23 hours", "2026-03-28", "2026-03-29T08:00"],
+  ["autumn, 25 hours", "2026-10-24", "2026-10-25T08:00"],
+])("the first slot after %s is at eight", (_, before, expected) => {
+  const first = dayAfter(at(before)).set({ hour: 8 });
+  expect(first.toFormat("yyyy-MM-dd'T'HH:mm")).toBe(expected);
+});
`,
      by: "anneke",
      addedAtMin: 1_540,
      verdict: "fixed",
      why: "One line, and the twenty of its test.",
    },
  ],
  factors: [
    {
      key: "printers",
      tag: "time or encoding",
      role: "triggered",
      why: "`label-roll` is set for 01:15 local time. In spring there is no 01:15, and then there are no labels.",
      evidence: [{ entryAtMin: 31 }],
      combinesWith: ["unknown"],
      by: "lucia",
    },
    {
      key: "unknown",
      tag: "ownership unclear",
      role: "enabled",
      why: "Schedules that live on a machine at a depot are in no repository and belong to no team.",
      evidence: [{ entryAtMin: 26 }],
      by: "amina",
    },
    {
      key: "mail",
      tag: "unhandled edge case",
      role: "worsened",
      why: "The key guards the order and not the mail: 500 households would have been told twice of one order.",
      evidence: [{ entryAtMin: 17 }],
      by: "lucia",
    },
    {
      key: "key-held",
      tag: "known hazard",
      role: "softened",
      why: "With the first net taken away on purpose, the second one held.",
      evidence: [{ entryAtMin: 11 }],
      by: "hiroshi",
    },
  ],
  nets: [
    { net: "unit", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "Ordinary days only.", by: "anneke" },
    {
      net: "staging",
      wouldHaveCaught: "yes",
      existed: true,
      ran: true,
      gated: false,
      brokeThereFirst: true,
      note: "With a clock of our own, in daylight.",
      by: "amina",
    },
  ],
  actions: [
    {
      title: "Mail about a standing order is sent for an order that was placed, not for a run",
      type: "repair",
      priority: "P1",
      status: "in_progress",
      owner: "lucia",
      team: "orders",
      dueInDays: 6,
      finishTest: "The autumn night in staging: 500 orders, 500 mails.",
      trackerUrl: "https://tracker.example.com/MSG-104",
      factor: "mail",
      entryAtMin: 17,
      by: "lucia",
      madeDays: 0,
    },
    {
      title: "Bring the depots' own schedules into the repository",
      type: "prevent",
      priority: "P2",
      status: "open",
      team: "depots",
      dueInDays: 30,
      finishTest: "`crontab -l` is empty on every machine of the three depots.",
      factor: "unknown",
      by: "amina",
      madeDays: 1,
    },
    {
      title: "Both nights run in staging every week",
      type: "detect",
      priority: "P2",
      status: "done",
      owner: "amina",
      team: "platform",
      dueDays: 14,
      finishTest: "The old schedule put back on any Tuesday is red on Wednesday.",
      doneDays: 5,
      entryAtMin: 44,
      by: "amina",
      madeDays: 0,
    },
  ],
};
