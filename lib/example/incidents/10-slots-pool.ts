import type { ExampleIncident } from "../schema";

export const slotsPool: ExampleIncident = {
  key: "slots-pool",
  title: "“No slots available” for every postcode",
  summary:
    "A release doubled the workers of Delivery slots, and with them its connections. Together with the autoscaler they went past what the database accepts; the service read a refused connection as an empty calendar and told everybody that we were full.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["slots", "databases"],
  teams: ["delivery", "platform"],
  declaredBy: "anneke",
  declaredDaysAgo: 155,
  declaredAt: "16:58",
  startedMin: -24,
  detectedMin: -3,
  roles: [
    { role: "lead", person: "anneke", atMin: 0, untilMin: 15 },
    { role: "lead", person: "pita", atMin: 15 },
    { role: "responder", person: "anneke", atMin: 15 },
    { role: "responder", person: "keala", atMin: 20 },
    { role: "comms", person: "bronagh", atMin: 18 },
  ],
  calls: [
    {
      atMin: 4,
      by: "anneke",
      message: "Nobody can book a slot. Looks like we sold out, we did not.",
      people: [
        { person: "pita", seenAfterMin: 8, answer: "on_it", answeredAfterMin: 9 },
        { person: "yusuf", seenAfterMin: 3, answer: "cannot", answeredAfterMin: 3 },
        { person: "keala", seenAfterMin: 13, answer: "on_it", answeredAfterMin: 14 },
      ],
    },
  ],
  entries: [
    {
      atMin: -24,
      recordedAtMin: 45,
      by: { name: "Deploys" },
      kind: "change",
      body: "slots: 8 → 16 workers a pod (“book faster at peak”)",
      milestone: "impact_started",
    },
    {
      atMin: -3,
      by: "anneke",
      kind: "note",
      body: "I wanted to order dinner. All of next week is grey.",
      precision: "approximate",
      milestone: "detected",
      recordedAtMin: 1,
    },
    {
      atMin: 2,
      by: "anneke",
      kind: "impact",
      body: "Slot picker empty for every postcode I try. Orders a minute: 190 → 14. Those who hold a slot already can pay.",
      starred: true,
    },
    {
      atMin: 6,
      by: "anneke",
      kind: "hypothesis",
      body: "Tomorrow's routes were not published, so there is nothing to promise.",
      data: { state: "ruled_out", because: "the route planner published at 12:10, all three depots, 4 120 slots open" },
    },
    {
      atMin: 9,
      by: "anneke",
      kind: "note",
      body: "Restarted nothing yet. I would rather keep the patient as found until a second person has looked.",
    },
    {
      atMin: 12,
      by: "anneke",
      kind: "hypothesis",
      body: "Somebody is scraping slots and holding them all. It happened two years ago.",
      data: { state: "ruled_out", because: "holds are at 310, an ordinary evening has 400" },
    },
    {
      atMin: 17,
      by: "pita",
      kind: "note",
      body: "Taking lead so that Anneke can think. No alert has fired, because an empty answer is a *successful* answer.",
    },
    {
      atMin: 23,
      by: "anneke",
      kind: "evidence",
      body: `~~~text
16:34:51 slots-7c9 WARN calendar: db unavailable, returning empty calendar
16:34:51 slots-7c9 DEBUG cause: FATAL: sorry, too many clients already
16:34:52 slots-b41 WARN calendar: db unavailable, returning empty calendar
~~~

*Returning empty calendar.* We wrote that line for a nicer error page.`,
      starred: true,
    },
    {
      atMin: 27,
      by: "keala",
      kind: "evidence",
      body: "`max_connections` 300. In use 300: slots **208**, orders 40 through its pooler, the rest small. Slots does not go through PgBouncer, it opens its own connection pool: 13 pods × 16 workers = 208.",
    },
    {
      atMin: 28,
      by: "keala",
      kind: "hypothesis",
      body: "Connection pool arithmetic: pods × workers, and the autoscaler owns one of the two factors.",
      data: { state: "confirmed", because: "at 16:34 the autoscaler went from 9 to 13 pods for the evening" },
      starred: true,
    },
    { atMin: 29, by: "pita", kind: "status", body: "Too many connections: 13 pods × 16.", data: { to: "identified" } },
    {
      atMin: 31,
      by: "pita",
      kind: "decision",
      body: "Workers back to 8. Not more `max_connections`: Keala says every one costs memory that the cache needs, and in the evening peak I believe her.",
    },
    {
      atMin: 33,
      by: "anneke",
      kind: "note",
      body: "How it passed staging: two pods there, autoscaler off, 2 × 16 = 32. It could not have shown.",
    },
    { atMin: 36, by: { name: "Deploys" }, kind: "change", body: "slots: rolled back to 8 workers a pod" },
    { atMin: 39, by: "bronagh", kind: "comms", body: "Banner: *We are not full! Our calendar had a hiccup. Please try again.*" },
    {
      atMin: 42,
      by: "pita",
      kind: "status",
      body: "Calendar is full of free hours. Orders at 176 a minute.",
      data: { to: "mitigated", mitigation: "rollback" },
    },
    {
      atMin: 48,
      by: "keala",
      kind: "evidence",
      body: "Connections: 300 → 187. Slots 104 (13 × 8), which is still more than I like with one service.",
    },
    {
      atMin: 55,
      by: "keala",
      kind: "note",
      body: "This is the second connection pool story after #[checkout-pool]: there one service starved itself behind a pooler, here one starved everybody without one. Same number on the same dashboard that nobody is paged for.",
      starred: true,
    },
    {
      atMin: 62,
      by: "pita",
      kind: "decision",
      body: "A database that does not answer must never be read as *empty*. The calendar returns an error, and the shop says *please try again*. Anneke has it.",
      starred: true,
    },
    { atMin: 80, by: "pita", kind: "status", body: "Through the peak. Slots moves behind the pooler next week.", data: { to: "resolved" } },
    {
      atMin: 2_700,
      by: "anneke",
      kind: "note",
      body: "About 3 900 people saw an empty calendar and left. 2 200 came back the same evening.",
      knownLater: true,
    },
  ],
};
