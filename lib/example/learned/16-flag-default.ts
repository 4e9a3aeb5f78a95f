import type { ExampleLearned } from "./schema";

export const flagDefault: ExampleLearned = {
  changes: [
    {
      key: "node",
      atMin: -71,
      kind: "infrastructure",
      summary: "switchboard (flag service): node replaced, six minutes without answers",
      service: "shop",
      actor: "Deploys",
      before: "node pool-b-07",
      after: "node pool-b-11",
      by: "tomasz",
      addedAtMin: 28,
      verdict: "contributed",
      why: "A routine replacement. It drained eleven of twelve shop pods in the same six minutes.",
    },
    {
      key: "loyalty",
      atMin: -2_700,
      kind: "deploy",
      summary: "shop: loyalty points at checkout",
      service: "shop",
      actor: "Deploys",
      before: "shop-4410",
      after: "shop-4411",
      by: "oskar",
      addedAtMin: 11,
      verdict: "dismissed",
      why: "two days old, and delivery income was fine until 10:53 today",
    },
    {
      key: "restart",
      atMin: 34,
      kind: "deploy",
      summary: "shop-web: rolling restart, 12 of 12",
      service: "shop",
      actor: "Deploys",
      by: "meera",
      addedAtMin: 36,
      verdict: "fixed",
      why: "Pods read their flags anew while the flag service answered.",
    },
    {
      key: "no-flag",
      atMin: 116,
      kind: "deploy",
      summary: "shop: the delivery charge is plain code again, fee-banner is gone",
      service: "shop",
      actor: "Deploys",
      before: "shop-4413",
      after: "shop-4414",
      url: "https://git.example.com/marrowfield/shop/-/merge_requests/2077",
      diff: `diff --git a/src/checkout/delivery-fee.ts b/src/checkout/delivery-fee.ts
index b0200e5..61e173f 100644
--- a/src/checkout/delivery-fee.ts
+++ b/src/checkout/delivery-fee.ts
@@ -1,10 +1,8 @@
-import { flagsAtStart } from "../flags";
 import type { Basket } from "../schema";
 
 const FREE_FROM = 60_00;
 const FEE = 3_95;
 
 export function deliveryFee(basket: Basket): number {
-  if (!flagsAtStart["fee-banner"]) return 0;
   return basket.goods >= FREE_FROM ? 0 : FEE;
 }
diff --git a/src/flags.ts b/src/flags.ts
index 36d16e1..3d64b11 100644
--- a/src/flags.ts
+++ b/src/flags.ts
@@ -6,9 +6,10 @@ import { switchboard } from "./switchboard";
 export type FlagName = keyof typeof FLAGS;
 export type Unit = string;
 
-const AT_START = ["fee-banner", "evening-round", "loyalty-tile"] as const;
+/** Read once, when a pod starts. No new ones: a lint rule says so. */
+const AT_START = ["evening-round", "loyalty-tile"] as const;
 
-/** Off where the flag service does not answer. */
-export const flagsAtStart = await switchboard.evaluate(AT_START, { fallback: false });
+/** A pod that gets no answer does not start. */
+export const flagsAtStart = await switchboard.evaluate(AT_START, { patience: "60s" });
 
 export const flagOn = (name: FlagName, unit: string) => switchboard.evaluateOne(name, unit);
diff --git a/src/checkout/fee-banner.tsx b/src/checkout/fee-banner.tsx
deleted file mode 100644
index 3f382b5..0000000
--- a/src/checkout/fee-banner.tsx
+++ /dev/null
@@ -1,4 +0,0 @@
-export function FeeBanner({ fee }: { fee: number }) {
-  if (fee === 0) return null;
-  return <p className="fee">Delivery {pounds(fee)}, free from £60.</p>;
-}
`,
      by: "oskar",
      addedAtMin: 118,
      verdict: "fixed",
      why: "fourteen months at 100 % is not a flag, it is an if with a network in it",
    },
  ],
  nothing: [{ atMin: 12, kind: "flag", by: "oskar", why: "switchboard's history: no flag was changed by anyone for 60 days" }],
  factors: [
    {
      key: "default",
      tag: "flag state",
      role: "triggered",
      why: "A flag that is on answered with its default, off, because nobody answered at all.",
      evidence: [{ entryAtMin: 21 }, { change: "node" }],
      combinesWith: ["at-start", "drain"],
      by: "oskar",
    },
    {
      key: "at-start",
      tag: "known hazard",
      role: "enabled",
      why: "Reading at start was found in the drill two months before. The task had a date and stood behind the loyalty release.",
      evidence: [{ entryAtMin: 58 }],
      combinesWith: ["loyalty-first"],
      by: "meera",
    },
    {
      key: "loyalty-first",
      tag: "competing goals",
      role: "enabled",
      why: "A release with a launch day and a hazard with a due date met in one sprint. One of the two had a countdown on the wall.",
      evidence: [{ entryAtMin: 58 }],
      by: "meera",
    },
    {
      key: "drain",
      tag: "hardware or node loss",
      role: "worsened",
      why: "One node carried the flag service and eleven of twelve shop pods, so they restarted together while it was away.",
      evidence: [{ change: "node" }, { entryAtMin: 30 }],
      by: "tomasz",
    },
    {
      key: "income",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "Delivery income near zero was on a tile for an hour. A lemon found it.",
      evidence: [{ entryAtMin: -9 }],
      by: "ngozi",
    },
  ],
  nets: [
    { net: "unit", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "both branches. which one is safe, nobody asked", by: "oskar" },
    { net: "integration", wouldHaveCaught: "yes", existed: false, note: "Start a pod while the flag service is away.", by: "tomasz" },
    {
      net: "staging",
      wouldHaveCaught: "unsure",
      existed: true,
      ran: true,
      gated: false,
      brokeThereFirst: true,
      note: "In the drill, two months earlier.",
      by: "meera",
    },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "Delivery income below half of last week's hour.", by: "ngozi" },
  ],
  access: {
    onePersonCould: false,
    onePersonShould: null,
    note: "Nobody did anything: a node was replaced by a schedule. The question is rather who should be able to leave a hazard waiting, and for how long.",
  },
  actions: [
    {
      title: "A pod that cannot read its flags does not start",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "oskar",
      team: "storefront",
      dueDays: 10,
      finishTest: "With switchboard blocked in staging, old pods stay and new ones wait.",
      evidenceUrl: "https://git.example.com/marrowfield/shop/-/merge_requests/2077",
      doneDays: 0,
      factor: "default",
      by: "meera",
      madeDays: 0,
      held: [{ incident: "session-eviction", answer: null, by: "oskar" }],
    },
    {
      title: "Bury the other 22 flags that are on for everybody, or read them on each request",
      description:
        "One row each with an owner. 15 are buried. Left are those of Delivery (`hold-sweeper`, `slot-hints`, `round-colours`), of Orders (three) and `loyalty-tile`.",
      type: "prevent",
      priority: "P1",
      status: "in_progress",
      team: "storefront",
      dueInDays: -2,
      finishTest: "`flagsAtStart` is not in any repository, and the lint rule refuses a new one.",
      trackerUrl: "https://tracker.example.com/SHOP-702",
      factor: "at-start",
      entryAtMin: 75,
      by: "meera",
      madeDays: 0,
    },
    {
      title: "Read `hold-sweeper` when the sweeper wakes, not when the pod starts",
      type: "repair",
      priority: "P2",
      status: "open",
      owner: "anneke",
      team: "delivery",
      dueInDays: 5,
      finishTest: "Off in staging: no sweep begins after a minute, and no pod was restarted.",
      trackerUrl: "https://tracker.example.com/DEL-448",
      factor: "at-start",
      by: "pita",
      madeDays: 3,
    },
    {
      title: "Alert on delivery income below half of last week's hour",
      type: "detect",
      priority: "P2",
      status: "done",
      owner: "ngozi",
      team: "orders",
      dueDays: 21,
      finishTest: "The replay of that morning pages Orders at 11:10 and not at noon.",
      doneDays: 18,
      factor: "income",
      by: "ngozi",
      madeDays: 1,
    },
  ],
};
