import type { ExampleIncident } from "../schema";

export const retroDepositRounding: ExampleIncident = {
  key: "retro-deposit-rounding",
  title: "Bottle deposits were rounded per line instead of per order for eleven weeks",
  summary:
    "Written down afterwards. From one release of Orders until this morning, deposits on multi-packs were rounded line by line. 18 204 orders were charged between 1p and 9p too much, £612.37 in all. A bookkeeper noticed a column that did not add up.",
  severity: "SEV3",
  mode: "retrospective",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["orders", "payments"],
  teams: ["orders"],
  declaredBy: "lucia",
  declaredDaysAgo: 297,
  declaredAt: "10:20",
  startedMin: -110_880,
  detectedMin: -1_125,
  roles: [
    { role: "lead", person: "lucia", atMin: 0 },
    { role: "responder", person: "hiroshi", atMin: 15 },
    { role: "comms", person: "bronagh", atMin: 130 },
  ],
  calls: [],
  entries: [
    {
      atMin: -110_880,
      recordedAtMin: 34,
      by: "hiroshi",
      kind: "change",
      body: "Orders released with `Deposit.forLine()`. The tests that came with it price one bottle at a time, where line and order round alike.",
      precision: "approximate",
      knownLater: true,
      milestone: "impact_started",
      sourceUrl: "https://git.example.com/marrowfield/orders/-/merge_requests/2218",
    },
    {
      atMin: -1_125,
      recordedAtMin: 4,
      by: "lucia",
      kind: "note",
      body: "Accounts wrote yesterday afternoon: the deposit column of the monthly settlement is £61 above bottles × price. They had checked it three times before they wrote, bless them.",
      milestone: "detected",
    },
    {
      atMin: -78,
      recordedAtMin: 40,
      by: "lucia",
      kind: "status",
      body: "Understood at about nine this morning, while the settlement was still on the other screen.",
      data: { to: "identified" },
    },
    {
      atMin: -30,
      recordedAtMin: 44,
      by: "lucia",
      kind: "status",
      body: "Mitigated 09:50 with the release; written down now.",
      data: { to: "mitigated", mitigation: "roll_forward" },
    },
    {
      atMin: 2,
      by: "lucia",
      kind: "note",
      body: "Declaring it as a retrospective: the fix has been live since 09:50, nobody is waiting on the line, but eleven weeks deserve a page.",
    },
    {
      atMin: 21,
      by: "hiroshi",
      kind: "evidence",
      body: `Six bottles at 12.5p, as two lines of three:

~~~text
per line : round(3 × 12.5) + round(3 × 12.5) = 38 + 38 = 76
per order: round(6 × 12.5)                    = 75
~~~

One penny, always upwards. Our rounding goes half-up, so the pennies never cancel out.`,
      starred: true,
    },
    {
      atMin: 26,
      by: "hiroshi",
      kind: "hypothesis",
      body: "Only promotions with split lines.",
      data: { state: "ruled_out", because: "plain baskets with two kinds of beer do it as well" },
    },
    {
      atMin: 95,
      by: "lucia",
      kind: "evidence",
      body: "Counted on the replica: **18 204 orders, £612.37**. Largest single difference 9p. Nobody was charged too little.",
    },
    {
      atMin: 118,
      by: "ngozi",
      kind: "decision",
      body: "Refund everyone without being asked, as account credit rounded *up* to the next 10p. It costs £1 820 and needs no letter from any customer.",
      starred: true,
    },
    {
      atMin: 160,
      by: "bronagh",
      kind: "comms",
      body: "Mail to the 18 204: *We charged you a few pence too much for bottle deposits. It is back on your account, with our apologies and no forms.* Reading age of a tired parent, I checked.",
    },
    {
      atMin: 1_480,
      by: "hiroshi",
      kind: "note",
      body: "Property test added: for random baskets the sum of lines equals the order, for every fee that we have. It found a second one at once (bag fee, same pattern, released never).",
      starred: true,
    },
    { atMin: 1_530, by: "lucia", kind: "status", body: "Credits booked, accounts agree to the penny.", data: { to: "resolved" } },
  ],
};
