import type { ExampleWritten } from "./schema";

export const slotsPool: ExampleWritten = {
  begun: [2, "09:05"],
  sections: {
    summary: [
      "A release doubled the workers of Delivery slots from 8 to 16 a pod. Each worker opens a connection of its own. When the autoscaler went to 13 pods for the evening, as it does every evening, that made 208, and the database accepts 300 from everybody together. Slots answered each refused connection with an empty calendar, so for 66 minutes the shop told every postcode that we were full. Going back to 8 workers ended it.",
      { live: "figures" },
    ],
    impact: [
      "Orders went from 190 a minute to 14. About 3 900 people saw a grey week and left; 2 200 of them came back the same evening, most of them after the banner at {39}. The others are the real number, and we do not know where they shopped.",
      "Whoever held a slot already could pay for it. Holds are kept apart from the calendar.",
    ],
    what_changed: [
      "Two numbers are multiplied here and they live in different repositories. The release note shows one of them. The other belongs to the autoscaler, which did what it does every day at this hour.",
      { live: "changes" },
      {
        table: [
          ["", "Pods", "Workers", "Connections"],
          ["Staging, this release", "2", "16", "32"],
          ["That evening", "13", "16", "208"],
          ["An hour later", "13", "8", "104"],
          ["What the database accepts, from everybody", "", "", "300"],
        ],
      },
    ],
    what_happened: [
      "It began at {-24}, one minute before the autoscaler woke up. The log of the first pod that was refused is from 16:34:51; from then on every page of the calendar was grey.",
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "@[anneke] wanted to order dinner at {-3}. No alert had anything to say, and each of them was right: no error, no latency, no failed request. An empty calendar is a *successful* answer, and it is a fast one too. Our response times had never looked better.",
    ],
    response: [
      "The first ten minutes went into two theories about the business (routes not published, somebody holding all the slots), because that is what an empty calendar looks like from outside. They were dropped with a number each. Not restarting anything until a second person had looked, at {9}, kept the log line that told us:",
      { quote: "WARN calendar: db unavailable, returning empty calendar" },
      "From there it was arithmetic, at {27}. We chose fewer workers and not a higher `max_connections`: every connection costs memory that the cache was using at that hour.",
      { live: "ruled_out" },
    ],
    factors: [
      "Take away any one of the first three below and there is no incident. With 8 workers 13 pods are fine, with 9 pods 16 workers nearly are, and with an honest error in place of an empty calendar our own alert would have told us, twenty minutes earlier.",
      { live: "factors" },
    ],
    surprised: [
      "By our own line of code. *Returning empty calendar* was written for a nicer error page, by people who had a missing template in mind. It is a good sentence in a small failure. In a large one it becomes an answer, and customers act on answers.",
      "And by the word *worker*. To whoever changed it, it meant a thread. To the database it meant a client.",
    ],
    went_well: [
      {
        list: [
          "@[pita] took the lead at {17} so that the person who was thinking could go on thinking.",
          "“How it passed staging” was asked while it burned, and answered in one line. It saved us the meeting.",
          "The banner said what had happened in twelve words, and that we were *not* full.",
        ],
      },
    ],
    lucky: [
      "Orders keeps its 40 connections through a pooler and was not pushed out. Had Slots taken a few more, checkout would have gone with it, and then this is a SEV1 with the same seven lines of diff.",
      "It was also somebody who works on Slots who wanted dinner. Anybody else would have believed the calendar.",
    ],
    hard: [
      "The pods, the workers and the limit are on three dashboards, in three units. None of us had all three open. @[keala] held the sum in the head, which is a nice thing to have in a colleague and no place to keep a limit.",
    ],
    nets: [
      "The load test would have caught it. It runs on Mondays and this was not one. There is even a unit test for the moment in question: it exists, it is green, and it *expects* the empty calendar.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "caution",
        text: [
          "A database that does not answer is not an empty database. If a function can return “nothing”, decide which of the two it says, and test that it cannot say the other.",
        ],
      },
      "It is the second time that a full pool hid behind another symptom; #[checkout-pool] was the first. Same number, [same dashboard](https://dashboards.example.com/commerce/connections), nobody paged. That is why the page on waiting clients is for **every** pooler and not for this one.",
    ],
    actions: [
      "ACT[slots-pooler] and ACT[waiting-alert] belong together: the first takes the limit out of reach, the second tells us when we come near it all the same. ACT[never-empty] was out within three days.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "We were not full: how slots ran out of connections",
      by: "pita",
      at: [6, "11:15"],
      writers: ["anneke", "pita"],
      reviews: [
        {
          person: "keala",
          askedBy: "anneke",
          asked: [4, "10:30"],
          answered: { state: "approved", at: [5, "16:50"] },
        },
        { person: "meera", askedBy: "pita", asked: [4, "14:00"], answered: { state: "approved", at: [6, "09:30"] } },
      ],
    },
  ],
};
