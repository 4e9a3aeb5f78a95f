import type { ExampleIncident } from "../schema";

export const checkoutPool: ExampleIncident = {
  key: "checkout-pool",
  title: "Checkout times out: nobody can place an order",
  summary:
    "For 52 minutes of the evening peak most checkouts hung and then timed out. A refund export held its transactions open while it streamed, the connection pool of Orders ran dry behind it, and every other query queued.",
  severity: "SEV1",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "alert",
  services: ["orders", "databases", "shop"],
  teams: ["orders", "platform"],
  declaredBy: "hiroshi",
  declaredDaysAgo: 341,
  declaredAt: "18:47",
  startedMin: -11,
  detectedMin: -3,
  roles: [
    { role: "lead", person: "hiroshi", atMin: 0, untilMin: 9, note: "Until Ngozi is at a keyboard" },
    { role: "lead", person: "ngozi", atMin: 9 },
    { role: "comms", person: "bronagh", atMin: 6 },
    { role: "responder", person: "keala", atMin: 12 },
    { role: "responder", person: "lucia", atMin: 5 },
  ],
  calls: [
    {
      atMin: 2,
      by: "hiroshi",
      message: "Checkout is down for most people. I need someone who knows the database side.",
      people: [
        { person: "ngozi", seenAfterMin: 4, answer: "on_it", answeredAfterMin: 5 },
        { person: "keala", seenAfterMin: 8, answer: "on_it", answeredAfterMin: 9 },
        { person: "tomasz", seenAfterMin: 31, answer: "cannot", answeredAfterMin: 31 },
      ],
    },
  ],
  entries: [
    {
      atMin: -11,
      recordedAtMin: 58,
      by: "keala",
      kind: "impact",
      body: "First checkout that waited more than 30 s, from the gateway's logs. The alert needs five minutes of them before it speaks.",
      milestone: "impact_started",
      knownLater: true,
      sourceUrl: "https://logs.example.com/gateway?route=checkout",
    },
    {
      atMin: -3,
      by: { name: "Alerts" },
      kind: "alert",
      body: "**Checkout success below 60 %** for 5 minutes (now 22 %). Orders, production.",
      milestone: "detected",
      sourceUrl: "https://dashboards.example.com/orders/checkout",
    },
    {
      atMin: 1,
      by: "hiroshi",
      kind: "impact",
      body: "About four of five checkouts end in a spinner. Baskets are kept. Browsing is fine. It is the busiest hour of the week.",
      starred: true,
    },
    {
      atMin: 4,
      by: "hiroshi",
      kind: "hypothesis",
      body: "We released Orders 40 minutes ago (basket totals rewrite). That is the nearest thing that changed.",
      data: { state: "ruled_out", because: "rolled back at 19:01 and the graph did not so much as twitch" },
    },
    {
      atMin: 6,
      by: "lucia",
      kind: "hypothesis",
      body: "Brackenpay slow? A slow processor would hang at the same step.",
      data: { state: "ruled_out", because: "authorisations that reach them come back in 300 ms; most never reach them" },
    },
    {
      atMin: 8,
      by: "bronagh",
      kind: "comms",
      body: "Status page: *Some orders cannot be placed at the moment. Your basket is safe. We are working on it.* Care has the same words.",
      sourceUrl: "https://status.example.com/checkout",
    },
    {
      atMin: 10,
      by: "ngozi",
      kind: "decision",
      body: "Roll the release back anyway. It costs three minutes and takes one theory off the table.",
    },
    { atMin: 14, by: { name: "Deploys" }, kind: "change", body: "orders: rolled back to the previous release" },
    {
      atMin: 16,
      by: "bronagh",
      kind: "impact",
      body: "Care: 60 calls waiting, all the same question. Three people say that their bank shows an amount although checkout never finished.",
    },
    {
      atMin: 18,
      by: "hiroshi",
      kind: "note",
      body: "Rolled back, nothing moves: still about 20 %. So it is not the release. I will leave it rolled back until we know more.",
    },
    {
      atMin: 21,
      by: "keala",
      kind: "evidence",
      body: `Pooler for \`commerce\`:

~~~text
 database | cl_active | cl_waiting | sv_active | sv_idle | maxwait
----------+-----------+------------+-----------+---------+---------
 commerce |        40 |        317 |        40 |       0 |      94
~~~

All 40 server connections are taken, 317 clients wait, the oldest for 94 s. Orders is not slow. Orders is *queueing*.`,
      starred: true,
    },
    {
      atMin: 24,
      by: "ngozi",
      kind: "hypothesis",
      body: "Evening traffic simply outgrew 40 connections.",
      data: { state: "ruled_out", because: "request rate is what it was last week at this hour, when we used 12 of the 40" },
    },
    {
      atMin: 29,
      by: "keala",
      kind: "evidence",
      body: `What the 40 are doing:

~~~sql
select state, left(query, 40) as query, count(*), max(now() - xact_start) as oldest
from pg_stat_activity where datname = 'commerce' group by 1, 2 order by 3 desc;

        state        |                  query                   | count |  oldest
---------------------+------------------------------------------+-------+----------
 idle in transaction | select r.id, r.order_id, r.amount from re |    33 | 01:08:12
 active              | select o.id from orders o where o.custom |     7 | 00:00:03
~~~

33 of them are *idle in transaction* on the refund export.`,
    },
    {
      atMin: 30,
      by: "keala",
      kind: "hypothesis",
      body: "The refund export holds a transaction open for as long as it streams to the browser. A slow connection plus a page that retries every minute makes one session more each minute, and none ever ends.",
      data: { state: "confirmed", because: "the 33 start times are 60 to 65 s apart, all from one browser tab behind a train's Wi-Fi" },
      starred: true,
    },
    { atMin: 31, by: "ngozi", kind: "status", body: "It is the pool: held by the refund export.", data: { to: "identified" } },
    {
      atMin: 33,
      by: "keala",
      kind: "action",
      body: "Ending the 33 sessions: `select pg_terminate_backend(pid) … where state = 'idle in transaction' and xact_start < now() - interval '2 minutes'`",
    },
    {
      atMin: 36,
      by: "lucia",
      kind: "action",
      body: "Taking the export page out of the admin menu so the tab gets a 404 on its next retry. Finance know and can wait until tomorrow.",
    },
    { atMin: 41, by: "ngozi", kind: "status", body: "Checkout success 97 % and climbing.", data: { to: "mitigated", mitigation: "other" } },
    {
      atMin: 43,
      by: "bronagh",
      kind: "comms",
      body: "Status page: *Orders can be placed again. If yours hung, look in your account first: it was not taken twice.*",
    },
    {
      atMin: 55,
      by: "lucia",
      kind: "note",
      body: "Checked: 41 people paid twice by pressing again. All 41 second authorisations are voided, none was captured.",
    },
    {
      atMin: 61,
      by: "keala",
      kind: "change",
      body: "commerce: `idle_in_transaction_session_timeout = 60s` for the role that Orders uses. It had been 0, which means never.",
    },
    {
      atMin: 64,
      by: "hiroshi",
      kind: "note",
      body: "For whoever reads this next time: `cl_waiting` was in front of us on the pooler's dashboard from the first minute. None of our alerts look at it.",
      starred: true,
    },
    {
      atMin: 70,
      by: "ngozi",
      kind: "status",
      body: "Half an hour of ordinary numbers. Thank you, all. Eat something.",
      data: { to: "resolved" },
    },
  ],
};
