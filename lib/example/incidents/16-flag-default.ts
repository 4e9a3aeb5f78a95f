import type { ExampleIncident } from "../schema";

export const flagDefault: ExampleIncident = {
  key: "flag-default",
  title: "Delivery is free for everybody",
  summary:
    "The flag service was slow for six minutes after a node was replaced. A flag that has been on for fourteen months answered with its default, off, and with it went the delivery charge. 1 320 orders were delivered free.",
  severity: "SEV3",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["shop", "orders"],
  teams: ["storefront", "orders"],
  declaredBy: "ngozi",
  declaredDaysAgo: 79,
  declaredAt: "12:04",
  startedMin: -71,
  detectedMin: -9,
  roles: [
    { role: "lead", person: "ngozi", atMin: 0, untilMin: 16 },
    { role: "lead", person: "meera", atMin: 16, note: "It is on the shop's side" },
    { role: "responder", person: "oskar", atMin: 7 },
    { role: "responder", person: "tomasz", atMin: 25 },
  ],
  calls: [],
  entries: [
    {
      atMin: -71,
      recordedAtMin: 33,
      by: { name: "Deploys" },
      kind: "change",
      body: "switchboard (flag service): node replaced, 10:53 to 10:59",
      milestone: "impact_started",
      knownLater: true,
    },
    {
      atMin: -9,
      by: "ngozi",
      kind: "note",
      body: "The revenue tile says delivery income near zero for the last hour. I refreshed it, then I ordered a lemon. Free.",
      milestone: "detected",
    },
    {
      atMin: 2,
      by: "ngozi",
      kind: "impact",
      body: "Almost no order has carried a delivery charge since about 10:53. Nobody hurt but us; about £4 a basket.",
      starred: true,
    },
    {
      atMin: 5,
      by: "ngozi",
      kind: "hypothesis",
      body: "A promotion with an open end date.",
      data: { state: "ruled_out", because: "the buyers have none running and the orders carry no promotion code" },
    },
    {
      atMin: 10,
      by: "oskar",
      kind: "hypothesis",
      body: "someone switched `fee-banner` off again, like in the drill (#[off-switch-drill])",
      data: { state: "ruled_out", because: "flag history: no change by anyone for 60 days" },
    },
    {
      atMin: 13,
      by: "oskar",
      kind: "note",
      body: "switchboard's page says `fee-banner` is on, 100 %. my browser says free. both are telling the truth somehow.",
    },
    {
      atMin: 21,
      by: "oskar",
      kind: "evidence",
      body: `~~~text
10:53:40 switchboard: evaluate fee-banner: deadline exceeded (250 ms), using default=false
10:53:40 shop-web: started, flags loaded once: fee-banner=false evening-round=false …
10:58:59 switchboard: healthy
~~~

eleven of twelve pods restarted in those six minutes (node drain), read the *default*, and kept it. the flag was never off. the answer was.`,
      starred: true,
    },
    {
      atMin: 23,
      by: "meera",
      kind: "status",
      body: "Pods hold a default that they read while the flag service was away.",
      data: { to: "identified" },
    },
    {
      atMin: 26,
      by: "meera",
      kind: "decision",
      body: "Rolling restart now that switchboard answers. Honour the free deliveries: people saw a price and said yes to it.",
    },
    {
      atMin: 30,
      by: "meera",
      kind: "note",
      body: "One pod of the twelve was not restarted and shows the charge correctly. That is why one order in twelve did carry it.",
    },
    { atMin: 34, by: { name: "Deploys" }, kind: "change", body: "shop-web: rolling restart, 12 of 12" },
    { atMin: 36, by: "meera", kind: "status", body: "Charge is back on new orders.", data: { to: "mitigated", mitigation: "restart" } },
    { atMin: 44, by: "bronagh", kind: "comms", body: "Short line for Care: *Yes, it was free, yes, it stays free for that order, enjoy.*" },
    {
      atMin: 58,
      by: "meera",
      kind: "note",
      body: "We knew this reading-at-start from the drill two months ago. The task was ordered behind the loyalty release and waited. A known hazard with a date on it; how do we let such a thing speak up before it goes off?",
      starred: true,
    },
    {
      atMin: 66,
      by: "ngozi",
      kind: "evidence",
      body: "1 320 orders without a charge between 10:53 and 12:40, £5 214. Booked as a promotion, with a note that says what it was.",
    },
    {
      atMin: 75,
      by: "tomasz",
      kind: "note",
      body: "And a flag that is on for everybody for fourteen months is not a flag any more, it is an `if` with a network in it. I count 23 of them.",
    },
    {
      atMin: 120,
      by: "meera",
      kind: "status",
      body: "`fee-banner` is gone: the charge is plain code again. The other 22 have owners.",
      data: { to: "resolved" },
    },
  ],
};
