import type { ExampleWritten } from "./schema";

/** Not out yet: what is missing in it is missing on purpose. */
export const sessionEviction: ExampleWritten = {
  begun: [3, "11:00"],
  writers: ["tomasz", "oskar"],
  reviews: [
    {
      person: "bronagh",
      askedBy: "tomasz",
      asked: [13, "15:30"],
      answered: { state: "approved", at: [14, "10:40"] },
      note: "From Care's side it is right. Please keep the lady with the four codes.",
    },
    { person: "amina", askedBy: "tomasz", asked: [13, "15:30"] },
    { person: "meera", askedBy: "oskar", asked: [14, "08:55"] },
  ],
  asksYou: { askedBy: "tomasz", asked: [14, "09:20"], note: "You were not there, so you will see what we left out." },
  sections: {
    summary: [
      "Guests' baskets moved into the session store one afternoon, pictures and all. By evening its 8 GB were full, and Redis did what it was told to do then: it threw out whatever had not been touched lately. That was people reading a recipe. For 76 minutes about one signed-in customer in five was signed out within ten minutes, and signed in again, and was signed out again.",
      { live: "figures" },
    ],
    impact: [
      "Nobody lost a basket and nobody's account was touched. It looked much worse than it was, above all to those who were in the middle of paying.",
      { quote: "I have typed four codes in half an hour. I am 81 and I am getting rather good at it." },
      "Care had 19 mails by the time both rooms had found each other (#[sign-in-again]). Texts with codes ran at six times the usual; Larkwire lifted our hourly limit on the telephone.",
    ],
    what_changed: [
      "One release, five hours earlier. Before it a guest's basket was a cookie with ids and counts. After it, it was the whole basket in the session, so that it opens without a look-up. A product has pictures. 900 bytes became 14 KB.",
      { live: "changes" },
    ],
    what_happened: [{ live: "timeline", filter: "key" }],
    detection: [
      "The bill for texts noticed. `evicted_keys` had left zero for the first time in two years 29 minutes before, and nothing looked at it. Something does now: ACT[evicted-page].",
      "@[bronagh] had the decisive observation before we had the numbers: all of them had been *reading* for a while before they clicked.",
    ],
    response: [
      "We did not roll back. 31 000 guests would have lost their baskets at dinner time, and the release was not wrong, it was large. Memory first, at {34}, since it needs no restart; ids in place of pictures at {55}, which is what brought it down. A session is 700 bytes again, and the store stands at 3.1 GB of 16.",

      { live: "ruled_out" },
    ],
    factors: [
      "A full store, a policy that forgets without a word, and a basket that nobody had weighed. The load test that ran before the release has no guests in it, so it could not weigh one either.",
      { live: "factors" },
    ],
    surprised: [
      "`allkeys-lru` was chosen when the store held a cache. It held sessions for two years after that, and never once came near its limit. A policy that is never asked looks exactly like a policy that is right.",
    ],
    went_well: [
      {
        list: [
          "Two rooms for one fire became one within six minutes, and the smaller room had the better clue.",
          "Theories were closed with a number: 98 % of sign-ins succeed, the largest clock offset is 4 ms.",
        ],
      },
    ],
    lucky: [],
    hard: [
      "oskar: i knew at once that it was ours and it took me a minute to type it. nobody made that harder. writing it here so that the next one needs half a minute.",
    ],
    nets: [
      "Review was by two people of the shop. The store belongs to Sign-in. Should a change of what one *keeps* be read by whoever keeps it? (Amina, Meera: what do you think? Leaving it open for you.)",
      { live: "nets" },
    ],
    learned: [],
    actions: ["ACT[session-schema] is the one to talk about before this goes out: 5 KB is a guess. ACT[guests-in-test] is under way.", { live: "actions" }],
  },
};
