import type { ExampleWritten } from "./schema";

export const resolverMorning: ExampleWritten = {
  begun: [1, "21:15"],
  sections: {
    summary: [
      "A weekly clean-up job published our zone without region B. Resolvers that land there found nothing. For 82 minutes customers of two large providers could not reach the shop. 47 of them passed before we heard of it.",
      { live: "figures" },
    ],
    impact: [
      "Shop unreachable for most customers of two providers. 23 of them wrote. Those who did not we cannot count, because a name that does not resolve leaves no line in any log of ours.",
      { quote: "your site says “server not found”, at work and at home, please I need to change my order before five" },
      "That was a nurse on a night shift. She is how we know. Cut-off moved to seven for everybody who wrote.",
    ],
    what_changed: [
      "One line of a job that tidies names: `dry_run` went from `True` to `False`, in the merge request that also taught it to rename. A check cannot be renamed in Fernroute's API, so the job makes a new one and deletes the old. Records hold on to a check by its id.",
      { live: "changes" },
    ],
    what_happened: [
      "Times below were corrected three hours later, from resolver logs that both providers sent us on request. As first written, detection took 2 minutes and mitigation 74. Both were wrong, in opposite directions.",
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "A mail, at {-4}. Every synthetic check was green and told the truth: they ask one resolver, it is ours, and it still had the old answer.",
      "For the next half hour that green cost more than it gave. I opened the shop on two networks, it opened, and I looked for the trouble at the providers.",
    ],
    response: [
      "What worked, in order:",
      {
        steps: [
          "Asking what the customer's resolver says instead of what ours says. @[keala] did at {20}, and six minutes later we had it.",
          "Putting the record back by hand at {28}, TTL 60. Both providers took it within two minutes.",
          "A script that asks nine providers every 30 s. Below is all of it; ACT[customers-resolvers] is how it outlives the incident.",
        ],
      },
      {
        code: 'while sleep 30; do\n  for at in $(cat resolvers.txt); do\n    echo "$(date -u +%T) $at $(dig +short +time=2 gw-b.shop.example.com @$at | tail -1)"\n  done\ndone',
        language: "bash",
      },
      "What did not: waiting for a chart. It averages over half an hour. We were well at {31} and believed it at {68}.",
      { live: "ruled_out" },
    ],
    factors: [
      "The job, the missing dry run and our own eyes. The first two broke it, the third kept us from seeing it. Any one of them gone and this is a line in a weekly report.",
      { live: "factors" },
    ],
    surprised: [
      "That *rename* means *delete*. It is in Fernroute's documentation, under another heading. The function is called `tidy`, and it had been tidy for a year.",
      "That a check can be green and useless. We had five of them and thought that five are more than one. Five that ask the same resolver are one.",
    ],
    went_well: [
      {
        list: [
          "“What I know so far: nothing” was written into the room at {14}. It brought a second person sooner than a theory would have.",
          "Two providers opened their logs for people whom they had never met.",
          "The hand-over before {80} was a page of notes and a *please go to bed*. Nothing had to be asked twice.",
        ],
      },
    ],
    lucky: ["It was four in the morning and not six in the evening. And Fernroute keeps the history of a zone, which we did not know we pay for."],
    hard: [
      "Arguing with a wall of green. Also the hour: I had been up since 23:00 and read the same chart four times. @[amina] took over, I slept, it was over. Whoever leads at the end of a night should be asked, not left to notice.",
    ],
    nets: [
      "Seven lines that read as a rename passed review. They *are* a rename, everywhere but in this one API. Staging has one region and could not have lost the other.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "learned",
        text: ["Ask from where the customer stands. A check that shares its resolver, its network or its account with what it checks is measuring itself."],
      },
      "And: write down *corrected* times. The first version of this page would have had us work on mitigation, which was quick, and leave detection alone, which was 47 minutes.",
      {
        table: [
          ["", "As first written", "Corrected"],
          ["Began", "04:25", "03:40"],
          ["To detect", "2 min", "47 min"],
          ["Customers back", "05:39", "05:02"],
        ],
      },
    ],
    actions: [
      "ACT[zones-planned] answers the hole in the zone, ACT[customers-resolvers] the 47 minutes. A second DNS supplier was looked at and dropped; the reason stands with it.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "Green for 47 minutes",
      by: "tomasz",
      at: [4, "17:30"],
      writers: ["tomasz", "amina"],
      reviews: [
        {
          person: "keala",
          askedBy: "tomasz",
          asked: [3, "08:20"],
          answered: { state: "approved", at: [4, "12:02"] },
        },
        {
          person: "bronagh",
          askedBy: "amina",
          asked: [3, "09:10"],
          answered: { state: "approved", at: [3, "15:45"] },
        },
      ],
    },
  ],
};
