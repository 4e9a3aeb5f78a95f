import type { ExampleIncident } from "../schema";

export const routeCutOff: ExampleIncident = {
  key: "route-cut-off",
  title: "212 orders for tomorrow have no route",
  summary:
    "The snapshot of orders at the cut-off overlapped with the new nightly restore test and took 26 minutes instead of two. The route planner starts at ten past by the clock and planned what was there. Planned again at night; every van left on time.",
  severity: "SEV3",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "alert",
  services: ["routes", "nightly", "databases"],
  teams: ["delivery", "platform"],
  declaredBy: "yusuf",
  declaredDaysAgo: 44,
  declaredAt: "22:37",
  startedMin: -27,
  detectedMin: -5,
  roles: [
    { role: "lead", person: "yusuf", atMin: 0, untilMin: 96 },
    { role: "lead", person: "pita", atMin: 96, note: "Sees the vans out in the morning" },
    { role: "responder", person: "keala", atMin: 24 },
  ],
  calls: [
    {
      atMin: 12,
      by: "yusuf",
      message: "Batch jobs in each other's way, I think. Not burning until 02:00, but I would like company.",
      people: [
        { person: "keala", seenAfterMin: 9, answer: "on_it", answeredAfterMin: 10 },
        { person: "pita", seenAfterMin: 70, answer: "on_it", answeredAfterMin: 71 },
      ],
    },
  ],
  entries: [
    {
      atMin: -5,
      by: { name: "Alerts" },
      kind: "alert",
      body: "**Route planner: 212 paid orders without a stop** (limit 0)",
      milestone: "detected",
    },
    {
      atMin: 2,
      by: "yusuf",
      kind: "impact",
      body: "212 households, mostly Colney Reach, would get nothing tomorrow. Pickers begin those crates at 02:00, so there is time to do this properly.",
      starred: true,
    },
    {
      atMin: 6,
      by: "yusuf",
      kind: "hypothesis",
      body: "Addresses that the map does not know.",
      data: { state: "ruled_out", because: "the 212 have nothing in common but their time: all were paid between 21:31 and 22:00" },
    },
    {
      atMin: 16,
      by: "yusuf",
      kind: "evidence",
      body: `~~~text
22:00:00 order-snapshot   start
22:10:00 route-planner    start, input: snapshot of … 21:31 (partial)
22:14:40 route-planner    done, 4 388 stops
22:26:12 order-snapshot   done, 4 600 orders
~~~

The planner took a snapshot that was still being written. 4 600 − 4 388 = 212.`,
      starred: true,
    },
    {
      atMin: 19,
      by: "yusuf",
      kind: "note",
      body: "This is #[price-import-overlap] with vans. Meera had nine such pairs on the wall behind her. This was number six.",
      starred: true,
    },
    { atMin: 21, by: "yusuf", kind: "severity", body: "Up one: if planning again fails, it is 212 dinners.", data: { to: "SEV2" } },
    {
      atMin: 28,
      by: "keala",
      kind: "hypothesis",
      body: "What made the snapshot slow is my own restore test: it has run at 21:55 for three weeks and reads from the same storage.",
      data: {
        state: "confirmed",
        because: "the snapshot's read rate drops by a factor of 12 at 22:00 and comes back when I pause the test",
      },
    },
    { atMin: 29, by: "yusuf", kind: "status", body: "Snapshot, restore test and planner overlap.", data: { to: "identified" } },
    {
      atMin: 33,
      by: "keala",
      kind: "note",
      body: "A good thing that we did after #[retro-truncated-backups], put in the one hour where it does harm. I chose 21:55 because the graph was flat there. It is flat because everything is about to start.",
    },
    {
      atMin: 36,
      by: "yusuf",
      kind: "decision",
      body: "Plan everything again from the full snapshot, not only the 212. Squeezing them into finished rounds makes fourteen rounds too long.",
    },
    { atMin: 41, by: "yusuf", kind: "action", body: "Planner running. 15 minutes." },
    { atMin: 57, by: "yusuf", kind: "evidence", body: "4 600 stops, 93 vans (one more than before), longest round 8 h 05." },
    {
      atMin: 60,
      by: "yusuf",
      kind: "status",
      body: "All 4 600 orders have a route. Depots have the new lists, more than two hours before they need them.",
      data: { to: "mitigated", mitigation: "other" },
    },
    { atMin: 66, by: "keala", kind: "change", body: "nightly: restore test 21:55 → 10:00" },
    {
      atMin: 71,
      by: "yusuf",
      kind: "change",
      body: "nightly: route-planner *after* order-snapshot, with an alert at 22:20 if it has not begun",
    },
    { atMin: 98, by: "pita", kind: "note", body: "I have it from here. Good night, you two." },
    { atMin: 520, by: "pita", kind: "status", body: "93 vans out by 07:15, all 212 among them.", data: { to: "resolved" } },
  ],
};
