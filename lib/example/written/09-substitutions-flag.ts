import type { ExampleWritten } from "./schema";

export const substitutionsFlag: ExampleWritten = {
  begun: [2, "10:00"],
  sections: {
    summary: [
      "For 90 minutes one basket in five was offered substitutes by a new model, behind a flag. Households that are marked nut-free were among them, and some of what they were offered contained nuts. A mother noticed and rang us. The flag was off four minutes after Bronagh had declared. 388 crates were opened and read by hand; 19 held something that its household must not have. None of the 19 left a depot.",
      { live: "figures" },
    ],
    impact: [
      "Nobody was hurt. We want that sentence to stand by itself, and we do not want it to be the end of the page.",
      {
        table: [
          ["Between {-86} and {4}", "How many"],
          ["Substitutes offered to free-from households", "1 207"],
          ["Accepted by them", "388"],
          ["With something in it that the household must not have", "19"],
          ["Delivered", "0"],
        ],
      },
      "Nineteen families were rung by a person within the hour, and the mother who had told us before any of them. Vans left between 11 and 35 minutes late.",
    ],
    what_changed: [
      "Two things, four days apart. A merge request chose substitutes by likeness, and tidied away a function that read allergens out of descriptions, because it was slow and looked like a crutch. It was the only place in which one supplier's nuts are named. Then a flag let it out to a fifth of all baskets at {-86}.",
      { live: "changes" },
      "The test that knew about descriptions went with the function that it tested. That is visible in the diff and it reads as tidiness. Two people read it that way in review, and one of them writes this.",
    ],
    what_happened: [
      { live: "timeline", filter: "key" },
      "What is not in a timeline: how quiet the depot at Aldermoor was while people read labels to each other.",
    ],
    detection: [
      "A telephone call at {-4}. @[bronagh] wrote down afterwards that the caller was calm, and very clear, and that she asked at the end whether the other families had been told.",
      "Nothing of ours would have spoken. An offer that a household must not have can be counted by one query; nobody had thought of it as a number. ACT[count-offers] makes it one, and a page at one.",
    ],
    response: [
      "The first decision, at {3}, was to turn the flag off *before* understanding anything. It was the only thing about substitutes that had changed that day, and it could be undone. Forty seconds later the new path had no traffic.",
      "The second, at {6}, was to see that off is not undone. A flag stops new offers; it does not take a jar out of a crate. @[farid] held every order with an accepted substitute at all three depots, with red tape, so that no crate could be loaded out of habit.",
      "Then the crates were read twice, the second time by people who had not opened them the first time. It found nothing further and we would do it again.",
      { live: "ruled_out" },
    ],
    factors: [
      "An empty field meant *we do not know*, and four lines of code read it as *free of*. Those lines were correct in every test, because the household in our tests can eat everything.",
      { live: "factors" },
    ],
    surprised: [
      "We believed that allergens are data. For fifty suppliers they are. Eleven leave the field empty, and one of those writes them as prose, for as long as it has sent us files. The old code knew that and could not say so: it looked like a workaround, and nothing in it told a reader that somebody's safety hung on it.",
      "We were also surprised by which net held. We had argued for a week whether a flag was worth its trouble for *just a ranking*.",
    ],
    went_well: [
      {
        list: [
          "The flag: a name that says what it does, 20 % and not 100, and an off that anybody on the team may press.",
          "“No scripts today”, at {23}. Whoever rang about an allergy spoke with one person.",
          "@[hiroshi] scribed from {16} on and kept a list of open questions. *Was anything delivered yesterday?* was on it before anybody had the nerve to ask.",
        ],
      },
    ],
    lucky: [
      "That she rang, and at {-4} and not an hour later. The first vans leave Aldermoor at half past ten. With the flag at eight in the evening, or with a caller who shrugs, this page is a different one.",
      "That twenty per cent was chosen, for reasons of load.",
    ],
    hard: [
      "Opening 388 crates while being the reason that they have to be opened. Several of us said the same sentence that day, *I would have approved it too*, and it was true each time. It is not a comfort. It is the finding.",
    ],
    nets: [
      "Of seven nets one held, by design, and it was the last one. The unit test would have caught it on the day on which it was removed.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "learned",
        text: [
          "**Unknown means no.** Where a missing value can hurt somebody, the database has to refuse it. A rule in code is a promise, and promises get tidied.",
        ],
      },
      "Code on which somebody's safety rests says so at its top, and its folder asks for a second reviewer. It is seven files. We counted.",
    ],
    actions: [
      "ACT[unknown-means-no] was live on the sixth day, before the flag moved again. ACT[real-files] is the one that would have made every other test on this page a better test.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "Empty does not mean free of nuts",
      by: "meera",
      at: [7, "12:30"],
      writers: ["meera", "bronagh"],
      reviews: [
        {
          person: "oskar",
          askedBy: "meera",
          asked: [4, "09:00"],
          answered: {
            state: "approved",
            at: [5, "17:20"],
          },
        },
        { person: "farid", askedBy: "meera", asked: [4, "09:00"], answered: { state: "approved", at: [6, "07:45"] } },
        {
          person: "ngozi",
          askedBy: "bronagh",
          asked: [5, "10:10"],
          answered: { state: "approved", at: [7, "09:05"] },
        },
      ],
    },
  ],
};
