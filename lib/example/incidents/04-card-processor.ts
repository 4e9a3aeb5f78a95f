import type { ExampleIncident } from "../schema";

export const cardProcessor: ExampleIncident = {
  key: "card-processor",
  title: "Brackenpay answers slowly or not at all, and our retries make it worse",
  summary:
    "Our card processor had an outage of two hours. Checkout retried each authorisation up to eight times without waiting, which multiplied our traffic by five and left 2 911 customers with several pending amounts on one card.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "alert",
  services: ["payments", "orders"],
  teams: ["orders"],
  declaredBy: "lucia",
  declaredDaysAgo: 276,
  declaredAt: "17:12",
  startedMin: -8,
  detectedMin: -2,
  roles: [
    { role: "lead", person: "ngozi", atMin: 4 },
    { role: "comms", person: "bronagh", atMin: 7 },
    { role: "responder", person: "lucia", atMin: 1 },
    { role: "responder", person: "hiroshi", atMin: 16 },
    { role: "observer", person: "meera", atMin: 40 },
  ],
  calls: [
    {
      atMin: 1,
      by: "lucia",
      message: "Card authorisations are timing out. Third party, I think, but we are not helping.",
      people: [
        { person: "ngozi", seenAfterMin: 2, answer: "on_it", answeredAfterMin: 2 },
        { person: "hiroshi", seenAfterMin: 12, answer: "on_it", answeredAfterMin: 14 },
        { person: "bronagh", seenAfterMin: 4, answer: "on_it", answeredAfterMin: 5 },
      ],
    },
  ],
  entries: [
    {
      atMin: -2,
      by: { name: "Alerts" },
      kind: "alert",
      body: "**Payments: authorisation p95 above 8 s** (now 29.8 s)",
      milestone: "detected",
      sourceUrl: "https://dashboards.example.com/payments/authorise",
    },
    {
      atMin: 2,
      by: "lucia",
      kind: "impact",
      body: "Two of three card payments do not go through. Account credit and vouchers work. Payment at the door works, those were authorised this morning.",
      starred: true,
    },
    {
      atMin: 5,
      by: "lucia",
      kind: "hypothesis",
      body: "Our own outbound network: payments leaves through one NAT address.",
      data: { state: "ruled_out", because: "the sandbox of the same processor, same address, answers in 200 ms" },
    },
    {
      atMin: 9,
      by: "lucia",
      kind: "note",
      body: "Brackenpay's status page is green. I rang their desk: *we see it, no estimate*.",
      sourceUrl: "https://status.brackenpay.example.com",
    },
    {
      atMin: 13,
      by: "ngozi",
      kind: "hypothesis",
      body: "It is theirs, and we wait it out.",
      data: { state: "ruled_out", because: "half true: it is theirs, but our side multiplies it. See the next entry" },
    },
    {
      atMin: 19,
      by: "hiroshi",
      kind: "evidence",
      body: `Outbound calls a minute against checkouts a minute:

~~~text
17:00   checkouts 212   authorise calls   219
17:10   checkouts 204   authorise calls   871
17:25   checkouts 231   authorise calls 1 148
~~~

\`AUTHORISE_RETRY_LIMIT=8\`, no delay, and a timeout counts as "try again" although the first attempt may well have arrived.`,
      starred: true,
    },
    {
      atMin: 22,
      by: "ngozi",
      kind: "severity",
      body: "People see three or four pending amounts on one card. That is money, so up it goes.",
      data: { to: "SEV1" },
    },
    { atMin: 24, by: "ngozi", kind: "status", body: "Their outage, our amplifier.", data: { to: "identified" } },
    {
      atMin: 25,
      by: "ngozi",
      kind: "decision",
      body: "Retry limit to 1 now. In a second step: cards off at checkout, *pay at the door* on for everybody. Vans carry terminals, drivers have said yes.",
      starred: true,
    },
    { atMin: 29, by: { name: "Deploys" }, kind: "change", body: "payments: `AUTHORISE_RETRY_LIMIT` 8 → 1" },
    {
      atMin: 33,
      by: "hiroshi",
      kind: "note",
      body: "Calls down to 240 a minute. Brackenpay's desk asked what we did and could the others please do it too.",
    },
    {
      atMin: 38,
      by: "bronagh",
      kind: "comms",
      body: "Banner in shop and app: *Card payments are slow everywhere today. Choose “pay at the door” and your order is safe. If you see an amount twice, it is a reservation and falls away by itself.*",
    },
    { atMin: 41, by: { name: "Flags" }, kind: "change", body: "`pay-at-door-for-all`: off → on (100 %)" },
    {
      atMin: 47,
      by: "meera",
      kind: "status",
      body: "Checkout completes for 96 % again, through the door.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    {
      atMin: 55,
      by: "bronagh",
      kind: "comms",
      body: "Second update on the status page, nothing new in it except the time. People told us last time that silence was worse.",
    },
    {
      atMin: 74,
      by: "bronagh",
      kind: "comms",
      body: "Care has 140 mails about double amounts. Template sent round; first answers go out with names on them, not ticket numbers.",
    },
    {
      atMin: 88,
      by: "hiroshi",
      kind: "note",
      body: "I would like us to keep the processor's answers of this hour somewhere before the logs rotate. Copied to the incident's bucket.",
    },
    { atMin: 121, by: "lucia", kind: "note", body: "Brackenpay: *recovered, monitoring*. Our sample: p95 410 ms for ten minutes." },
    {
      atMin: 133,
      by: "ngozi",
      kind: "decision",
      body: "Cards on again at 10 %, then 50, then all, fifteen minutes each. Retry limit stays at 1.",
    },
    { atMin: 150, by: "lucia", kind: "evidence", body: "50 %: p95 430 ms, no refusals beyond the usual 3 %. Going to 100 at 19:55." },
    {
      atMin: 190,
      by: "lucia",
      kind: "evidence",
      body: "Reconciled with their file: **2 911 customers** with 2 to 8 authorisations for one order. All extra ones voided through their bulk desk. None captured.",
    },
    {
      atMin: 214,
      by: "ngozi",
      kind: "status",
      body: "All cards on for 30 minutes. Door terminals go back to being the exception.",
      data: { to: "resolved" },
    },
    {
      atMin: 1_260,
      by: "hiroshi",
      kind: "note",
      body: "Their report: a failover that did not. Ours: we send no idempotency key on authorise, so neither side could know a repeat from a new wish. The two together are what hurt people.",
      knownLater: true,
      starred: true,
    },
  ],
};
