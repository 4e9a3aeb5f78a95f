import type { ExampleIncident } from "../schema";

export const sessionEviction: ExampleIncident = {
  key: "session-eviction",
  title: "Customers are signed out every few minutes",
  summary:
    "Guest baskets moved into the session store and filled its memory. Redis then evicted the least recently used keys, which were the sessions of people reading recipes. Baskets were given a store of their own two days later; on the night, memory was doubled and guests' baskets shortened.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "alert",
  services: ["identity", "shop", "messages"],
  teams: ["platform", "storefront"],
  declaredBy: "tomasz",
  declaredDaysAgo: 17,
  declaredAt: "20:08",
  startedMin: -33,
  detectedMin: -4,
  roles: [
    { role: "lead", person: "tomasz", atMin: 0 },
    { role: "comms", person: "bronagh", atMin: 13, note: "Came over from the other room" },
    { role: "responder", person: "oskar", atMin: 20 },
    { role: "responder", person: "lucia", atMin: 34 },
  ],
  calls: [
    {
      atMin: 9,
      by: "tomasz",
      message: "Sessions vanish. What did the shop start keeping in them?",
      people: [
        { person: "oskar", seenAfterMin: 8, answer: "on_it", answeredAfterMin: 9 },
        { person: "meera", seenAfterMin: 26, answer: "cannot", answeredAfterMin: 27 },
      ],
    },
  ],
  entries: [
    {
      atMin: -33,
      recordedAtMin: 62,
      by: { name: "Redis" },
      kind: "impact",
      body: "`evicted_keys` leaves zero for the first time in two years (19:35).",
      milestone: "impact_started",
      knownLater: true,
    },
    {
      atMin: -4,
      by: { name: "Alerts" },
      kind: "alert",
      body: "**Sign-in: codes by text 6× the usual**. Larkwire warns that we near our hourly limit.",
      milestone: "detected",
    },
    {
      atMin: 2,
      by: "tomasz",
      kind: "impact",
      body: "About one signed-in customer in five is thrown out within ten minutes. They sign in again, so what we see is a flood of sign-ins that succeed.",
      starred: true,
    },
    {
      atMin: 6,
      by: "tomasz",
      kind: "hypothesis",
      body: "Somebody tries stolen passwords.",
      data: { state: "ruled_out", because: "success rate is 98 %; an attacker would be delighted with 1" },
    },
    {
      atMin: 10,
      by: "tomasz",
      kind: "hypothesis",
      body: "Clock skew between pods, so that tokens look expired.",
      data: { state: "ruled_out", because: "largest offset 4 ms" },
    },
    {
      atMin: 14,
      by: "bronagh",
      kind: "note",
      body: "I had opened a room of my own seven minutes after this one, because customers call it *the app asks me again and again*. Joined them; its timeline is worth a look, the first mails are there.",
    },
    {
      atMin: 18,
      by: "tomasz",
      kind: "evidence",
      body: `~~~text
used_memory_human:7.99G
maxmemory_human:8.00G
maxmemory_policy:allkeys-lru
evicted_keys:1834402
expired_keys:211
~~~

It is *evicting* sessions, not expiring them. Average value was 900 bytes last month and is 14 KB now.`,
      starred: true,
    },
    {
      atMin: 22,
      by: "tomasz",
      kind: "hypothesis",
      body: "The failover of the session store at noon.",
      data: { state: "ruled_out", because: "it was a rehearsed one, and evictions begin seven hours after it" },
    },
    {
      atMin: 24,
      by: "oskar",
      kind: "hypothesis",
      body: "ours: guest baskets have lived in the session since 15:00 today. with pictures. i did not think of the pictures.",
      data: { state: "confirmed", because: "the 20 largest keys are all guest baskets, up to 220 KB" },
    },
    { atMin: 25, by: "tomasz", kind: "status", body: "Guest baskets push sessions out of memory.", data: { to: "identified" } },
    {
      atMin: 26,
      by: "tomasz",
      kind: "note",
      body: "Oskar: nor did the review, the load test (which has no guests) or the store, which took them without a word.",
    },
    {
      atMin: 29,
      by: "tomasz",
      kind: "decision",
      body: "Not rolling back: 31 000 guests would lose their baskets at dinner time. Memory 8 → 16 GB (no restart needed), and guest baskets expire after 2 h instead of 30 days.",
      starred: true,
    },
    { atMin: 34, by: { name: "Cloud console" }, kind: "change", body: "sessions: `maxmemory` 8 GB → 16 GB" },
    {
      atMin: 37,
      by: "lucia",
      kind: "action",
      body: "Asked Larkwire to lift the hourly limit for tonight; they did it on the phone. Codes go by push first where there is an app.",
    },
    {
      atMin: 40,
      by: "tomasz",
      kind: "evidence",
      body: "`evicted_keys` has stood still since 20:43. Sessions older than ten minutes: 18 % → 61 % and rising.",
    },
    {
      atMin: 43,
      by: "tomasz",
      kind: "status",
      body: "No evictions for six minutes; sign-ins back to normal.",
      data: { to: "mitigated", mitigation: "scale" },
    },
    {
      atMin: 47,
      by: "bronagh",
      kind: "comms",
      body: "*You may have been signed out this evening. Nothing is wrong with your account and your basket is still there.*",
    },
    { atMin: 55, by: "oskar", kind: "change", body: "shop: baskets keep product ids, not pictures. 14 KB → 700 bytes." },
    {
      atMin: 61,
      by: "tomasz",
      kind: "decision",
      body: "Policy to `noeviction`, with an alert at 75 % of memory. For sessions an error that we see is kinder than a silence that customers see.",
      starred: true,
    },
    { atMin: 130, by: "tomasz", kind: "status", body: "Memory at 3.1 GB and falling. Good night.", data: { to: "resolved" } },
    {
      atMin: 2_650,
      by: "oskar",
      kind: "change",
      body: "guest baskets have a store of their own now, with its own limit and its own alert.",
      knownLater: true,
    },
  ],
};
