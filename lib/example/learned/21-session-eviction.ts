import type { ExampleLearned } from "./schema";

export const sessionEviction: ExampleLearned = {
  changes: [
    {
      key: "guest-baskets",
      atMin: -308,
      kind: "deploy",
      summary: "shop: a guest's basket lives in the session",
      service: "shop",
      actor: "Deploys",
      before: "shop-4488",
      after: "shop-4489",
      url: "https://git.example.com/marrowfield/shop/-/merge_requests/2151",
      diff: `diff --git a/src/basket/guest.ts b/src/basket/guest.ts
index 6371ec2..c310888 100644
--- a/src/basket/guest.ts
+++ b/src/basket/guest.ts
@@ -1,8 +1,7 @@
-import { cookies } from "../cookies";
+import { session } from "../session";
 import type { Basket } from "../schema";
 
-/** Ids and counts only: a cookie holds four kilobytes. */
-export const saveGuestBasket = (basket: Basket) =>
-  cookies.set("basket", basket.lines.map(({ product, count }) => \`\${product.id}:\${count}\`).join(","));
+/** Whole, so that the basket opens without a look-up. */
+export const saveGuestBasket = (basket: Basket) => session.set("basket", basket, { days: 30 });
 
-export const guestBasket = () => parse(cookies.get("basket"));
+export const guestBasket = () => session.get<Basket>("basket");
diff --git a/src/basket/guest.test.ts b/src/basket/guest.test.ts
index e19f08b..728790d 100644
--- a/src/basket/guest.test.ts
+++ b/src/basket/guest.test.ts
@@ -1,9 +1,9 @@
 import { expect, test } from "vitest";
-import { cookies, size } from "../cookies";
 import { basketOf } from "../testing";
 import { guestBasket, saveGuestBasket } from "./guest";
 
-test("a basket of forty lines fits into a cookie", () => {
-  saveGuestBasket(basketOf(40));
-  expect(size(cookies.sent)).toBeLessThan(4096);
+test("a basket comes back as it was", async () => {
+  const basket = basketOf(40);
+  await saveGuestBasket(basket);
+  expect(await guestBasket()).toEqual(basket);
 });
`,
      by: "oskar",
      addedAtMin: 25,
      verdict: "contributed",
      why: "with pictures, because a product has pictures. 900 bytes a session became 14 KB",
    },
    {
      key: "double",
      atMin: 34,
      kind: "infrastructure",
      summary: "sessions: maxmemory 8 → 16 GB",
      service: "identity",
      actor: "Cloud console",
      before: "8 GB",
      after: "16 GB",
      by: "tomasz",
      addedAtMin: 36,
      verdict: "fixed",
      why: "Evictions have stood still since 20:43, one minute after it.",
    },
    {
      key: "ids-only",
      atMin: 55,
      kind: "deploy",
      summary: "shop: baskets keep product ids, not pictures",
      service: "shop",
      actor: "Deploys",
      before: "shop-4489",
      after: "shop-4490",
      by: "oskar",
      addedAtMin: 57,
      verdict: "fixed",
      why: "14 KB → 700 bytes. memory went down from there without anybody's help",
    },
    {
      key: "own-store",
      atMin: 2_650,
      kind: "infrastructure",
      summary: "Guest baskets have a store of their own; sessions refuse instead of forgetting",
      service: "identity",
      actor: "Deploys",
      url: "https://git.example.com/marrowfield/cloud/-/merge_requests/163",
      diff: `diff --git a/redis/baskets.conf b/redis/baskets.conf
new file mode 100644
index 0000000..89c99c0
--- /dev/null
+++ b/redis/baskets.conf
@@ -0,0 +1,4 @@
+# A basket that falls out is a nuisance, and never somebody else's session.
+maxmemory 4gb
+maxmemory-policy volatile-lru
+appendonly no
diff --git a/redis/sessions.conf b/redis/sessions.conf
index 2698f28..68a5ea3 100644
--- a/redis/sessions.conf
+++ b/redis/sessions.conf
@@ -1,7 +1,7 @@
 appendonly yes
 appendfsync everysec
 timeout 0
-maxmemory 8gb
-maxmemory-policy allkeys-lru
+maxmemory 16gb
+maxmemory-policy noeviction
 tcp-keepalive 60
 lazyfree-lazy-expire yes
`,
      by: "oskar",
      addedAtMin: 2_660,
      verdict: "fixed",
      why: "two needs, two stores, two limits. the alert at 75 % is in the same merge request",
    },
    {
      key: "rehearsal",
      atMin: -485,
      kind: "infrastructure",
      summary: "sessions: rehearsed failover at noon",
      service: "identity",
      actor: "Platform, by the calendar",
      by: "tomasz",
      addedAtMin: 12,
      verdict: "dismissed",
      why: "Evictions begin seven hours after it, and the new primary has the same memory as the old.",
    },
  ],
  nothing: [{ atMin: 11, kind: "access", by: "tomasz", why: "No list, rule or password policy of Sign-in has changed this month. Read in its audit log." }],
  factors: [
    {
      key: "memory",
      tag: "queue or cache",
      role: "triggered",
      why: "The store was full and its policy threw out whatever had not been touched lately, which is a person who reads a recipe.",
      evidence: [{ entryAtMin: 18 }, { change: "own-store", file: "redis/sessions.conf", line: 5 }],
      combinesWith: ["pictures", "silent"],
      by: "tomasz",
    },
    {
      key: "pictures",
      tag: "new usage pattern",
      role: "enabled",
      why: "Baskets moved into sessions whole. Nobody had asked how large a product is when it is written down.",
      evidence: [{ entryAtMin: 24 }, { change: "guest-baskets", file: "src/basket/guest.ts", line: 5 }],
      by: "oskar",
    },
    {
      key: "shared-store",
      tag: "single point of failure",
      role: "enabled",
      why: "Sessions of everybody and baskets of guests had one memory and one limit.",
      evidence: [{ entryAtMin: 2_650 }],
      combinesWith: ["memory"],
      by: "tomasz",
    },
    {
      key: "silent",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "`evicted_keys` left zero 29 minutes before anything spoke, and what spoke was the bill for texts.",
      evidence: [{ entryAtMin: -33 }, { entryAtMin: -4 }],
      by: "tomasz",
    },
    {
      key: "no-guests",
      tag: "test gap",
      role: "enabled",
      why: "The load test signs everybody in. It has no guests, and so no guest's basket.",
      evidence: [{ entryAtMin: 26 }],
      combinesWith: ["pictures"],
      by: "oskar",
    },
  ],
  nets: [
    { net: "performance", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "With guests in it.", by: "oskar" },
    { net: "unit", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "the test of its size went with the cookie", by: "oskar" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "By two of the shop; the store is Sign-in's.", by: "tomasz" },
    { net: "staging", wouldHaveCaught: "no", existed: true, ran: true, gated: true, brokeThereFirst: false, note: "Ten testers do not fill it.", by: "oskar" },
    { net: "flag", wouldHaveCaught: "yes", existed: false, note: "At 5 % the average value would have spoken the same afternoon.", by: "oskar" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "On the first evicted session.", by: "tomasz" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: false,
    note: "Any service could write what it likes into the session store. The store asks for a schema and a largest size now, whoever writes.",
  },
  actions: [
    {
      key: "evicted-page",
      title: "Page on the first evicted session, and at 75 % of memory",
      type: "detect",
      priority: "P0",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 3,
      finishTest: "Filling the staging store to 76 % pages Platform within a minute.",
      evidenceUrl: "https://dashboards.example.com/alerts/sessions",
      doneDays: 2,
      factor: "silent",
      entryAtMin: 61,
      by: "tomasz",
      madeDays: 0,
    },
    {
      key: "session-schema",
      title: "Sessions have a schema and a largest size",
      type: "prevent",
      priority: "P1",
      status: "open",
      owner: "tomasz",
      team: "platform",
      dueInDays: 11,
      finishTest: "Writing 5 KB into a session is refused in every service, with the key in the message.",
      trackerUrl: "https://tracker.example.com/PLAT-477",
      factor: "pictures",
      by: "tomasz",
      madeDays: 2,
    },
    {
      key: "guests-in-test",
      title: "Guests in the load test, one in three as in life",
      type: "prevent",
      priority: "P2",
      status: "in_progress",
      owner: "oskar",
      team: "storefront",
      dueInDays: 2,
      finishTest: "The release of that afternoon, put back, turns the weekly test red.",
      trackerUrl: "https://tracker.example.com/SHOP-760",
      factor: "no-guests",
      by: "oskar",
      madeDays: 2,
    },
  ],
};
