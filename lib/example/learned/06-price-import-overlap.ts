import type { ExampleLearned } from "./schema";

export const priceImportOverlap: ExampleLearned = {
  changes: [
    {
      key: "second-dairy",
      atMin: -141_120,
      kind: "traffic",
      summary: "Second dairy supplier: 4 100 more lines in the nightly price file",
      service: "catalogue",
      actor: "Buying",
      before: "17 300 lines",
      after: "21 400 lines",
      by: "keala",
      addedAtMin: 27,
      verdict: "contributed",
      why: "Since then the import has taken six minutes longer every week. No single night stood out.",
    },
    {
      key: "after-each-other",
      atMin: 96,
      kind: "config",
      summary: "nightly: stock-reconcile runs after price-import, whenever that is",
      service: "nightly",
      actor: "Meera, through the pipeline",
      before: "at: 30 4 * * *",
      after: "after: price-import",
      url: "https://git.example.com/marrowfield/nightly/-/merge_requests/214",
      diff: `diff --git a/schedules/stock.yaml b/schedules/stock.yaml
index 57c693b..e7d8870 100644
--- a/schedules/stock.yaml
+++ b/schedules/stock.yaml
@@ -1,5 +1,6 @@
 - name: stock-reconcile
-  at: "30 4 * * *"        # price-import is done by then
+  after: price-import
+  latest: "05:30"         # then it says so, and runs all the same
   zone: UTC
   limit: 1h
   owner: depots
`,
      by: "meera",
      addedAtMin: 97,
      verdict: "fixed",
      why: "Not what brought the milk back, that was by hand. It is why it stays.",
    },
    {
      key: "one-transaction",
      atMin: 1_640,
      kind: "deploy",
      summary: "catalogue: price import empties and fills in one transaction",
      service: "catalogue",
      actor: "Deploys",
      before: "catalogue-1180",
      after: "catalogue-1181",
      url: "https://git.example.com/marrowfield/catalogue/-/merge_requests/951",
      diff: `diff --git a/importer/steps.py b/importer/steps.py
index 8654636..fd99201 100644
--- a/importer/steps.py
+++ b/importer/steps.py
@@ -89,12 +89,11 @@ def load_staging(db: Database, file: PriceFile) -> int:
 
 
 def replace_offers(db: Database, suppliers: list[str]) -> None:
-    # Step 7
-    db.execute("delete from offer where supplier = any(%s)", [suppliers])
-    db.commit()
-    # Step 8
-    db.execute("insert into offer select * from offer_incoming")
-    db.commit()
+    with db.transaction():
+        # Whoever cannot get in waits here, while yesterday's prices still stand.
+        db.execute("lock table offer in share row exclusive mode")
+        db.execute("delete from offer where supplier = any(%s)", [suppliers])
+        db.execute("insert into offer select * from offer_incoming")
 
 
 def publish(db: Database) -> None:
diff --git a/importer/test_steps.py b/importer/test_steps.py
index 97045e3..db44b08 100644
--- a/importer/test_steps.py
+++ b/importer/test_steps.py
@@ -41,6 +41,13 @@ def test_load_staging_counts_rows(db, price_file):
     assert load_staging(db, price_file) == 3
 
 
+def test_shelf_is_never_empty(db, price_file, second_connection):
+    load_staging(db, price_file)
+    with second_connection.holding("offer"), pytest.raises(LockTimeout):
+        replace_offers(db, ["DAIRY-N"])
+    assert db.value("select count(*) from offer where supplier = 'DAIRY-N'") == 3
+
+
 def test_publish_tells_the_index(db, index):
     publish(db)
     assert index.told == ["offer"]
`,
      by: "oskar",
      addedAtMin: 1_650,
      verdict: "fixed",
      why: "With the lock held by a second connection on purpose, yesterday's prices stay on the shelf.",
    },
    {
      key: "index",
      atMin: -700,
      kind: "deploy",
      summary: "catalogue: search index learns about oat milk",
      service: "catalogue",
      actor: "Deploys",
      before: "catalogue-1178",
      after: "catalogue-1179",
      by: "oskar",
      addedAtMin: 8,
      verdict: "dismissed",
      why: "category pages do not use the index and were empty as well",
    },
  ],
  nothing: [{ atMin: 18, kind: "external", by: "oskar", why: "the buyers' file is complete and its checksum is theirs; asked their night desk too" }],
  factors: [
    {
      key: "overlap",
      tag: "batch overlap",
      role: "triggered",
      why: "Import and reconcile met for the first time, each holding what the other waited for.",
      evidence: [{ entryAtMin: 22 }],
      combinesWith: ["clock", "growth", "two-steps"],
      by: "keala",
    },
    {
      key: "clock",
      tag: "knowledge in one person",
      role: "enabled",
      why: "“Done by half past four” stood in a comment and in the head of whoever wrote it. The scheduler knew a clock and no order.",
      evidence: [{ change: "after-each-other", file: "schedules/stock.yaml", line: 2 }, { entryAtMin: 99 }],
      by: "meera",
    },
    {
      key: "growth",
      tag: "slow query",
      role: "enabled",
      why: "The import grew by six minutes a week for fourteen weeks. It had 75 minutes to spare and used them up quietly.",
      evidence: [{ change: "second-dairy" }, { entryAtMin: 25 }],
      by: "keala",
    },
    {
      key: "two-steps",
      tag: "unhandled edge case",
      role: "worsened",
      why: "Emptying and filling were two transactions. Between them the shelf is empty, and giving up there leaves it so.",
      evidence: [{ entryAtMin: 22 }, { change: "one-transaction", file: "importer/steps.py", line: 92 }],
      combinesWith: ["hides"],
      by: "oskar",
    },
    {
      key: "hides",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "The shop hides what has no price, silently, in four places. The job's own error went to a log.",
      evidence: [{ entryAtMin: 36 }],
      by: "oskar",
    },
  ],
  nets: [
    { net: "integration", wouldHaveCaught: "yes", existed: false, note: "Two connections and one table; it is twelve lines.", by: "oskar" },
    { net: "performance", wouldHaveCaught: "unsure", existed: false, note: "Run time by week, with a line at 120 minutes.", by: "keala" },
    { net: "staging", wouldHaveCaught: "no", existed: true, ran: true, gated: false, brokeThereFirst: false, note: "500 lines are in at once.", by: "oskar" },
    { net: "alert", wouldHaveCaught: "yes", existed: true, ran: true, gated: false, note: "Milk told us in 15 minutes; an exit code can in one.", by: "keala" },
  ],
  actions: [
    {
      key: "clock-pairs",
      title: "Write down every pair of jobs that trusts a clock where it means an order",
      type: "investigate",
      priority: "P2",
      status: "done",
      owner: "meera",
      team: "storefront",
      dueDays: 7,
      finishTest: "A list with both jobs, the gap between them, and how long the first one takes today.",
      evidenceUrl: "https://wiki.example.com/nightly/pairs",
      doneDays: 4,
      factor: "clock",
      entryAtMin: 99,
      by: "meera",
      madeDays: 0,
      held: [{ incident: "route-cut-off", answer: "bypassed", note: "It was number six of nine on the list. A list does not stop a job.", by: "yusuf" }],
    },
    {
      key: "after-not-clock",
      title: "Give the other nine pairs an `after:` in place of a clock",
      description: "Six of nine are done. Price tags, loyalty points and the newsletter are left.",
      type: "prevent",
      priority: "P1",
      status: "in_progress",
      owner: "yusuf",
      team: "platform",
      dueInDays: -4,
      finishTest: "`grep -r 'done by then' schedules/` finds nothing, and the scheduler draws nine arrows more.",
      trackerUrl: "https://tracker.example.com/PLAT-360",
      factor: "clock",
      by: "meera",
      madeDays: 4,
    },
    {
      title: "Empty and fill the offers in one transaction",
      type: "repair",
      priority: "P1",
      status: "done",
      owner: "oskar",
      team: "storefront",
      dueDays: 5,
      finishTest: "With `offer` locked by a second connection, the import gives up and yesterday's prices are still there.",
      evidenceUrl: "https://git.example.com/marrowfield/catalogue/-/merge_requests/951",
      doneDays: 1,
      factor: "two-steps",
      by: "oskar",
      madeDays: 0,
    },
    {
      title: "Say how many products have no price, every morning at five",
      type: "detect",
      priority: "P2",
      status: "done",
      owner: "oskar",
      team: "storefront",
      dueDays: 20,
      finishTest: "Taking the price off 30 products in staging pages the shop's on-call before six.",
      doneDays: 19,
      factor: "hides",
      by: "oskar",
      madeDays: 1,
      held: [{ incident: "substitutions-flag", answer: "not_tested", note: "prices were all there. it was allergens this time", by: "oskar" }],
    },
  ],
};
