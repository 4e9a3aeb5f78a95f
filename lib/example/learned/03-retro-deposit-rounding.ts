import type { ExampleLearned } from "./schema";

export const retroDepositRounding: ExampleLearned = {
  changes: [
    {
      key: "for-line",
      atMin: -110_880,
      kind: "deploy",
      summary: "orders: deposits are priced where the line is priced",
      service: "orders",
      actor: "Deploys",
      before: "orders-3052",
      after: "orders-3053",
      url: "https://git.example.com/marrowfield/orders/-/merge_requests/2218",
      diff: `diff --git a/src/pricing/deposit.ts b/src/pricing/deposit.ts
index 61f8139..8b5113d 100644
--- a/src/pricing/deposit.ts
+++ b/src/pricing/deposit.ts
@@ -8,7 +8,6 @@ import { pence, type Pence } from "./money";
 /** What a bottle carries, in tenths of a penny. */
 const TENTHS: Record<Bottle, number> = { small: 80, large: 125, crate: 1500 };
 
-export function depositOf(order: Order): Pence {
-  const tenths = order.lines.reduce((sum, line) => sum + line.count * TENTHS[line.bottle], 0);
-  return pence(Math.round(tenths / 10));
-}
+export const Deposit = {
+  forLine: (line: Line): Pence => pence(Math.round((line.count * TENTHS[line.bottle]) / 10)),
+};
diff --git a/src/pricing/total.ts b/src/pricing/total.ts
index dc9b10f..295d8f4 100644
--- a/src/pricing/total.ts
+++ b/src/pricing/total.ts
@@ -1,10 +1,10 @@
 import { add, sum } from "./money";
 import type { Order, Total } from "./schema";
-import { depositOf } from "./deposit";
+import { Deposit } from "./deposit";
 import { priceOf } from "./price";
 
 export function totalOf(order: Order): Total {
   const goods = sum(order.lines.map(priceOf));
-  const deposit = depositOf(order);
+  const deposit = sum(order.lines.map(Deposit.forLine));
   return { goods, deposit, pay: add(goods, deposit) };
 }
diff --git a/src/pricing/deposit.test.ts b/src/pricing/deposit.test.ts
new file mode 100644
index 0000000..323f081
--- /dev/null
+++ b/src/pricing/deposit.test.ts
@@ -0,0 +1,10 @@
+import { expect, test } from "vitest";
+import { Deposit } from "./deposit";
+
+test.each([
+  ["small", 8],
+  ["large", 13],
+  ["crate", 150],
+] as const)("one %s bottle carries %i p", (bottle, expected) => {
+  expect(Deposit.forLine({ bottle, count: 1 })).toBe(expected);
+});
`,
      by: "hiroshi",
      addedAtMin: 24,
      verdict: "contributed",
      why: "Rounds once a line. The tests price one bottle at a time, where line and order round alike.",
    },
    {
      key: "tenths",
      atMin: -30,
      kind: "deploy",
      summary: "orders: deposits are summed in tenths and rounded once",
      service: "orders",
      actor: "Deploys",
      before: "orders-3169",
      after: "orders-3170",
      by: "lucia",
      addedAtMin: 5,
      verdict: "fixed",
      why: "Six bottles as two lines of three cost 75p again, and so do they as one line of six.",
    },
  ],
  nothing: [
    { atMin: 31, kind: "config", by: "hiroshi", why: "The table of deposits is as it was two years ago; read in the repository and on the running pod." },
    { atMin: 33, kind: "migration", by: "hiroshi", why: "No migration of Orders touched a column with money in it since spring." },
  ],
  factors: [
    {
      key: "rounding",
      tag: "logic bug",
      role: "triggered",
      why: "Rounding moved from the order to the line. Half-up always rounds towards us, so the pennies never cancel out.",
      evidence: [{ entryAtMin: 21 }, { change: "for-line", file: "src/pricing/total.ts", line: 8 }],
      combinesWith: ["one-bottle", "pennies"],
      by: "hiroshi",
    },
    {
      key: "one-bottle",
      tag: "test gap",
      role: "enabled",
      why: "Three tests, each with one bottle of one kind. The difference needs two lines.",
      evidence: [{ change: "for-line", file: "src/pricing/deposit.test.ts", line: 9 }],
      by: "hiroshi",
    },
    {
      key: "pennies",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "No figure compares deposits with bottles. The settlement does so once a month, in a column that one bookkeeper adds up.",
      evidence: [{ entryAtMin: -1_125 }],
      by: "lucia",
    },
  ],
  nets: [
    { net: "unit", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "With two lines in it, it would have.", by: "hiroshi" },
    { net: "regression", wouldHaveCaught: "yes", existed: false, note: "Nothing compared the totals of old orders before and after.", by: "lucia" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "It reads as a tidy-up, and tidy it is.", by: "ngozi" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "A daily sum of deposits against bottles × price.", by: "lucia" },
  ],
  access: {
    onePersonCould: false,
    onePersonShould: false,
    note: "Prices need two reviewers, and had them. A second pair of eyes does not add up pennies; a test does.",
  },
  actions: [
    {
      key: "sum-of-lines",
      title: "Property test: the sum of lines equals the order, for every fee",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "hiroshi",
      team: "orders",
      dueDays: 7,
      finishTest: "With the rounding of that release put back, the test is red within a hundred baskets.",
      evidenceUrl: "https://git.example.com/marrowfield/orders/-/merge_requests/2301",
      doneDays: 1,
      factor: "one-bottle",
      entryAtMin: 1_480,
      by: "ngozi",
      madeDays: 0,
    },
    {
      key: "deposits-morning",
      title: "Compare deposits with bottles × price every morning",
      type: "detect",
      priority: "P2",
      status: "done",
      owner: "lucia",
      team: "orders",
      dueDays: 28,
      finishTest: "One order with a penny too much, made on purpose, is in Accounts' mail the next morning.",
      doneDays: 25,
      factor: "pennies",
      by: "lucia",
      madeDays: 1,
      held: [{ incident: "flag-default", answer: "not_tested", note: "Deposits added up all morning. It was the delivery charge that was gone.", by: "lucia" }],
    },
    {
      title: "Price a hundred old orders with each release of Orders, and show the difference",
      type: "prevent",
      priority: "P2",
      status: "in_progress",
      owner: "hiroshi",
      team: "orders",
      dueInDays: 3,
      finishTest: "A merge request that changes a total by a penny carries a comment with the orders that it changes.",
      trackerUrl: "https://tracker.example.com/ORD-544",
      net: "regression",
      by: "ngozi",
      madeDays: 2,
    },
  ],
};
