import type { ExampleIncident } from "../schema";

export const reservingHangs: ExampleIncident = {
  key: "reserving-hangs",
  title: "Checkout hangs at “Reserving your slot” for about one in six",
  summary: "",
  severity: "SEV3",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "alert",
  services: ["slots", "orders", "databases"],
  teams: ["delivery", "platform"],
  declaredBy: "anneke",
  minutesAgo: 62,
  startedMin: -14,
  detectedMin: -3,
  nextUpdateMin: 74,
  roles: [
    { role: "lead", person: "anneke", atMin: 0, untilMin: 22 },
    { role: "lead", person: "pita", atMin: 22, note: "Anneke knows the sweeper and has hands on it" },
    { role: "responder", person: "anneke", atMin: 22 },
    { role: "responder", person: "keala", atMin: 11 },
    { role: "comms", person: "bronagh", atMin: 17 },
  ],
  calls: [
    {
      atMin: 3,
      by: "anneke",
      message: "Slots is waiting for the database again. Platform and Orders, please look in.",
      people: [
        { person: "keala", seenAfterMin: 6, answer: "on_it", answeredAfterMin: 7 },
        { person: "pita", seenAfterMin: 14, answer: "on_it", answeredAfterMin: 15 },
        { person: "hiroshi", seenAfterMin: 19, answer: "cannot", answeredAfterMin: 20 },
      ],
    },
    {
      atMin: 50,
      by: "pita",
      message: "The real fix takes the planner call out of the sweeper's transaction. It needs a second reader; the branch is on its way.",
      people: [
        { person: "yusuf", seenAfterMin: 5, answer: null },
        { person: "ngozi", answer: null },
      ],
    },
  ],
  entries: [
    {
      atMin: -95,
      recordedAtMin: 21,
      by: { name: "Deploys" },
      kind: "change",
      body: "slots: released, “sweeper asks the planner before it frees a hold”",
    },
    {
      atMin: -3,
      by: { name: "Alerts" },
      kind: "alert",
      body: "**Pooler slots: cl_waiting above 20 for 60 s** (now 46)",
      milestone: "detected",
      sourceUrl: "https://dashboards.example.com/pooler/slots",
    },
    {
      atMin: 1,
      by: "anneke",
      kind: "impact",
      body: "The wheel at *Reserving your slot* turns for 20 to 40 s, about one checkout in six gives up. Nobody loses a basket or a slot that they hold.",
      starred: true,
    },
    {
      atMin: 5,
      by: "anneke",
      kind: "note",
      body: "Reading #[slots-pool] and #[checkout-pool] first. Last time it was arithmetic, the time before it was *idle in transaction*.",
    },
    {
      atMin: 9,
      by: "anneke",
      kind: "hypothesis",
      body: "Pods × workers again.",
      data: { state: "ruled_out", because: "slots sits behind the pooler now; 60 server connections whatever the autoscaler does" },
    },
    {
      atMin: 14,
      by: "keala",
      kind: "evidence",
      body: `~~~text
        state        |                  query                   | count |  oldest
---------------------+------------------------------------------+-------+----------
 idle in transaction | select id from hold where expires_at < $ |    37 | 00:00:41
 active              | insert into hold (slot_id, basket_id, ex |    23 | 00:00:02
~~~

37 of 60 are the *sweeper* of expired holds, each idle for up to 41 s with a transaction open. The idle timeout of 60 s that came out of #[checkout-pool], and has been on every role since, comes just too late to see them.`,
      starred: true,
    },
    { atMin: 16, by: "keala", kind: "severity", body: "One in four now. Up.", data: { to: "SEV2" } },
    {
      atMin: 19,
      by: "bronagh",
      kind: "comms",
      body: "Status page: *Booking a slot can take up to a minute. Please leave the page open; you will not be charged twice.*",
      sourceUrl: "https://status.example.com/slots",
    },
    {
      atMin: 24,
      by: "anneke",
      kind: "hypothesis",
      body: "Since today's release the sweeper asks the route planner about each expired hold *inside* its transaction. The planner is slow while it plans a round, and the sweeper holds its connection meanwhile.",
      data: { state: "confirmed", because: "planner p95 has been 38 s since it began to plan; sweeper sessions are idle for just as long" },
      starred: true,
    },
    {
      atMin: 26,
      by: "pita",
      kind: "status",
      body: "The sweeper keeps connections of the pool while it waits for the planner.",
      data: { to: "identified" },
    },
    {
      atMin: 29,
      by: "pita",
      kind: "decision",
      body: "Sweeper off. Expired holds then stay for an hour or two: a few slots look taken that are free. I can live with that.",
    },
    { atMin: 31, by: { name: "Flags" }, kind: "change", body: "`hold-sweeper`: on → off" },
    { atMin: 33, by: "anneke", kind: "note", body: "Waiting clients 68, unchanged two minutes after off. Giving it two more." },
    {
      atMin: 36,
      by: "anneke",
      kind: "note",
      body: "No effect. The sweeper reads its flag once, at start. It is one of the 22 on the list from #[flag-default], with our name beside it.",
    },
    {
      atMin: 41,
      by: "anneke",
      kind: "action",
      body: "Restarting the slots pods one at a time, so that they read the flag. A full restart would drop 300 holds in the middle of checkout.",
    },
    {
      atMin: 44,
      by: "keala",
      kind: "evidence",
      body: "Checked that nothing else holds on: `orders` uses 14 of its 40, replicas are level, disks idle. It is only this pool.",
    },
    {
      atMin: 48,
      by: "keala",
      kind: "hypothesis",
      body: "Lowering the idle timeout to 15 s for this role would do the same from the other end, without restarts. Does anything honest idle that long in Slots?",
      data: { state: "open" },
    },
    {
      atMin: 52,
      by: "anneke",
      kind: "evidence",
      body: "4 of 13 pods restarted: waiting clients 71 → 44. The right direction.",
      sourceUrl: "https://dashboards.example.com/pooler/slots",
    },
    {
      atMin: 55,
      by: "bronagh",
      kind: "impact",
      body: "Care: 41 mails, nobody charged twice so far. One in six again, down from one in four.",
    },
    {
      atMin: 58,
      by: "pita",
      kind: "note",
      body: "Six of 13. If nothing surprises us, twenty minutes more. Next update in a quarter of an hour.",
    },
  ],
};
