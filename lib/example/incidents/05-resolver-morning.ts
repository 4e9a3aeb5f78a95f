import type { ExampleIncident } from "../schema";

export const resolverMorning: ExampleIncident = {
  key: "resolver-morning",
  title: "Shop unreachable for part of the country; our dashboards are green",
  summary:
    "A record at Fernroute DNS was published without its second region and some large resolvers kept the answer. Our own checks asked a resolver that had the old one. The times were corrected afterwards from the resolvers' logs: customers were hurt 47 minutes before we knew, and were well again half an hour before we said so.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "customer_report",
  services: ["gateway", "shop"],
  teams: ["platform"],
  declaredBy: "tomasz",
  declaredDaysAgo: 254,
  declaredAt: "04:31",
  startedMin: -6,
  detectedMin: -4,
  roles: [
    { role: "lead", person: "tomasz", atMin: 0, untilMin: 79 },
    { role: "lead", person: "amina", atMin: 79, note: "Tomasz has been up since 23:00" },
    { role: "responder", person: "keala", atMin: 15 },
    { role: "comms", person: "bronagh", atMin: 62 },
  ],
  calls: [
    {
      atMin: 8,
      by: "tomasz",
      message: "Need a second pair of eyes on DNS. Nothing is red and yet people cannot reach us.",
      people: [
        { person: "keala", seenAfterMin: 6, answer: "on_it", answeredAfterMin: 6 },
        { person: "amina", seenAfterMin: 66, answer: "on_it", answeredAfterMin: 67 },
      ],
    },
  ],
  entries: [
    {
      atMin: -51,
      recordedAtMin: 205,
      by: "keala",
      kind: "impact",
      body: "**Correction.** First failed lookups at 03:40, from the resolver logs that two providers were kind enough to send. We had written 04:25, which is when the first mail came.",
      milestone: "impact_started",
      knownLater: true,
      starred: true,
    },
    {
      atMin: -4,
      by: { name: "Care inbox" },
      kind: "alert",
      body: "Night-shift nurse, by mail: *your site says “server not found”, at work and at home, please I need to change my order before five.*",
      milestone: "detected",
    },
    {
      atMin: 3,
      by: "tomasz",
      kind: "note",
      body: "Opens for me, on two networks. All synthetic checks green. Six more mails, all from the same two internet providers.",
    },
    {
      atMin: 6,
      by: "tomasz",
      kind: "hypothesis",
      body: "An outage at those providers, nothing of ours.",
      data: { state: "ruled_out", because: "their customers reach every other site that I asked about" },
    },
    {
      atMin: 11,
      by: "tomasz",
      kind: "hypothesis",
      body: "A rate limit at the gateway caught their carrier-grade NAT.",
      data: { state: "ruled_out", because: "no 429 to those ranges; the requests never arrive at all" },
    },
    {
      atMin: 14,
      by: "tomasz",
      kind: "note",
      body: "What I know so far: nothing. What I would like: one of the affected people on the phone with a terminal. Care is asking around.",
    },
    {
      atMin: 20,
      by: "keala",
      kind: "evidence",
      body: `~~~text
$ dig +short shop.example.com @provider-one
;; connection timed out; no servers could be reached
$ dig +short gw-b.shop.example.com @provider-one
(empty)
$ dig +short shop.example.com @our-own
203.0.113.20
~~~

The name points at \`gw-b\`, and \`gw-b\` has no address there.`,
      starred: true,
    },
    {
      atMin: 24,
      by: "keala",
      kind: "note",
      body: "In Fernroute's zone history: at 03:38 the health check of region B was renamed by the weekly clean-up, the record lost its target, and the zone was published without B.",
    },
    {
      atMin: 26,
      by: "tomasz",
      kind: "status",
      body: "The zone misses region B; resolvers that land there find nothing.",
      data: { to: "identified" },
    },
    { atMin: 28, by: "tomasz", kind: "action", body: "Putting the record back by hand, TTL 60." },
    {
      atMin: 31,
      recordedAtMin: 211,
      by: "keala",
      kind: "status",
      body: "**Correction.** Customers were back from 05:02: both providers took the new record within two minutes. What we watched until 05:39 was a chart that averages over half an hour.",
      data: { to: "mitigated", mitigation: "config_change" },
      knownLater: true,
    },
    { atMin: 38, by: "tomasz", kind: "note", body: "Record is back. Chart still low. Waiting." },
    {
      atMin: 45,
      by: "tomasz",
      kind: "action",
      body: "Asking the public resolvers of nine providers every 30 s from a script, since our own checks cannot tell us.",
    },
    {
      atMin: 52,
      by: "tomasz",
      kind: "hypothesis",
      body: "The providers cached the *absence* for an hour (negative TTL 3600).",
      data: { state: "ruled_out", because: "the first customer wrote at 05:09 that it works again" },
    },
    {
      atMin: 64,
      by: "bronagh",
      kind: "comms",
      body: "To the 23 who wrote: sorry, it was us, it works again, and we moved your cut-off to seven.",
    },
    {
      atMin: 68,
      by: "keala",
      kind: "status",
      body: "Sessions by provider look level again.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    { atMin: 80, by: "amina", kind: "note", body: "I have it, Tomasz. Please go to bed. Your notes are enough to go on." },
    { atMin: 110, by: "amina", kind: "status", body: "Quiet for half an hour, clean-up job paused.", data: { to: "resolved" } },
    {
      atMin: 216,
      by: "amina",
      kind: "note",
      body: "Why the correction matters: with the times as we first wrote them, *detect* was 2 minutes and *mitigate* 74. In truth it took us 47 minutes to hear of it and, once we had heard, 35 to mend it. The first number is the one to work on: our synthetic checks all ask one resolver, which is ours.",
      starred: true,
      knownLater: true,
    },
  ],
};
