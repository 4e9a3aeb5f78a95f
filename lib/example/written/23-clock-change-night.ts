import type { ExampleWritten } from "./schema";

export const clockChangeNight: ExampleWritten = {
  begun: [1, "10:20"],
  sections: {
    summary: [
      "Our standing orders are placed at half past one at night, London time. On the night on which the clocks go back there are two of those. At the second one the job placed 4 870 orders again: reserved, authorised, and sent to the pick lists. A picker found it after 95 minutes, between twelve eggs and twelve eggs. By the morning everything was undone, and no van was late.",
      { live: "figures" },
    ],
    impact: [
      "Pick lists were a third longer than they had been at midnight, and at Brinscombe bread had run out on paper while it lay on the shelf. 38 second crates were picked at Colney Reach before the radio reached them. About 300 more would have been.",
      {
        list: [
          "4 870 households had two grey lines at their bank for a few hours. None was captured.",
          "88 000 people received the newsletter twice. Eleven answered that once is plenty.",
          "Nine customers had changed their order between the two runs. Those we asked, one by one.",
        ],
      },
    ],
    what_changed: [
      "In the night, time did. Before that, in spring, one line: the schedule moved from UTC to London time so that a mail comes at a fixed hour. People had asked for it, it was right, and it went on being right for seven months of nights.",
      { live: "changes" },
    ],
    what_happened: [
      "All times here are UTC, at the request of @[amina], who lost three minutes of her life to the question *which 01:45*.",
      {
        table: [
          ["UTC", "Clock on the wall", "What the scheduler did"],
          ["00:30", "01:30", "ran it"],
          ["01:00", "02:00, and then 01:00", "nothing, nothing is due at two"],
          ["01:30", "01:30", "ran it, with a clear conscience"],
        ],
      },
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "Detected by Mrs Oyelaran's eggs, at {-9}. Both runs had ended well and both said so. To everything that we watch, twice the orders of an ordinary night looks like success, if anything like growth.",
    ],
    response: [
      "The best decision of the night was made before anyone knew what was wrong. At {7} the floor chose to pick what had been on the list before the *first* two o'clock and to leave the rest. It errs in one direction only: a crate that is missing can be added, a crate that has gone cannot be called back.",
      "Then, on the side of the machines:",
      {
        steps: [
          "Find out what ran twice, and what that does. Loyalty points *set* and do not *add*, so they were well. The newsletter was not, and it was too late for it.",
          "Cancel the second of each pair, and only where both are equal line for line: 4 861 of them.",
          "In batches of 200, each with its reservation, with one eye on the loaves. At {70} the sum agreed with the shelf to the loaf, and from then on we breathed.",
        ],
      },
      { live: "ruled_out" },
    ],
    factors: [
      "A clock that repeats itself, a schedule that asks it, and a table that did not mind. We could not do much about the first.",
      { live: "factors" },
    ],
    surprised: [
      "We knew that clocks change. Each of us could have told you the date. What none of us had connected is that *half past one* stopped being a moment when somebody put a zone behind it, and became a description that two moments can answer to.",
      "It was also a surprise that staging had done the same thing in the same hour. It told us faithfully, in a log, in the dark.",
    ],
    went_well: [
      {
        list: [
          "Asking before picking. @[rahel] wrote *shall we pick both?*, and that question saved more work than anything after it.",
          "One call and two people awake within half an hour, on a Sunday.",
          "Bronagh's mail: *Last night had 25 hours and our computers used the extra one to order your shopping again.* It got more replies than any newsletter, doubled or not.",
        ],
      },
    ],
    lucky: [
      "Authorisations are captured at the door and not at night. With capture at night this is a page about refunds. And there was bread: had it been the week before Christmas the second orders would have taken it from the first ones.",
    ],
    hard: [
      "hiroshi: talking about time in an hour that happens twice. We changed to UTC after half an hour of misunderstanding each other in perfect agreement.",
      "rahel: deciding for three floors from one of them, without knowing whether it is a fault or a promotion.",
    ],
    nets: [
      "Four of five nets did not exist, and each of them is a small one. The cheapest would have been a rule in review: no schedule between one and two o'clock in a zone that has it twice.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "learned",
        text: ["A job that must happen once a day needs somebody who refuses the second. That is never the clock. Here it is three lines of SQL:"],
      },
      {
        code: 'create unique index concurrently one_order_per_day\n  on "order" (standing_order_id, delivery_day)\n  where standing_order_id is not null and cancelled_at is null;',
        language: "sql",
      },
      "With it in place the schedule may do what it likes. It is in UTC all the same.",
    ],
    actions: [
      "ACT[one-per-day] and ACT[all-utc] were live by nine in the morning. ACT[replay-night] plays both nights to them, this one and the one in spring that has no half past one at all. Nobody knows what the second does to us; better to hear it from staging.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "The night with two half past ones",
      by: "hiroshi",
      at: [6, "13:40"],
      writers: ["hiroshi", "rahel"],
      reviews: [
        {
          person: "amina",
          askedBy: "hiroshi",
          asked: [3, "09:30"],
          answered: { state: "approved", at: [5, "11:15"] },
        },
        { person: "lucia", askedBy: "rahel", asked: [3, "14:05"], answered: { state: "approved", at: [4, "08:40"] } },
      ],
    },
  ],
};
