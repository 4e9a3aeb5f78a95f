import type { ExampleIncident } from "../schema";

export const clockChangeNight: ExampleIncident = {
  key: "clock-change-night",
  title: "Standing orders were placed twice on the night the clocks went back",
  summary:
    "The standing-order job is set for 01:30, London time. On this night there were two of those. The second run met nothing that would have stopped it: 4 870 orders were placed, reserved and authorised again an hour after the first.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["orders", "nightly", "stock"],
  teams: ["orders", "platform", "depots"],
  declaredBy: "rahel",
  declaredNightsAfterClockChange: 0,
  declaredAt: "03:14",
  startedMin: -104,
  detectedMin: -9,
  roles: [
    { role: "lead", person: "rahel", atMin: 0, untilMin: 21, note: "Until somebody from Orders is awake" },
    { role: "lead", person: "hiroshi", atMin: 21 },
    { role: "responder", person: "amina", atMin: 30 },
    { role: "responder", person: "lucia", atMin: 190 },
    { role: "comms", person: "bronagh", atMin: 225 },
  ],
  calls: [
    {
      atMin: 2,
      by: "rahel",
      message: "The same households appear twice on tonight's pick lists. Hundreds of them. Shall we pick both?",
      people: [
        { person: "hiroshi", seenAfterMin: 17, answer: "on_it", answeredAfterMin: 18 },
        { person: "ngozi", answer: null },
        { person: "amina", seenAfterMin: 25, answer: "on_it", answeredAfterMin: 26 },
      ],
    },
  ],
  entries: [
    {
      atMin: -164,
      recordedAtMin: 41,
      by: { name: "Nightly jobs" },
      kind: "note",
      body: "00:30 UTC: standing-orders started (01:30 British Summer Time), 4 870 orders placed. As every night.",
    },
    {
      atMin: -104,
      recordedAtMin: 41,
      by: { name: "Nightly jobs" },
      kind: "impact",
      body: "01:30 UTC: standing-orders started (01:30 Greenwich Mean Time), 4 870 orders placed. Again.",
      milestone: "impact_started",
      starred: true,
    },
    {
      atMin: -9,
      by: "rahel",
      kind: "note",
      body: "I picked twelve eggs and a brown loaf for Mrs Oyelaran, and then twelve eggs and a brown loaf for Mrs Oyelaran.",
      milestone: "detected",
      recordedAtMin: 1,
    },
    {
      atMin: 4,
      by: "rahel",
      kind: "impact",
      body: "Pick lists are about a third longer than they were at midnight. Bread and eggs have run out at Brinscombe, on paper if not on the shelf.",
      starred: true,
    },
    {
      atMin: 7,
      by: "rahel",
      kind: "decision",
      body: "We pick what was on the list before two o'clock, *first* two o'clock, and leave the rest. Wrong in one direction only: a late crate can still be added.",
    },
    {
      atMin: 11,
      by: "rahel",
      kind: "hypothesis",
      body: "People pressed the button twice.",
      data: { state: "ruled_out", because: "nobody presses anything at half past one, and certainly not 4 870 at once" },
    },
    {
      atMin: 15,
      by: "rahel",
      kind: "comms",
      body: "Radio to the other two floors: pick only what was on the list before the first two o'clock. Colney Reach had picked 38 second crates already; they stay on a pallet by the door.",
    },
    {
      atMin: 27,
      by: "hiroshi",
      kind: "hypothesis",
      body: "The job crashed and was restarted by the scheduler; it restarts what does not report.",
      data: { state: "ruled_out", because: "both runs ended well, with the same count, exactly 60 minutes apart" },
    },
    {
      atMin: 33,
      by: "amina",
      kind: "note",
      body: "For the record of this room: please write UTC. I have just argued with myself for three minutes about which 01:45.",
    },
    {
      atMin: 38,
      by: "hiroshi",
      kind: "evidence",
      body: `~~~yaml
- name: standing-orders
  at: "30 1 * * *"
  zone: Europe/London   # so that customers get their mail at a fixed hour
~~~

At 02:00 the clocks went back to 01:00. The hour from one to two happened twice, and so did we. Half an hour's difference in that line and we would have slept.`,
      starred: true,
    },
    { atMin: 39, by: "hiroshi", kind: "status", body: "The job ran once in each of tonight's two 01:30s.", data: { to: "identified" } },
    {
      atMin: 46,
      by: "amina",
      kind: "hypothesis",
      body: "Then other jobs between one and two ran twice as well.",
      data: {
        state: "confirmed",
        because: "loyalty points (harmless, it sets and does not add) and the newsletter: 88 000 people got it twice",
      },
    },
    {
      atMin: 52,
      by: "hiroshi",
      kind: "decision",
      body: "Cancel the *second* of each pair, and only where both are equal line for line: 4 861. Nine customers changed theirs in between, those we ask.",
    },
    {
      atMin: 58,
      by: "hiroshi",
      kind: "action",
      body: "Cancelling in batches of 200, each with its reservation, watching the ledger for *bread*.",
    },
    {
      atMin: 70,
      by: "hiroshi",
      kind: "evidence",
      body: "1 400 of 4 861 cancelled. Reserved loaves at Brinscombe: 2 210 → 1 604, as computed.",
    },
    {
      atMin: 89,
      by: "rahel",
      kind: "status",
      body: "Lists are short again, bread shows as available. All three depots pick normally.",
      data: { to: "mitigated", mitigation: "other" },
    },
    {
      atMin: 160,
      by: "hiroshi",
      kind: "note",
      body: "Vans: no delay. Rahel's decision of 03:21 saved about 300 crates from being picked twice.",
    },
    {
      atMin: 200,
      by: "lucia",
      kind: "action",
      body: "Good morning. Voiding 4 861 authorisations; they had not been captured, so nobody's bank will show more than a grey line.",
    },
    {
      atMin: 240,
      by: "bronagh",
      kind: "comms",
      body: "Mail: *Last night had 25 hours and our computers used the extra one to order your shopping again. We have undone it. You will get everything once.*",
    },
    {
      atMin: 300,
      by: "hiroshi",
      kind: "change",
      body: "orders: unique key on (standing order, delivery day). The database now says no to the second, whatever the clock says.",
      starred: true,
    },
    {
      atMin: 330,
      by: "amina",
      kind: "change",
      body: "nightly: all 31 schedules in UTC; the two that customers notice are moved out of the hour between one and two.",
    },
    {
      atMin: 410,
      by: "hiroshi",
      kind: "status",
      body: "The nine have answered. Thank you, Rahel, for asking before picking.",
      data: { to: "resolved" },
    },
  ],
};
