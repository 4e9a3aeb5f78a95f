import type { ExampleLearned } from "./schema";

export const slotsPool: ExampleLearned = {
  changes: [
    {
      key: "workers",
      atMin: -24,
      kind: "deploy",
      summary: "slots: 8 → 16 workers a pod (“book faster at peak”)",
      service: "slots",
      actor: "Deploys",
      before: "slots-2214",
      after: "slots-2215",
      url: "https://git.example.com/marrowfield/slots/-/compare/slots-2214...slots-2215",
      diff: `diff --git a/cmd/slots/main.go b/cmd/slots/main.go
index c20b516..1e6f6d1 100644
--- a/cmd/slots/main.go
+++ b/cmd/slots/main.go
@@ -58,7 +58,8 @@ func main() {
 		log.Fatal("config", "err", err)
 	}
 
-	pool, err := store.Open(ctx, cfg.DatabaseURL, cfg.Workers)
+	// One connection a worker, so that no worker ever waits for another.
+	pool, err := store.Open(ctx, cfg.DatabaseURL, store.Exactly(cfg.Workers))
 	if err != nil {
 		log.Fatal("database", "err", err)
 	}
diff --git a/deploy/values.yaml b/deploy/values.yaml
index 108fed4..e911ad3 100644
--- a/deploy/values.yaml
+++ b/deploy/values.yaml
@@ -9,7 +9,7 @@ slots:
   image: images.example.com/slots
   replicas:
     min: 9
-    max: 12
+    max: 13
   resources:
     memory: 768Mi
     cpu: "1"
@@ -20,7 +20,7 @@ slots:
   probe: { path: /ready, every: 5s }
   env:
     HOLD_MINUTES: "12"
-    WORKERS: "8"
+    WORKERS: "16"
     CALENDAR_EMPTY_ON_ERROR: "true"
     DATABASE_URL: secret://slots/database
     ROUTES_URL: http://routes.internal
`,
      by: "anneke",
      addedAtMin: 27,
      verdict: "contributed",
      why: "Each worker opens a connection of its own. 13 pods × 16 is what the database saw, and neither number is wrong by itself.",
    },
    {
      key: "autoscaler",
      atMin: -23,
      kind: "traffic",
      summary: "Autoscaler: slots 9 → 13 pods for the evening",
      service: "slots",
      actor: "Autoscaler",
      before: "9 pods",
      after: "13 pods",
      by: "keala",
      addedAtMin: 28,
      verdict: "contributed",
      why: "It does this every evening. Until today that was 104 connections and nobody saw them.",
    },
    {
      key: "eight-again",
      atMin: 36,
      kind: "deploy",
      summary: "slots: rolled back to 8 workers a pod",
      service: "slots",
      actor: "Deploys",
      before: "slots-2215",
      after: "slots-2214",
      by: "anneke",
      addedAtMin: 43,
      verdict: "fixed",
      why: "Orders a minute went from 14 to 176 within six minutes of it.",
    },
    {
      key: "noon-plan",
      atMin: -288,
      kind: "deploy",
      summary: "routes: noon plan published, three depots",
      service: "routes",
      actor: "Nightly jobs",
      by: "anneke",
      addedAtMin: 7,
      verdict: "dismissed",
      why: "4 120 slots were open in it. What was missing was the way to read them.",
    },
  ],
  nothing: [
    {
      atMin: 30,
      kind: "infrastructure",
      by: "keala",
      why: "Read the cloud console's log for the cluster, two days back: no resize, no failover, no new replica.",
    },
    { atMin: 31, kind: "flag", by: "pita", why: "Flag history of Slots and Shop: last change nine days ago." },
  ],
  factors: [
    {
      key: "limit",
      tag: "capacity or limit reached",
      role: "triggered",
      why: "The database takes 300 connections in all. 13 pods × 16 workers asked for 208 of them, past the pooler that the others share.",
      evidence: [{ entryAtMin: 27 }, { change: "workers", file: "deploy/values.yaml", line: 23 }],
      combinesWith: ["scaling", "empty"],
      by: "keala",
    },
    {
      key: "scaling",
      tag: "autoscaling",
      role: "enabled",
      why: "The number of connections is a product, and the autoscaler owns one of the two numbers. A release note shows only the other.",
      evidence: [{ change: "autoscaler" }, { entryAtMin: 28 }],
      combinesWith: ["staging"],
      by: "keala",
    },
    {
      key: "empty",
      tag: "unhandled edge case",
      role: "worsened",
      why: "A refused connection was answered as an empty calendar. Customers read that we were full, and so did our own first theory.",
      evidence: [{ entryAtMin: 23 }, { change: "workers", file: "deploy/values.yaml", line: 24 }],
      combinesWith: ["alert"],
      by: "pita",
    },
    {
      key: "staging",
      tag: "staging differs from production",
      role: "enabled",
      why: "Staging has two pods and no autoscaler: 2 × 16 = 32 could not show anything.",
      evidence: [{ entryAtMin: 33 }],
      by: "anneke",
    },
    {
      key: "alert",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "Connections in use were on a dashboard and in no alert, and an empty calendar is no error that anything counts. A colleague who wanted dinner told us.",
      evidence: [{ entryAtMin: 55 }, { url: "https://dashboards.example.com/commerce/connections", label: "Connections in use, commerce" }],
      by: "keala",
    },
    {
      key: "kept",
      tag: "queue or cache",
      role: "softened",
      why: "Holds that existed were kept apart from the calendar: whoever had a slot could still pay for it.",
      evidence: [{ entryAtMin: 2 }],
      by: "anneke",
    },
  ],
  nets: [
    { net: "performance", wouldHaveCaught: "yes", existed: true, ran: false, gated: false, note: "It runs on Mondays, not before a release.", by: "pita" },
    {
      net: "review",
      wouldHaveCaught: "unsure",
      existed: true,
      ran: true,
      gated: true,
      note: "Two read `8 → 16`. Pods are in another repository.",
      by: "anneke",
    },
    { net: "staging", wouldHaveCaught: "no", existed: true, ran: true, gated: true, brokeThereFirst: false, note: "Two pods, autoscaler off.", by: "anneke" },
    { net: "flag", wouldHaveCaught: "no", existed: false, note: "A number of workers is no flag. One pod at a time would have done as well.", by: "pita" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "Nothing looked at connections, nor at a calendar empty everywhere.", by: "keala" },
    { net: "unit", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "It exists, and it expects an empty calendar.", by: "pita" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: true,
    note: "Whoever works on Slots may change the number of workers, and should be able to. What was missing is something that multiplies it for us.",
  },
  actions: [
    {
      key: "slots-pooler",
      title: "Put Delivery slots behind the pooler",
      description: "Session features that we use: none, checked by Anneke. So transaction pooling will do.",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 14,
      finishTest: "With 16 pods × 16 workers in the load test, the database shows at most 60 connections of Slots.",
      trackerUrl: "https://tracker.example.com/PLAT-388",
      evidenceUrl: "https://git.example.com/marrowfield/slots/-/merge_requests/2231",
      doneDays: 11,
      factor: "limit",
      by: "pita",
      madeDays: 1,
    },
    {
      key: "waiting-alert",
      title: "Page on clients that wait for a connection, for every pooler",
      type: "detect",
      priority: "P1",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 21,
      finishTest: "Holding a pool full in staging pages Platform within two minutes: `cl_waiting` above 20 for 60 s.",
      trackerUrl: "https://tracker.example.com/PLAT-389",
      evidenceUrl: "https://dashboards.example.com/alerts/pooler-waiting",
      doneDays: 13,
      factor: "alert",
      entryAtMin: 55,
      by: "keala",
      madeDays: 1,
      held: [{ incident: "pool-drill", answer: "fired", note: "Three minutes into the drill, one minute before anybody declared.", by: "keala" }],
    },
    {
      key: "never-empty",
      title: "A database that does not answer is never an empty calendar",
      type: "repair",
      priority: "P1",
      status: "done",
      owner: "anneke",
      team: "delivery",
      dueDays: 7,
      finishTest: "With the database stopped, the slot picker says “please try again” and the API answers 503.",
      evidenceUrl: "https://git.example.com/marrowfield/slots/-/merge_requests/2219",
      doneDays: 3,
      factor: "empty",
      entryAtMin: 62,
      by: "pita",
      madeDays: 0,
    },
    {
      title: "Run the load test before a release that touches `deploy/` of Slots",
      type: "prevent",
      priority: "P2",
      status: "open",
      owner: "anneke",
      team: "delivery",
      dueInDays: 12,
      finishTest: "A merge request that changes `deploy/values.yaml` waits for a green load test with 13 pods.",
      trackerUrl: "https://tracker.example.com/DEL-417",
      net: "performance",
      by: "pita",
      madeDays: 2,
    },
  ],
};
