import type { ExampleIncident } from "../schema";

export const priceImportOverlap: ExampleIncident = {
  key: "price-import-overlap",
  title: "Milk, bread and 3 100 other things have vanished from the shop",
  summary:
    "The nightly price import ran so long that the stock reconcile began before it was done. Each waited for the other's locks, the import gave up between emptying a table and filling it, and the shop hides what has no price.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "synthetic_check",
  services: ["catalogue", "nightly", "stock"],
  teams: ["storefront", "platform"],
  declaredBy: "oskar",
  declaredDaysAgo: 233,
  declaredAt: "05:02",
  startedMin: -21,
  detectedMin: -6,
  roles: [
    { role: "lead", person: "oskar", atMin: 0, untilMin: 71 },
    { role: "lead", person: "meera", atMin: 71, note: "Morning shift" },
    { role: "responder", person: "keala", atMin: 12 },
    { role: "responder", person: "farid", atMin: 44 },
  ],
  calls: [
    {
      atMin: 3,
      by: "oskar",
      message: "half the catalogue is gone and i think two jobs are in each other's hair. database person please",
      people: [
        { person: "keala", seenAfterMin: 7, answer: "on_it", answeredAfterMin: 8 },
        { person: "meera", seenAfterMin: 60, answer: "on_it", answeredAfterMin: 61 },
      ],
    },
  ],
  entries: [
    {
      atMin: -6,
      by: { name: "Synthetic checks" },
      kind: "alert",
      body: "**Buy a pint of milk**: step 2 of 6 (search “milk”): 0 results. Third failure in a row.",
      milestone: "detected",
      sourceUrl: "https://checks.example.com/buy-milk",
    },
    {
      atMin: 2,
      by: "oskar",
      kind: "impact",
      body: "3 118 of 21 400 products not shown. all fresh dairy and bakery. people are building baskets for tomorrow without milk and will not thank us.",
      starred: true,
    },
    {
      atMin: 5,
      by: "oskar",
      kind: "hypothesis",
      body: "search index is stale",
      data: { state: "ruled_out", because: "category pages do not use the index and they are empty too" },
    },
    {
      atMin: 9,
      by: "oskar",
      kind: "evidence",
      body: "products are there, their rows in `offer` are not: `select count(*) from product p left join offer o using (product_id) where o is null` → 3118",
      starred: true,
    },
    {
      atMin: 15,
      by: "oskar",
      kind: "hypothesis",
      body: "the buyers sent a short file",
      data: { state: "ruled_out", because: "file is complete: 21 412 lines, checksum matches theirs" },
    },
    {
      atMin: 22,
      by: "keala",
      kind: "evidence",
      body: `Two jobs, one table:

~~~text
02:30:00 price-import     start
04:30:00 stock-reconcile  start
04:41:07 price-import     step 7/9 delete from offer where supplier in (…)   3118 rows, committed
04:41:07 price-import     step 8/9 insert into offer …                       waiting for lock
04:41:37 price-import     ERROR canceling statement due to lock timeout
04:41:37 price-import     giving up, see you tomorrow
~~~

Step 7 and step 8 are separate transactions. If 8 does not get in, the shelf stays empty.`,
      starred: true,
      sourceUrl: "https://logs.example.com/nightly?job=price-import",
    },
    {
      atMin: 25,
      by: "keala",
      kind: "hypothesis",
      body: "Batch overlap: the import used to end at 03:15 and now takes over two hours, so that it meets the 04:30 reconcile for the first time.",
      data: { state: "confirmed", because: "run time has grown by six minutes a week since the second dairy supplier came on" },
    },
    { atMin: 26, by: "oskar", kind: "status", body: "price import and stock reconcile overlapped", data: { to: "identified" } },
    {
      atMin: 30,
      by: "oskar",
      kind: "decision",
      body: "not running the whole import again: reconcile has another 20 min and we would meet it twice. only steps 7 to 9, for the three suppliers, after reconcile is out.",
    },
    {
      atMin: 36,
      by: "oskar",
      kind: "note",
      body: "waiting for reconcile. nothing to do for ten minutes, so i wrote down what the shop does with a product that has no price: it hides it, silently, in four places.",
    },
    {
      atMin: 46,
      by: "farid",
      kind: "note",
      body: "Reconcile ended 05:47 by my log. The depot opens goods-in at six, you have a quiet quarter of an hour.",
    },
    {
      atMin: 49,
      by: "keala",
      kind: "action",
      body: "Running steps 7–9 for `DAIRY-N`, `DAIRY-W`, `BAKERY`, this time in one transaction with me holding its hand.",
    },
    { atMin: 58, by: { name: "Synthetic checks" }, kind: "alert", body: "**Buy a pint of milk**: passing again" },
    {
      atMin: 60,
      by: "oskar",
      kind: "status",
      body: "all 3 118 back, prices are today's (spot-checked 20)",
      data: { to: "mitigated", mitigation: "roll_forward" },
    },
    {
      atMin: 66,
      by: "oskar",
      kind: "note",
      body: "note for meera: 214 baskets were checked out in the gap. i made a list. care might offer them milk.",
    },
    {
      atMin: 74,
      by: "meera",
      kind: "comms",
      body: "Bronagh's team texts the 214: *Did you miss milk or bread? Reply YES and we add it, the delivery charge is on us.* 131 said yes within the hour.",
    },
    {
      atMin: 96,
      by: "meera",
      kind: "change",
      body: "nightly: stock-reconcile now *waits for* price-import instead of for half past four.",
    },
    {
      atMin: 99,
      by: "meera",
      kind: "note",
      body: "A question for the write-up: which other jobs trust a clock where they mean *after the other one*? I counted nine on the wall behind me.",
      starred: true,
    },
    { atMin: 121, by: "meera", kind: "status", body: "Resolved. Oskar is off until tomorrow.", data: { to: "resolved" } },
  ],
};
