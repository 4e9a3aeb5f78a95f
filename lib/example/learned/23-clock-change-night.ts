import type { ExampleLearned } from "./schema";

export const clockChangeNight: ExampleLearned = {
  changes: [
    {
      key: "local-time",
      atMin: -312_480,
      kind: "config",
      summary: "nightly: standing orders at 01:30 London time, so that the mail comes at a fixed hour",
      service: "nightly",
      actor: "Deploys",
      before: "00:30 UTC",
      after: "01:30 Europe/London",
      by: "hiroshi",
      addedAtMin: 40,
      verdict: "contributed",
      why: "Made in spring for a good reason: in summer the mail had moved by an hour and people asked. Its first autumn night was this one.",
    },
    {
      key: "one-a-day",
      atMin: 300,
      kind: "migration",
      summary: "orders: one order for each standing order and delivery day",
      service: "orders",
      actor: "Deploys",
      url: "https://git.example.com/marrowfield/orders/-/merge_requests/2610",
      diff: `diff --git a/migrations/0188_one_order_per_day.sql b/migrations/0188_one_order_per_day.sql
new file mode 100644
index 0000000..fb297f1
--- /dev/null
+++ b/migrations/0188_one_order_per_day.sql
@@ -0,0 +1,5 @@
+-- Whatever the clock says: the second one is refused here.
+-- Cancelled ones stay in the table and do not count.
+create unique index concurrently one_order_per_day
+  on "order" (standing_order_id, delivery_day)
+  where standing_order_id is not null and cancelled_at is null;
diff --git a/src/standing/place.ts b/src/standing/place.ts
index 98a9e6f..e7abab1 100644
--- a/src/standing/place.ts
+++ b/src/standing/place.ts
@@ -21,7 +21,8 @@ export async function placeStandingOrders(day: Day): Promise<Placed> {
   const due = await standingOrdersDue(day);
   const placed: Order[] = [];
   for (const standing of due) {
-    placed.push(await placeOrder(standing.basket, { day, standing: standing.id }));
+    const order = await placeOrder(standing.basket, { day, standing: standing.id }).catch(unlessPlacedBefore);
+    if (order) placed.push(order);
   }
   return { placed, skipped: due.length - placed.length };
 }
`,
      by: "hiroshi",
      addedAtMin: 305,
      verdict: "fixed",
      why: "The database says no to the second, and the job goes on with the next household.",
    },
    {
      key: "utc",
      atMin: 330,
      kind: "config",
      summary: "nightly: all 31 schedules in UTC",
      service: "nightly",
      actor: "Amina, through the pipeline",
      url: "https://git.example.com/marrowfield/nightly/-/merge_requests/248",
      diff: `diff --git a/schedules/orders.yaml b/schedules/orders.yaml
index a095ad5..a9d8461 100644
--- a/schedules/orders.yaml
+++ b/schedules/orders.yaml
@@ -1,5 +1,5 @@
 - name: standing-orders
-  at: "30 1 * * *"
-  zone: Europe/London   # so that customers get their mail at a fixed hour
+  at: "15 0 * * *"
+  zone: UTC
   limit: 20m
   owner: orders
diff --git a/schedules/messages.yaml b/schedules/messages.yaml
index 75eeca2..23ff6e5 100644
--- a/schedules/messages.yaml
+++ b/schedules/messages.yaml
@@ -7,7 +7,7 @@
   owner: shop
 
 - name: newsletter
-  at: "45 1 * * 0"
-  zone: Europe/London
+  at: "0 5 * * 0"
+  zone: UTC
   limit: 3h
   owner: orders
diff --git a/scheduler/zones.py b/scheduler/zones.py
index a21f28a..91015f5 100644
--- a/scheduler/zones.py
+++ b/scheduler/zones.py
@@ -1,5 +1,6 @@
-from zoneinfo import ZoneInfo
+"""Schedules are in UTC. A job that needs a wall clock asks for it when it runs."""
 
 
-def zone_of(job: dict) -> ZoneInfo:
-    return ZoneInfo(job.get("zone", "Europe/London"))
+def check_zone(job: dict) -> None:
+    if job.get("zone", "UTC") != "UTC":
+        raise ValueError(f"{job['name']}: schedules are in UTC")
`,
      by: "amina",
      addedAtMin: 335,
      verdict: "fixed",
      why: "The scheduler refuses any other zone. Mail that must come at a fixed hour asks for the hour itself.",
    },
  ],
  nothing: [
    { atMin: 28, kind: "deploy", by: "hiroshi", why: "Orders and the scheduler run what they ran on Friday; compared by image." },
    { atMin: 32, kind: "infrastructure", by: "amina", why: "No restart, no failover: both runs are in one scheduler's log, from one process." },
  ],
  factors: [
    {
      key: "two-hours",
      tag: "time or encoding",
      role: "triggered",
      why: "The hour from one to two happened twice, and a job set for 01:30 ran in both.",
      evidence: [{ entryAtMin: 38 }, { entryAtMin: -104 }],
      combinesWith: ["no-key", "zone"],
      by: "hiroshi",
    },
    {
      key: "zone",
      tag: "clock or region",
      role: "enabled",
      why: "The schedule was moved to local time in spring so that mail arrives at a fixed hour, and was right on every night since.",
      evidence: [{ change: "local-time" }, { change: "utc", file: "scheduler/zones.py", line: 6 }],
      by: "amina",
    },
    {
      key: "no-key",
      tag: "unhandled edge case",
      role: "enabled",
      why: "Nothing said that a standing order has one order a day. The job relied on being run once.",
      evidence: [{ change: "one-a-day", file: "migrations/0188_one_order_per_day.sql", line: 3 }],
      by: "hiroshi",
    },
    {
      key: "well-both",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "Both runs ended well. Twice the orders of an ordinary night is a success to everything that we watch.",
      evidence: [{ entryAtMin: 27 }, { entryAtMin: -9 }],
      by: "hiroshi",
    },
    {
      key: "asked-first",
      tag: "runbook missing or outdated",
      role: "softened",
      why: "There was no page for this. The floor asked before it picked, and chose the way that can still be undone.",
      evidence: [{ entryAtMin: 7 }, { entryAtMin: 160 }],
      by: "rahel",
    },
  ],
  nets: [
    { net: "unit", wouldHaveCaught: "yes", existed: false, note: "The scheduler with a clock that goes back.", by: "amina" },
    { net: "integration", wouldHaveCaught: "yes", existed: false, note: "The job, run twice for one day.", by: "hiroshi" },
    { net: "lint", wouldHaveCaught: "yes", existed: false, note: "A schedule between one and two o'clock in a zone with two of them.", by: "amina" },
    {
      net: "staging",
      wouldHaveCaught: "no",
      existed: true,
      ran: true,
      gated: false,
      brokeThereFirst: true,
      note: "It ran twice there too, in the same hour. Nobody looks at staging at night.",
      by: "amina",
    },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "Standing orders against the number of households that have one.", by: "hiroshi" },
  ],
  actions: [
    {
      key: "one-per-day",
      title: "One order for each standing order and day, by a unique key",
      type: "prevent",
      priority: "P0",
      status: "done",
      owner: "hiroshi",
      team: "orders",
      dueDays: 2,
      finishTest: "The job run twice for one day in staging places nothing the second time.",
      evidenceUrl: "https://git.example.com/marrowfield/orders/-/merge_requests/2610",
      doneDays: 0,
      factor: "no-key",
      entryAtMin: 300,
      by: "hiroshi",
      madeDays: 0,
      held: [{ incident: "clock-change-drill", answer: "held", note: "500 of 500 refused. A little rude in the log, but it holds.", by: "hiroshi" }],
    },
    {
      key: "all-utc",
      title: "All schedules in UTC, and a scheduler that refuses others",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "amina",
      team: "platform",
      dueDays: 3,
      finishTest: "A merge request with `zone: Europe/London` is red.",
      evidenceUrl: "https://git.example.com/marrowfield/nightly/-/merge_requests/248",
      doneDays: 0,
      factor: "zone",
      by: "amina",
      madeDays: 0,
      held: [
        {
          incident: "clock-change-drill",
          answer: "bypassed",
          note: "The depots' printers have a schedule of their own, set on the machine, that ours has never heard of.",
          by: "amina",
        },
      ],
    },
    {
      title: "Alert when standing orders are more than the households that have one",
      type: "detect",
      priority: "P1",
      status: "in_progress",
      owner: "hiroshi",
      team: "orders",
      dueInDays: 0,
      finishTest: "One household doubled in staging is in the team's channel before three.",
      trackerUrl: "https://tracker.example.com/ORD-688",
      factor: "well-both",
      by: "rahel",
      madeDays: 1,
    },
    {
      key: "replay-night",
      title: "Replay the night in staging with a clock of our own",
      type: "investigate",
      priority: "P1",
      status: "done",
      owner: "amina",
      team: "platform",
      dueDays: 14,
      finishTest: "Both nights, autumn and spring, with the old schedule put back on purpose.",
      doneDays: 12,
      net: "unit",
      by: "amina",
      madeDays: 1,
    },
  ],
};
