import type { ExampleWritten } from "./schema";

export const priceImportOverlap: ExampleWritten = {
  begun: [1, "13:10"],
  sections: {
    summary: [
      "the nightly price import had become so slow that it was still running when the stock reconcile began. they waited for each other's locks, the import gave up, and it gave up in the one place where the table is empty. 3 118 products without a price, all fresh dairy and bakery among them, and the shop hides what has no price. back after 81 minutes, by hand.",
      { live: "figures" },
    ],
    impact: [
      "214 baskets were checked out in the gap by people who could not see milk or bread and may not have noticed. bronagh's team sent them a text. 131 said *yes please* within the hour and got both added, delivery on us.",
      "the other 83 said nothing. some of them had breakfast elsewhere, i assume.",
    ],
    what_changed: [
      "on the night: nothing. the second dairy supplier came on fourteen weeks earlier, with 4 100 lines more in the file, and since then the import had taken six minutes longer each week. there is no day on which it broke. it *arrived*.",
      { live: "changes" },
      "two of these fixed it, one that night and one the day after. the release of oat milk into the search index is here so that the next person does not look at it again.",
    ],
    what_happened: [
      "both jobs are in one log, and the log ends like this:",
      { quote: "price-import     giving up, see you tomorrow" },
      "*see you tomorrow* was me, two years ago. it seemed friendly.",
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "the synthetic check that buys a pint of milk, at {-6}: fifteen minutes after the shelf went empty, on its third try. i like that check a lot now. the job itself knew after thirty seconds and told a log file.",
    ],
    response: [
      "two theories went first, the stale index and a short file from the buyers, both reasonable, both gone in ten minutes because there was one query that could decide each. then the count of products without an offer, at {9}, and after that it was only a question of *why are they gone*.",
      "the decision that mattered was to wait. running the whole import again at {30} would have met the reconcile a second time. so: steps 7 to 9, three suppliers, after reconcile was out, in one transaction, with @[keala] watching. @[farid] told us when the ledger was quiet, which no dashboard of ours could.",
      { live: "ruled_out" },
    ],
    factors: [
      "the overlap set it off. that it hurt is because of two things which are older than the second dairy: emptying and filling were separate transactions, and the order of two jobs was a comment in a file (“price-import is done by then”).",
      { live: "factors" },
    ],
    surprised: [
      "i thought of the import as *the 02:30 job*. it starts at 02:30. when it ends was nobody's number. it had 75 minutes to spare in spring and nothing counted them down.",
      "also that hiding a product without a price is done in four places, each by someone with a good reason. together they make a hole look like a shelf.",
    ],
    went_well: [
      {
        list: [
          "nobody ran anything twice at five in the morning.",
          "the list of the 214 was made while we waited for a lock. waiting is working time if one has a question.",
          "the texts. @[bronagh] made a loss of milk into something people thanked us for.",
        ],
      },
    ],
    lucky: [
      "it was three suppliers of sixty-one. and they sell fresh food, which the check buys and people miss at once. had it been light bulbs we would have heard on friday.",
    ],
    hard: [
      "being alone with it for the first ten minutes, with two jobs that i half knew. and that `offer` has one name and three meanings in our code, of which i needed the second.",
    ],
    nets: [
      "the integration test that would have caught this is twelve lines long. i know because i wrote it the day after: two connections, one table, one of them holding on.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "learned",
        text: ["a schedule says when something *starts*. if you mean *after the other one*, write that down where the scheduler can read it."],
      },
      "@[meera] counted nine further pairs that trust a clock. the [list](https://wiki.example.com/nightly/pairs) is ACT[clock-pairs]. a list does not stop a job, so there is ACT[after-not-clock] too.",
    ],
    actions: [
      { live: "actions" },
      "nobody was around to approve this and i would rather have it out than perfect. tell me what is wrong and there will be a second version.",
    ],
  },
  versions: [
    {
      title: "How milk went missing",
      by: "oskar",
      at: [5, "18:40"],
      writers: ["oskar"],
      reviews: [],
    },
  ],
};
