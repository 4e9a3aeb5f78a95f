import type { ExampleLearned } from "./schema";

export const checkoutPool: ExampleLearned = {
  changes: [
    {
      key: "basket-totals",
      atMin: -36,
      kind: "deploy",
      summary: "orders: basket totals are counted in one place",
      service: "orders",
      actor: "Deploys",
      before: "orders-3107",
      after: "orders-3108",
      url: "https://git.example.com/marrowfield/orders/-/compare/orders-3107...orders-3108",
      by: "hiroshi",
      addedAtMin: 5,
      verdict: "dismissed",
      why: "Rolled back at 19:01 and the graph did not twitch. It went out again the next morning, unchanged.",
    },
    {
      key: "streaming-export",
      atMin: -7_980,
      kind: "deploy",
      summary: "orders: refund export streams instead of building the file first",
      service: "orders",
      actor: "Deploys",
      before: "orders-3094",
      after: "orders-3095",
      url: "https://git.example.com/marrowfield/orders/-/merge_requests/2240",
      diff: `diff --git a/src/refunds/export.ts b/src/refunds/export.ts
index c4bf575..e8d6088 100644
--- a/src/refunds/export.ts
+++ b/src/refunds/export.ts
@@ -1,7 +1,11 @@
-import { query } from "../database";
+import { transaction } from "../database";
 import { csvLine } from "./csv";
 
-export async function refundExport(month: string): Promise<string> {
-  const rows = await query(REFUNDS_OF, [month]);
-  return rows.map(csvLine).join("\\n");
+/** Large months ran out of memory, so rows leave as they come. */
+export async function refundExport(month: string, out: Writable): Promise<void> {
+  await transaction(async (tx) => {
+    for await (const row of tx.cursor(REFUNDS_OF, [month], { size: 200 })) {
+      if (!out.write(csvLine(row))) await once(out, "drain");
+    }
+  });
 }
diff --git a/src/admin/refund-page.tsx b/src/admin/refund-page.tsx
index 047f523..06a6283 100644
--- a/src/admin/refund-page.tsx
+++ b/src/admin/refund-page.tsx
@@ -41,6 +41,7 @@ export function RefundPage({ month }: { month: string }) {
     <Panel title={\`Refunds of \${month}\`}>
       <Download
         href={\`/admin/refunds/\${month}.csv\`}
+        retryEvery={60}
         label="Download as CSV"
       />
     </Panel>
`,
      by: "keala",
      addedAtMin: 63,
      verdict: "contributed",
      why: "The cursor keeps its transaction open for as long as the slowest reader reads, and the page asks again every minute without ending the one before.",
    },
    {
      key: "idle-timeout",
      atMin: 61,
      kind: "config",
      summary: "commerce: sessions of Orders that idle in a transaction end after 60 s",
      service: "databases",
      actor: "Keala, at the console",
      before: "idle_in_transaction_session_timeout = 0",
      after: "idle_in_transaction_session_timeout = 60s",
      diff: `diff --git a/roles/commerce.sql b/roles/commerce.sql
index 93fa96a..75943a2 100644
--- a/roles/commerce.sql
+++ b/roles/commerce.sql
@@ -17,6 +17,7 @@ create role orders_app login connection limit 60;
 grant usage on schema commerce to orders_app;
 grant select, insert, update, delete on all tables in schema commerce to orders_app;
 alter role orders_app set statement_timeout = '30s';
+alter role orders_app set idle_in_transaction_session_timeout = '60s';
 
 create role reports_ro login connection limit 10;
 grant usage on schema commerce to reports_ro;
`,
      by: "keala",
      addedAtMin: 62,
      verdict: "fixed",
      why: "What ended it on the night was ending 33 sessions by hand. This is so that nobody has to do it again.",
    },
  ],
  nothing: [
    { atMin: 25, kind: "traffic", by: "ngozi", why: "Request rate laid over last week's: the same within 4 %." },
    { atMin: 34, kind: "infrastructure", by: "keala", why: "No failover, no resize and no noisy neighbour in the cluster's log since Thursday." },
  ],
  factors: [
    {
      key: "held-open",
      tag: "resource leak",
      role: "triggered",
      why: "The export held its transaction open while it streamed to a browser. A slow train and a page that retries made it 33 of them.",
      evidence: [{ entryAtMin: 29 }, { change: "streaming-export", file: "src/refunds/export.ts", line: 7 }],
      combinesWith: ["retry", "no-timeout", "shared"],
      by: "keala",
    },
    {
      key: "retry",
      tag: "new usage pattern",
      role: "worsened",
      why: "Nobody had downloaded a month from a train before: one more session each minute for an hour, and none that ended.",
      evidence: [{ entryAtMin: 30 }, { change: "streaming-export", file: "src/admin/refund-page.tsx", line: 44 }],
      by: "keala",
    },
    {
      key: "no-timeout",
      tag: "configuration drift",
      role: "enabled",
      why: "The time-out for idle transactions was zero, which means never, for this role alone. It was lifted for a migration two years ago and stayed lifted.",
      evidence: [{ entryAtMin: 61 }],
      by: "keala",
    },
    {
      key: "shared",
      tag: "single point of failure",
      role: "enabled",
      why: "An export for Finance and the checkout of everybody draw from the same 40 connections.",
      evidence: [{ entryAtMin: 21 }],
      by: "ngozi",
    },
    {
      key: "quiet-number",
      tag: "no alert or late",
      role: "delayed_recovery",
      why: "`cl_waiting` was on the pooler's dashboard from the first minute and in no alert, so we spent twenty minutes with the release.",
      evidence: [{ entryAtMin: 64 }],
      by: "hiroshi",
    },
    {
      key: "baskets",
      tag: "data store",
      role: "softened",
      why: "Baskets live outside of `commerce`. Everybody found theirs again.",
      evidence: [{ entryAtMin: 1 }],
      by: "lucia",
    },
  ],
  nets: [
    { net: "integration", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "Its test reads three rows, over a fast line.", by: "lucia" },
    { net: "performance", wouldHaveCaught: "no", existed: true, ran: true, gated: false, note: "Load without a slow reader in it.", by: "ngozi" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "It spoke about memory, for which it was made.", by: "hiroshi" },
    { net: "staging", wouldHaveCaught: "no", existed: true, ran: true, gated: true, brokeThereFirst: false, note: "Its role has the 60 s.", by: "keala" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "On waiting clients. Checkout success speaks eight minutes later.", by: "keala" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: true,
    note: "Anybody in Finance may download an export, and should. An export should not reach the connections that checkout lives on.",
  },
  actions: [
    {
      key: "idle-timeout",
      title: "End transactions that idle for 60 s, for every role of `commerce` and `ledger`",
      type: "mitigate",
      priority: "P1",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 10,
      finishTest: "`select rolname from pg_roles` joined with its settings shows no application role without the time-out.",
      trackerUrl: "https://tracker.example.com/PLAT-301",
      evidenceUrl: "https://git.example.com/marrowfield/databases/-/merge_requests/96",
      doneDays: 8,
      factor: "no-timeout",
      by: "ngozi",
      madeDays: 1,
      held: [
        { incident: "slots-pool", answer: "not_tested", note: "Nothing idled that evening. It was plain arithmetic.", by: "keala" },
        { incident: "pool-drill", answer: "bypassed", note: "The sleepers were active and not idle, so it never looked at them.", by: "keala" },
      ],
    },
    {
      key: "exports-replica",
      title: "Exports read from the replica, through a pool of their own",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "lucia",
      team: "orders",
      dueDays: 30,
      finishTest: "Five exports over a line of 64 kbit/s in staging: checkout's p95 stays where it was.",
      evidenceUrl: "https://git.example.com/marrowfield/orders/-/merge_requests/2268",
      doneDays: 27,
      factor: "shared",
      by: "ngozi",
      madeDays: 2,
      held: [
        { incident: "card-processor", answer: "held", note: "Finance pulled four exports during the outage and checkout did not feel them.", by: "lucia" },
      ],
    },
    {
      title: "Page on `cl_waiting` of the pooler",
      type: "detect",
      priority: "P2",
      status: "wont_do",
      reason: "Set up at 200 and it rang every Sunday for nothing, so we took it out again. Waiting clients alone say little; how long they wait says more.",
      owner: "hiroshi",
      team: "orders",
      dueDays: 45,
      finishTest: "A held pool in staging pages somebody before checkout success does.",
      factor: "quiet-number",
      entryAtMin: 64,
      by: "hiroshi",
      madeDays: 1,
    },
    {
      title: "Ask for a download once and mail a link when it is ready",
      type: "prevent",
      priority: "P3",
      status: "open",
      team: "orders",
      finishTest: "Closing the tab of a running export leaves no session of it in `pg_stat_activity` after ten seconds.",
      trackerUrl: "https://tracker.example.com/ORD-512",
      dueInDays: 40,
      factor: "retry",
      by: "lucia",
      madeDays: 3,
    },
  ],
};
