import type { ExampleIncident } from "../schema";

export const substitutionsFlag: ExampleIncident = {
  key: "substitutions-flag",
  title: "Substitutes offered to nut-free households contain nuts",
  summary:
    "A new way of choosing substitutes went to 20 % of baskets behind a flag. It read allergens from a field that one supplier leaves empty, and took empty to mean free of. It was off 40 seconds after the decision. Every affected order was found and changed before a van left.",
  severity: "SEV1",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "customer_report",
  services: ["catalogue", "orders", "picking"],
  teams: ["storefront", "depots"],
  declaredBy: "bronagh",
  declaredDaysAgo: 178,
  declaredAt: "09:26",
  startedMin: -86,
  detectedMin: -4,
  roles: [
    { role: "lead", person: "meera", atMin: 2 },
    { role: "comms", person: "bronagh", atMin: 0 },
    { role: "responder", person: "oskar", atMin: 3 },
    { role: "responder", person: "farid", atMin: 8 },
    { role: "scribe", person: "hiroshi", atMin: 12 },
  ],
  calls: [
    {
      atMin: 0,
      by: "bronagh",
      message: "Safety: a nut-free customer was offered a pesto with cashews. Please, now.",
      people: [
        { person: "meera", seenAfterMin: 1, answer: "on_it", answeredAfterMin: 1 },
        { person: "oskar", seenAfterMin: 1, answer: "on_it", answeredAfterMin: 2 },
        { person: "farid", seenAfterMin: 5, answer: "on_it", answeredAfterMin: 6 },
        { person: "weiling", seenAfterMin: 40, answer: null },
      ],
    },
  ],
  entries: [
    {
      atMin: -86,
      recordedAtMin: 21,
      by: { name: "Flags" },
      kind: "change",
      body: "`substitutes-by-likeness`: 0 % → 20 % of baskets (08:00)",
      milestone: "impact_started",
    },
    {
      atMin: -4,
      by: { name: "Care phone" },
      kind: "alert",
      body: "A mother of two: her order suggests *green pesto with cashew* in place of the nut-free one. Her household is marked nut-free. She was calm, and very clear.",
      milestone: "detected",
    },
    {
      atMin: 1,
      by: "bronagh",
      kind: "impact",
      body: "Somebody could be seriously hurt. First vans leave Aldermoor at 10:30.",
      starred: true,
    },
    {
      atMin: 3,
      by: "meera",
      kind: "decision",
      body: "`substitutes-by-likeness` **off**, before we understand anything. It is the only thing that changed about substitutes today.",
      starred: true,
    },
    {
      atMin: 4,
      by: "oskar",
      kind: "status",
      body: "flag off. 40 seconds from meera's line to zero traffic on the new path, i counted.",
      data: { to: "mitigated", mitigation: "flag_off", secondsToOff: 40 },
      starred: true,
    },
    {
      atMin: 6,
      by: "meera",
      kind: "note",
      body: "Off stops new offers. It does not un-pick what is already in a crate. Farid, we need the floor.",
    },
    {
      atMin: 9,
      by: "farid",
      kind: "action",
      body: "Holding the 10:30 vans at Aldermoor, and every order with an accepted substitute since 08:00, at all three depots. Red tape on the crates so that nobody loads one.",
    },
    {
      atMin: 13,
      by: "oskar",
      kind: "evidence",
      body: `~~~sql
select count(*) from substitution s
 join household h using (household_id)
where s.model = 'likeness' and s.at > today() + interval '8 hours'
  and h.free_from is not null;
-- 1 207 offers, 388 accepted, 0 delivered
~~~`,
      starred: true,
    },
    {
      atMin: 16,
      by: "hiroshi",
      kind: "note",
      body: "Scribing from here. Open questions: who accepted a substitute, which crates, which vans, and was anything delivered *yesterday* (no: the flag was at 0 % until eight).",
    },
    {
      atMin: 19,
      by: "oskar",
      kind: "hypothesis",
      body: "the model learned to like nuts",
      data: { state: "ruled_out", because: "scoring is fine. the filter *after* it let them through" },
    },
    {
      atMin: 23,
      by: "bronagh",
      kind: "comms",
      body: "To Care: if anybody rings about an allergy, take them straight to me. No scripts today.",
    },
    {
      atMin: 28,
      by: "oskar",
      kind: "hypothesis",
      body: 'the filter reads `allergens[]` of the product. one supplier sends it empty and writes "contains: cashew" into the description. empty means *we do not know*, and the code reads it as *free of*.',
      data: { state: "confirmed", because: "all 19 dangerous offers are from that supplier; the old path looked at both fields" },
      starred: true,
    },
    {
      atMin: 34,
      by: "farid",
      kind: "evidence",
      body: "388 crates opened and read by hand, labels and all: **19** with something the household must not have. All 19 swapped or taken out.",
    },
    {
      atMin: 41,
      by: "bronagh",
      kind: "comms",
      body: "Called all 19 households ourselves. And the mother, first. She asked whether the other families had been told, and I could say yes.",
    },
    {
      atMin: 47,
      by: "meera",
      kind: "severity",
      body: "Nothing dangerous left a depot. Down one, it is still the worst kind of morning.",
      data: { to: "SEV2" },
    },
    {
      atMin: 55,
      by: "farid",
      kind: "action",
      body: "Second pair of eyes over the 369 crates that came out clean, by people who did not open them the first time.",
    },
    { atMin: 63, by: "farid", kind: "note", body: "Vans away 11 to 35 minutes late." },
    { atMin: 71, by: "farid", kind: "evidence", body: "Second reading done: no further one." },
    {
      atMin: 88,
      by: "meera",
      kind: "decision",
      body: "The flag stays off until unknown means *no*. A product with an empty allergen field is never offered to a free-from household, by a database constraint and not by a promise in code.",
    },
    {
      atMin: 142,
      by: "meera",
      kind: "status",
      body: "Closed with the crates. The write-up starts with the flag that worked.",
      data: { to: "resolved" },
    },
    {
      atMin: 1_500,
      by: "oskar",
      kind: "note",
      body: "our test household has no allergies. so every test passed. one supplier's real file in staging would have told us more than all of them.",
      knownLater: true,
      starred: true,
    },
  ],
};
