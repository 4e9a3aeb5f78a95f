import type { ExampleIncident } from "../schema";

export const clockChangeDrill: ExampleIncident = {
  key: "clock-change-drill",
  title: "Drill: both clock-change nights, replayed in staging with a false clock",
  summary:
    "Twelve days after the night of the two 01:30s we ran it again with a clock of our own, and then the spring night, in which 01:30 does not exist. The unique key held. The spring night found a job that would not have run at all.",
  severity: "SEV3",
  mode: "drill",
  environment: "staging",
  visibility: "organisation",
  detection: "other",
  services: ["nightly", "orders", "driver"],
  teams: ["platform", "orders"],
  declaredBy: "amina",
  declaredNightsAfterClockChange: 12,
  declaredAt: "10:00",
  startedMin: 0,
  roles: [
    { role: "facilitator", person: "amina", atMin: 0 },
    { role: "lead", person: "hiroshi", atMin: 0 },
    { role: "responder", person: "anneke", atMin: 15 },
    { role: "scribe", person: "lucia", atMin: 0 },
  ],
  calls: [],
  entries: [
    {
      atMin: 0,
      by: "amina",
      kind: "note",
      body: "The staging scheduler believes what I tell it. First the autumn night of #[clock-change-night], at sixty times the speed: an hour is a minute.",
    },
    {
      atMin: 6,
      by: "hiroshi",
      kind: "action",
      body: "Put the old schedule back on purpose (`30 1 * * *`, London), to see whether the second net holds without the first.",
    },
    {
      atMin: 11,
      by: "lucia",
      kind: "evidence",
      body: `~~~text
01:30 BST standing-orders  placed 500
01:30 GMT standing-orders  ERROR duplicate key value violates unique constraint "one_order_per_day"
01:30 GMT standing-orders  placed 0, skipped 500
~~~`,
      starred: true,
    },
    { atMin: 13, by: "hiroshi", kind: "note", body: "It holds. It is a little rude in the log, but it holds." },
    {
      atMin: 17,
      by: "lucia",
      kind: "note",
      body: "For the write-up: the second run still sent the *your standing order is coming* mail for all 500. The key guards the order, not the mail.",
      starred: true,
    },
    { atMin: 22, by: "amina", kind: "action", body: "Now spring: 00:59:59 and then 02:00:00." },
    {
      atMin: 26,
      by: "hiroshi",
      kind: "hypothesis",
      body: "Nothing to see; all is UTC now.",
      data: { state: "ruled_out", because: "the depot printers have a schedule of their own, set on the machine, in local time" },
    },
    {
      atMin: 31,
      by: "lucia",
      kind: "evidence",
      body: "`label-roll` at Colney Reach is set for 01:15 local. In spring there is no 01:15. It did not run, and nobody would have known until the 06:00 vans had no labels.",
      starred: true,
    },
    {
      atMin: 38,
      by: "anneke",
      kind: "hypothesis",
      body: "The driver app shows slots an hour off on that morning.",
      data: {
        state: "confirmed",
        because: "it adds 24 hours to the day before instead of asking for the next day: 08:00 becomes 09:00 until noon",
      },
    },
    {
      atMin: 41,
      by: "anneke",
      kind: "note",
      body: "Had nobody played spring, 4 000 people would have waited an hour for a van that came when the plan said. Fix is one line; the test for it is twenty.",
    },
    {
      atMin: 44,
      by: "amina",
      kind: "decision",
      body: "The false clock stays. Both nights run in staging every week, so that nobody has to remember a date.",
      starred: true,
    },
    {
      atMin: 50,
      by: "hiroshi",
      kind: "status",
      body: "End of the drill: one net that holds, two surprises, all in daylight and with coffee.",
      data: { to: "resolved" },
    },
  ],
};
