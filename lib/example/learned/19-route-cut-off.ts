import type { ExampleLearned } from "./schema";

export const routeCutOff: ExampleLearned = {
  changes: [
    {
      key: "restore-test",
      atMin: -30_280,
      kind: "config",
      summary: "nightly: restore test of the ledger, every evening at 21:55",
      service: "nightly",
      actor: "Keala, through the pipeline",
      before: "none",
      after: "55 21 * * *",
      by: "keala",
      addedAtMin: 30,
      verdict: "contributed",
      why: "It reads from the storage that the snapshot writes to. 21:55 was chosen because the graph is flat there; it is flat because everything is about to start.",
    },
    {
      key: "ten",
      atMin: 66,
      kind: "config",
      summary: "nightly: restore test 21:55 → 10:00",
      service: "nightly",
      actor: "Keala, through the pipeline",
      before: "55 21 * * *",
      after: "0 10 * * *",
      by: "keala",
      addedAtMin: 67,
      verdict: "fixed",
      why: "The snapshot of the next evening took one minute and fifty seconds.",
    },
    {
      key: "after-snapshot",
      atMin: 71,
      kind: "config",
      summary: "nightly: route-planner after order-snapshot, with an alert at 22:20",
      service: "routes",
      actor: "Yusuf, through the pipeline",
      url: "https://git.example.com/marrowfield/nightly/-/merge_requests/255",
      diff: `diff --git a/schedules/routes.yaml b/schedules/routes.yaml
index 5afd024..bf627fd 100644
--- a/schedules/routes.yaml
+++ b/schedules/routes.yaml
@@ -3,9 +3,11 @@
   zone: UTC
   limit: 30m
   owner: orders
+  done: table order_snapshot, column finished_at
 
 - name: route-planner
-  at: "10 22 * * *"       # the snapshot takes two minutes
+  after: order-snapshot
+  alert_if_not_begun: "22:20"
   zone: UTC
   limit: 45m
   owner: delivery
diff --git a/schedules/backups.yaml b/schedules/backups.yaml
index d9c1c42..a209f40 100644
--- a/schedules/backups.yaml
+++ b/schedules/backups.yaml
@@ -12,7 +12,7 @@
   owner: platform
 
 - name: ledger-restore-test
-  at: "55 21 * * *"
+  at: "0 10 * * *"
   zone: UTC
   limit: 2h
   owner: platform
`,
      by: "yusuf",
      addedAtMin: 73,
      verdict: "fixed",
      why: "A late snapshot makes a late plan now, and no longer a short one.",
    },
    {
      key: "map-update",
      atMin: -1_900,
      kind: "dependency",
      summary: "routes: map extract of the month",
      service: "routes",
      actor: "Wayleaf",
      before: "2610",
      after: "2611",
      by: "yusuf",
      addedAtMin: 7,
      verdict: "dismissed",
      why: "The 212 have nothing in common but their time. The map knows all of their streets.",
    },
  ],
  nothing: [{ atMin: 8, kind: "deploy", by: "yusuf", why: "Neither planner nor snapshot was released this week; read in the deploy list." }],
  factors: [
    {
      key: "overlap",
      tag: "batch overlap",
      role: "triggered",
      why: "Snapshot and restore test read the same storage at the same time, and the snapshot took 26 minutes instead of two.",
      evidence: [{ entryAtMin: 16 }, { entryAtMin: 28 }, { change: "restore-test" }],
      combinesWith: ["clock", "partial"],
      by: "keala",
    },
    {
      key: "clock",
      tag: "known hazard",
      role: "enabled",
      why: "The planner trusted ten past ten where it meant *after the snapshot*. It was number six of nine on a list from half a year ago.",
      evidence: [{ entryAtMin: 19 }, { change: "after-snapshot", file: "schedules/routes.yaml", line: 9 }],
      by: "yusuf",
    },
    {
      key: "partial",
      tag: "race",
      role: "enabled",
      why: "A snapshot that is still being written looks like one that is done. Nothing in it says how many orders to expect.",
      evidence: [{ entryAtMin: 16 }],
      by: "yusuf",
    },
    {
      key: "flat",
      tag: "handover",
      role: "enabled",
      why: "The hour for the new job was read off a graph of Platform. That Delivery's evening begins there was in Delivery's heads.",
      evidence: [{ entryAtMin: 33 }],
      combinesWith: ["overlap"],
      by: "keala",
    },
    {
      key: "counted",
      tag: "capacity or limit reached",
      role: "softened",
      why: "Paid orders without a stop are counted, with a limit of zero, three and a half hours before anyone picks.",
      evidence: [{ entryAtMin: -5 }],
      by: "pita",
    },
  ],
  nets: [
    { net: "integration", wouldHaveCaught: "yes", existed: false, note: "Plan from a snapshot that is half written, and see it refused.", by: "yusuf" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "By Platform, and by nobody of Delivery.", by: "keala" },
    {
      net: "staging",
      wouldHaveCaught: "no",
      existed: true,
      ran: true,
      gated: false,
      brokeThereFirst: false,
      note: "Sixty orders do not overlap.",
      by: "keala",
    },
    { net: "alert", wouldHaveCaught: "yes", existed: true, ran: true, gated: false, note: "It did, with hours to spare: all had dinner.", by: "pita" },
  ],
  access: { onePersonCould: true, onePersonShould: true, note: "Anyone of Platform may add a job. The calendar that shows what runs beside it was missing." },
  actions: [
    {
      title: "Planner refuses a snapshot that is not finished",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "yusuf",
      team: "delivery",
      dueDays: 14,
      finishTest: "Given half a snapshot in staging, the planner stops and says how many orders it waits for.",
      trackerUrl: "https://tracker.example.com/DEL-440",
      evidenceUrl: "https://git.example.com/marrowfield/route-planner/-/merge_requests/377",
      doneDays: 12,
      factor: "partial",
      by: "yusuf",
      madeDays: 1,
    },
    {
      title: "A calendar of all jobs, drawn from the schedules, that each merge request shows",
      type: "prevent",
      priority: "P2",
      status: "open",
      owner: "yusuf",
      team: "platform",
      dueInDays: 8,
      finishTest: "Moving the restore test back to 21:55 shows three jobs of two other teams beside it before anyone approves.",
      factor: "flat",
      by: "keala",
      madeDays: 2,
    },
  ],
};
