import type { ExampleIncident } from "../schema";

export const poolDrill: ExampleIncident = {
  key: "pool-drill",
  title: "Drill: the commerce connection pool is full, and you have not read the old incidents",
  summary:
    "Two people who had been in neither connection pool incident were given a full pool in staging and the dashboards of production. They found it in nine minutes, by searching the history for a word from an alert.",
  severity: "SEV2",
  mode: "drill",
  environment: "staging",
  visibility: "organisation",
  detection: "alert",
  services: ["databases", "orders"],
  teams: ["platform", "orders"],
  declaredBy: "keala",
  declaredDaysAgo: 93,
  declaredAt: "13:30",
  startedMin: -4,
  detectedMin: -1,
  roles: [
    { role: "facilitator", person: "keala", atMin: 0 },
    { role: "lead", person: "yusuf", atMin: 1 },
    { role: "responder", person: "oskar", atMin: 1 },
    { role: "scribe", person: "hiroshi", atMin: 0 },
  ],
  calls: [
    {
      atMin: 2,
      by: "yusuf",
      message: "(Drill) Checkout in staging hangs. Anyone from Platform?",
      people: [
        { person: "tomasz", seenAfterMin: 1, answer: "cannot", answeredAfterMin: 1 },
        { person: "amina", seenAfterMin: 6, answer: "on_it", answeredAfterMin: 6 },
      ],
    },
  ],
  entries: [
    {
      atMin: -4,
      by: "keala",
      kind: "action",
      body: "Behind the curtain: `select pg_sleep(3600)` 38 times as the role of Orders, and two honest invoices among them.",
      knownLater: true,
      recordedAtMin: 50,
      milestone: "impact_started",
    },
    {
      atMin: -1,
      by: { name: "Alerts (staging)" },
      kind: "alert",
      body: "**Pooler commerce: cl_waiting above 20 for 60 s**. We have had this alert since #[slots-pool].",
      milestone: "detected",
    },
    {
      atMin: 3,
      by: "yusuf",
      kind: "hypothesis",
      body: "A deploy? Orders went out at noon.",
      data: { state: "ruled_out", because: "waiting began 86 minutes later" },
    },
    { atMin: 5, by: "oskar", kind: "action", body: "searching our history for cl_waiting" },
    {
      atMin: 6,
      by: "oskar",
      kind: "note",
      body: "two hits. #[checkout-pool] has the exact query to run next. thanks, keala-of-the-past.",
      starred: true,
    },
    {
      atMin: 8,
      by: "yusuf",
      kind: "evidence",
      body: `~~~text
        state        |        query         | count |  oldest
---------------------+----------------------+-------+----------
 active              | select pg_sleep(3600 |    38 | 00:12:03
 active              | insert into invoice  |     2 | 00:11:58
~~~

Active, not idle. So \`idle_in_transaction_session_timeout\` will not save us.`,
    },
    { atMin: 9, by: "yusuf", kind: "status", body: "38 sleepers hold the pool of 40.", data: { to: "identified" } },
    {
      atMin: 11,
      by: "yusuf",
      kind: "decision",
      body: "End them by query text, not all of the role's sessions: the two invoices look honest and are only waiting their turn.",
    },
    {
      atMin: 14,
      by: "oskar",
      kind: "status",
      body: "38 ended, 2 honest ones alive, checkout works.",
      data: { to: "mitigated", mitigation: "other" },
    },
    {
      atMin: 18,
      by: "keala",
      kind: "note",
      body: "From declaring to *identified*: 31 minutes the first time, 29 the second, nine today. Nothing about the database changed between them; what changed is what one can read.",
      starred: true,
    },
    {
      atMin: 24,
      by: "hiroshi",
      kind: "note",
      body: "What was hard: the runbook's command needs a login that neither had. Amina typed it for them. With Amina on a plane we would have read about it instead.",
    },
    {
      atMin: 31,
      by: "keala",
      kind: "decision",
      body: "A break-glass role that may end sessions and nothing else, for anyone on call, with a line in the audit log.",
      starred: true,
    },
    { atMin: 40, by: "keala", kind: "status", body: "Drill over. Sleepers woken.", data: { to: "resolved" } },
  ],
};
