import type { ExampleIncident } from "../schema";

export const repeatedTexts: ExampleIncident = {
  key: "repeated-texts",
  title: "Customers receive “your driver is near” up to fourteen times",
  summary:
    "Larkwire accepted our texts and answered late. Customer messages counted each late answer as a failure and sent again, with no retry limit and no message id. 640 people had between 2 and 14 copies of the same text in an evening.",
  severity: "SEV3",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "customer_report",
  services: ["messages", "driver"],
  teams: ["orders", "delivery"],
  declaredBy: "bronagh",
  declaredDaysAgo: 117,
  declaredAt: "19:20",
  startedMin: -38,
  detectedMin: -6,
  roles: [
    { role: "lead", person: "lucia", atMin: 6 },
    { role: "responder", person: "anneke", atMin: 8 },
    { role: "comms", person: "bronagh", atMin: 0 },
  ],
  calls: [
    {
      atMin: 1,
      by: "bronagh",
      message: "Texts are going out over and over. Funny for the first three.",
      people: [
        { person: "lucia", seenAfterMin: 4, answer: "on_it", answeredAfterMin: 4 },
        { person: "hiroshi", seenAfterMin: 55, answer: "cannot", answeredAfterMin: 56 },
      ],
    },
  ],
  entries: [
    {
      atMin: -6,
      by: { name: "Care inbox" },
      kind: "alert",
      body: "“Is he near or is he *near near*? This is number nine.”",
      milestone: "detected",
    },
    {
      atMin: 3,
      by: "bronagh",
      kind: "impact",
      body: "31 mails in ten minutes. Mostly amused. One man on night shift is not, and he has every right. Each text costs us 3p too.",
      starred: true,
    },
    {
      atMin: 9,
      by: "lucia",
      kind: "hypothesis",
      body: "Vans jitter in and out of the 10-minute circle, so the driver app says *near* again and again.",
      data: { state: "ruled_out", because: "Anneke: one event per stop in the driver app's log, at the right minute" },
    },
    { atMin: 12, by: "anneke", kind: "evidence", body: "Driver app, van 12, stop 88121: `near` emitted once, 18:44:09." },
    {
      atMin: 18,
      by: "lucia",
      kind: "evidence",
      body: `~~~text
18:44:10 text → larkwire  stop=88121 attempt=1   timeout after 5000 ms
18:44:15 text → larkwire  stop=88121 attempt=2   timeout after 5000 ms
18:44:20 text → larkwire  stop=88121 attempt=3   timeout after 5000 ms
…
18:45:15 text → larkwire  stop=88121 attempt=14  202 accepted in 4 870 ms
~~~

All fourteen were delivered. A timeout is not a *no*. Where is the retry limit? There is none in this path; mail has 3, push has 3.`,
      starred: true,
    },
    {
      atMin: 20,
      by: "lucia",
      kind: "note",
      body: "I have been here before, with more noughts: #[card-processor]. Same sentence, *timeout counts as try again*, other service.",
    },
    { atMin: 22, by: "lucia", kind: "status", body: "Unlimited retries on a slow vendor.", data: { to: "identified" } },
    {
      atMin: 24,
      by: "lucia",
      kind: "decision",
      body: "Turn *near* texts off for tonight; push still tells those who have the app. A fix while 90 vans are out can wait until they are home.",
    },
    { atMin: 27, by: { name: "Flags" }, kind: "change", body: "`near-texts`: on → off" },
    {
      atMin: 29,
      by: "lucia",
      kind: "status",
      body: "No text has gone out since 19:48.",
      data: { to: "mitigated", mitigation: "flag_off", secondsToOff: 180 },
    },
    {
      atMin: 31,
      by: "lucia",
      kind: "evidence",
      body: "Counted from Larkwire's delivery report: **640 people, 3 906 texts**, most for one person 14.",
    },
    {
      atMin: 33,
      by: "bronagh",
      kind: "comms",
      body: "One more text, to each of the 640, and truly the last: *Sorry for the flood. Your driver was near only once.*",
    },
    {
      atMin: 36,
      by: "anneke",
      kind: "note",
      body: "Drivers say people at the door ask about it and take it well. One asked for his number to be removed; done, with my own apology.",
    },
    {
      atMin: 930,
      by: "lucia",
      kind: "change",
      body: "messages: retry limit 3 with growing pauses, and our own message id on every text, so that Larkwire drops a repeat at their end. Tested by making their sandbox slow on purpose.",
    },
    {
      atMin: 960,
      by: "lucia",
      kind: "decision",
      body: "Search for every outbound call without a limit, not only texts: found four. All in the tracker with owners.",
      starred: true,
    },
    { atMin: 1_440, by: "lucia", kind: "status", body: "*Near* texts on again for one evening, one each.", data: { to: "resolved" } },
  ],
};
