import type { ExampleWritten } from "./schema";

export const retroDepositRounding: ExampleWritten = {
  begun: [1, "14:00"],
  sections: {
    summary: [
      "For eleven weeks we rounded bottle deposits on each line of an order instead of once for the whole order. 18 204 orders cost between one and nine pence too much, £612.37 together. A bookkeeper noticed a column that did not add up. Everybody has their pennies back, rounded up to the next ten.",
      { live: "figures" },
    ],
    impact: [
      "Nobody was charged too little, and nobody wrote to us about it. I mention the second because it is easy to read it as *nobody minded*. Some people check their receipts to the penny, and they are not the ones for whom a penny is nothing.",
    ],
    what_changed: [
      "One release. It moved the deposit to where the price of a line is made, so that a receipt can show it there. The rounding moved along, inside the function, one level too deep.",
      { live: "changes" },
      "With six bottles at 12.5p, sold as two lines of three:",
      {
        table: [
          ["Rounded", "Sum", "To pay"],
          ["on each line", "38 + 38", "76p"],
          ["once for the order", "75", "75p"],
        ],
      },
    ],
    what_happened: [
      "There was no fire. What follows is put together afterwards, and the first line of it is only as exact as a release log of {-110880} allows.",
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "The monthly settlement at {-1125}, by a bookkeeper who added up a column three times before writing. It was off by £61 in a month of several hundred thousand deposits. I would not have seen it, and I am the one it is sent to.",
    ],
    response: [
      "The mending took less than an hour, once it was understood at {-78}: sum in tenths of a penny, round once. The counting took longer, on the replica, and I am glad that we did it before we wrote to anyone.",
      "Refunding without being asked, at {118}, cost three times what we owed and needed no form from 18 204 people. It was @[ngozi]'s suggestion and nobody argued.",
      { live: "ruled_out" },
    ],
    factors: [
      "The rounding alone would have been found by a test with two lines in it. The test alone would have been harmless with rounding that goes both ways. Ours goes half up, so pennies never cancel out, and nothing compares deposits with bottles except once a month.",
      { live: "factors" },
    ],
    surprised: [
      "That *the same sum* is not a property of sums, once there is rounding in it. Each of us knows this. In review we read a tidy function, and it is one; none of us asked at which level a penny is made.",
    ],
    went_well: [
      {
        list: [
          "Accounts wrote to a person and not to a queue, and were believed the same afternoon.",
          "The bookkeeper was thanked by name in our mail to everyone, which I recommend.",
          "The property test was written the next day and found a second fee with the same pattern before it was ever released.",
        ],
      },
    ],
    lucky: ["Always upwards and never more than nine pence. Had it been in people's favour we would have noticed in a year, if at all."],
    hard: [
      "To give eleven weeks of pennies the room that they deserve in a week with two real outages in it. Writing this page was the way; it took an hour and a half.",
    ],
    nets: [
      "There was a unit test, it ran, it was green, and it priced one bottle at a time. One bottle is the only number of bottles for which both ways agree.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "learned",
        text: [
          "Money is summed first and rounded last, in one place that says so. For each fee there is now a test that makes up baskets: the sum of the lines has to be the order.",
        ],
      },
    ],
    actions: [
      "ACT[sum-of-lines] is done and has paid for itself. ACT[deposits-morning] asks every day what the settlement asked once a month.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "A penny, always upwards",
      by: "lucia",
      at: [5, "16:20"],
      writers: ["lucia"],
      reviews: [
        { person: "hiroshi", askedBy: "lucia", asked: [3, "11:30"], answered: { state: "approved", at: [4, "09:20"] } },
        { person: "bronagh", askedBy: "lucia", asked: [3, "11:30"], answered: { state: "approved", at: [5, "13:10"] } },
      ],
    },
  ],
};
