import type { ExampleLearned } from "../schema";

export const slotsPool: ExampleLearned = {
  changes: [
    {
      key: "workers",
      atMin: -24,
      kind: "deploy",
      summary: "slots: 8 → 16 workers a pod",
      service: "slots",
      actor: "Deploys",
      before: "slots-2214",
      after: "slots-2215",
      url: "https://git.example.com/marrowfield/slots/compare/slots-2214...slots-2215",
      diff: `diff --git a/deploy/values.yaml b/deploy/values.yaml
index 3f1c0aa..b92d7e4 100644
--- a/deploy/values.yaml
+++ b/deploy/values.yaml
@@ -11,7 +11,7 @@ slots:
   image: registry.example.com/slots
   replicas:
     min: 9
-    max: 12
+    max: 16
   resources:
     memory: 768Mi
@@ -21,6 +21,6 @@ slots:
   env:
     HOLD_MINUTES: "12"
-    WORKERS: "8"
+    WORKERS: "16"
     CALENDAR_EMPTY_ON_ERROR: "true"
     DATABASE_URL: secret://slots/database
`,
      by: "anneke",
      addedAtMin: 27,
      verdict: "contributed",
      why: "Each worker opens a connection of its own: 13 pods × 16 is what the database saw.",
    },
  ],
  nothing: [
    { atMin: 30, kind: "infrastructure", by: "keala", why: "Looked through the console's log of the cluster for two days back; no resize, no failover." },
  ],
  factors: [
    {
      key: "limit",
      tag: "capacity or limit reached",
      role: "triggered",
      why: "300 connections in all, and 13 pods × 16 workers wanted 208 of them, past the pooler.",
      evidence: [{ entryAtMin: 27 }],
      combinesWith: ["empty", "staging"],
      by: "keala",
    },
    {
      key: "empty",
      tag: "unhandled edge case",
      role: "worsened",
      why: "A refused connection was answered as an empty calendar: everybody was told that we were full.",
      evidence: [{ entryAtMin: 23 }, { change: "workers", file: "deploy/values.yaml", line: 24 }],
      by: "pita",
    },
    {
      key: "staging",
      tag: "staging differs from production",
      role: "enabled",
      why: "Two pods and no autoscaler there: 2 × 16 = 32 could not have shown it.",
      evidence: [{ entryAtMin: 33 }],
      by: "anneke",
    },
  ],
  nets: [
    {
      net: "performance",
      wouldHaveCaught: "yes",
      existed: true,
      ran: false,
      gated: false,
      note: "The load test runs weekly, not before a release.",
      by: "pita",
    },
    { net: "staging", wouldHaveCaught: "no", existed: true, ran: true, gated: true, brokeThereFirst: false, note: "Two pods, no autoscaler.", by: "anneke" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "Nothing looked at how many connections were in use.", by: "keala" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: true,
    note: "Any of us may change the number of workers, and should: what was missing is something that multiplies it for us.",
  },
  actions: [
    {
      title: "Put Delivery slots behind the pooler",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 30,
      finishTest: "With 16 pods × 16 workers the database shows at most 40 connections of slots.",
      evidenceUrl: "https://git.example.com/marrowfield/slots/pull/2231",
      doneDays: 24,
      factor: "limit",
      by: "pita",
      madeDays: 2,
      held: [],
    },
  ],
};
