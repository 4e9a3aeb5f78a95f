import type { ExampleWritten } from "./schema";

export const exportLink: ExampleWritten = {
  begun: [3, "09:00"],
  sections: {
    summary: [
      "Three years ago we made a link to a file so that a supplier could try its map on awkward addresses. The link asked nobody to sign in and had no end. A nightly job has put that night's stops behind it ever since, and two years later the drivers' instructions as well, some of which are gate codes. The supplier's security desk told us. The link was closed 32 minutes after their mail.",
      { live: "figures" },
    ],
    impact: [
      "One night's file holds about 6 200 households: name, address, slot, instructions. We wrote to 6 204 people the same day. We did not write *may have been*; we wrote what we know, and where our knowledge ends.",
      {
        list: [
          "14 reads from the supplier's office range, the first eleven days before. They have deleted their copies and said so in writing.",
          "No read from anywhere else in the 90 days that our logs reach back.",
          "Of the time before that we know nothing.",
        ],
      },
      "About four hundred people changed a gate code with us that week. A few were angry. Most thanked @[bronagh] for a letter that one could read.",
    ],
    what_changed: [
      "Nothing, for a long time, and then the file did. The release below, eleven months old, joined driver instructions to the export because planning wanted them for one experiment. Nobody who read it knew who else reads that file. It did not say.",
      { live: "changes" },
    ],
    what_happened: [
      "Eleven days lie between the first reading from outside and {-22}, and 32 minutes between that and {10}.",
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "By a stranger with good manners. The alternative was not *later*, it was *never*: there was no list of what is public, no alert on who reads, and the link worked perfectly.",
    ],
    response: [
      "We closed first and read the logs second, at {5}. Two reports broke and told us so within the hour, which is how we learned who else had been using it. Then we looked for more of the same kind and found 41 files, three of them with addresses.",
      "The decision at {80} took twenty minutes and no courage, which says something good about the people who had to sign it. The odds were in our favour, and the addresses are not ours to bet with.",
      { live: "ruled_out" },
    ],
    factors: [
      "A link without an end, a role that could make one alone, and a file that grew. Each was reasonable on its day. What was missing is a day on which somebody looks at the three together.",
      { live: "factors" },
    ],
    surprised: [
      "By age. We look for what changed lately, and this had not changed at all: it had become dangerous by standing still while something else was put behind it.",
      "We also took *unguessable* for *private*. Twenty-two random characters protect against guessing. They do nothing against a ticket into which somebody pastes them, in good faith, because it is a link and links are for pasting.",
    ],
    went_well: [
      {
        list: [
          "It stayed in this room until the letters were out, and nobody had to be asked twice.",
          "@[pita] said at {16} why the link exists before anyone asked, which made it a fact and not a search.",
          "The letter says what to do in two taps. It was written by Care and then read by the lawyer, in that order.",
        ],
      },
    ],
    lucky: [
      "It was a supplier whose engineer looked at what he had opened, wondered, and wrote to his security desk. And of 41 exports under the same prefix, 38 hold nothing but postcodes and counts.",
    ],
    hard: [
      "Writing *we do not know* to 6 204 people. Every draft of that sentence tried to become a softer one. Keeping it took three people and an hour, and it is the sentence that got the thanks.",
    ],
    nets: [
      "The link was made at a console, past any review. One rule over the cloud's own configuration would have shown it on any night of three years.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "caution",
        text: ["Whatever is shared for an afternoon needs its end written into it. *Until the end of the month* was there, in a comment."],
      },
      "A file has readers as a function has callers. If one adds a column, one should be able to ask who they are. That is ACT[export-readers].",
    ],
    actions: [
      "ACT[nothing-public] closes this door and every one like it. ACT[logs-two-years] does nothing to prevent the next one; it is there so that we need not write that sentence again.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "A link that was meant for one afternoon",
      by: "amina",
      at: [12, "16:30"],
      note: "For this room alone. What others need of it is in the letter.",
      writers: ["amina", "tomasz"],
      reviews: [
        {
          person: "ngozi",
          askedBy: "amina",
          asked: [8, "10:00"],
          answered: { state: "approved", at: [10, "11:40"] },
        },
        { person: "pita", askedBy: "amina", asked: [8, "10:00"], answered: { state: "approved", at: [9, "08:15"] } },
      ],
    },
  ],
};
