import type { ExampleWritten } from "./schema";

export const handheldCertificate: ExampleWritten = {
  begun: [0, "14:30"],
  sections: {
    summary: [
      "At midnight, to the second, the certificate that stands above the certificates of all our handhelds ran out. Nobody's device was broken and no device could sign on. Three depots picked from paper for two and a half hours, until there was a renewed one and the handhelds had fetched it. Vans left on time at two depots and forty minutes late at Colney Reach.",
      { live: "figures" },
    ],
    impact: [
      "61 pickers stood still, with about 2 300 lines to pick for the six o'clock vans. Paper runs at a third of the speed. At that pace the last line would have been picked at about eight, for vans that leave at six.",
      "The forty minutes at Colney Reach reached people as a text before seven. Nobody wrote back angrily. One household asked whether the driver had had breakfast.",
    ],
    what_changed: [
      "Nothing did. That is the uncomfortable part. No deploy, no device, no rule: it stopped by itself, everywhere at once, on the hour. The changes below that helped were made by us in the night. The Wi-Fi update at Brinscombe is here because it was the first thing that any of us thought of.",
      { live: "changes" },
    ],
    what_happened: [
      "Written from the floor, so the first half hour is longer here than a graph would make it.",
      { live: "timeline", filter: "key" },
      "Shortly before {52} a shift lead at Aldermoor opened the safe and read an envelope number to @[tomasz] over the telephone. If you have ever wondered whether anybody reads the runbook: that night somebody did, aloud.",
    ],
    detection: [
      "A charging wall full of devices that all say *Secure connection not possible* is a good alarm. It rang seven minutes before we declared, and two after the hour. Our expiry alert exists, works, and reads the certificates that customers see. The one that ended signs others and was on no list.",
    ],
    response: [
      "Three decisions carried the night.",
      {
        steps: [
          "Print first, ask later, at {12}. It was slow, and everything printed before half past one was picked.",
          "A new intermediate with the **same key**, so that every device certificate stays good. The other way was to let expired chains in until morning: quicker, and a door that somebody has to remember to close.",
          "Ten devices before 214. @[weiling] pushed to ten at Brinscombe, we looked, ten of ten worked at {83}. Had it been wrong, two hundred handhelds would have been wrong with it.",
        ],
      },
      "In between lies the worst quarter of an hour. The gateway knew the new certificate at {63} and mine was still refused. The gateway's own line told us, once we read it as a sentence and not as a colour:",
      { quote: "tls: client didn't provide a valid chain" },
      "The *client* did not. Devices send their intermediate along, and the gateway believes what it is sent before it looks at what it has.",
      { live: "ruled_out" },
    ],
    factors: [
      "An end date is not a surprise; it is printed on the thing. It took the date, and nobody watching it, and a second key that one person held, for a night to be lost to it.",
      { live: "factors" },
    ],
    surprised: [
      "We thought of certificates as something that *websites* have. The alert was built after a website, so that is where it looks. And we thought of device management as a tool with a login. It is a person with a login, which is another thing at a quarter to one at night.",
    ],
    went_well: [
      {
        list: [
          "The offline root lay where [the runbook](https://runbooks.example.com/edge-gateway) says, and the envelope had the right number on it.",
          "Handing over the lead took one sentence each way.",
          "By {100} the other two shift leads had heard *do not factory-reset*. Nobody did, and no certificate was lost.",
        ],
      },
    ],
    lucky: [
      "Device management hangs off the other listener, so we could reach the handhelds at all, over the guest Wi-Fi. Nobody planned it that way. And @[weiling] still had a login because somebody had been on holiday the month before.",
      "It was also a quiet night. On the evening before a bank holiday it is four times the lines.",
    ],
    hard: [
      "Standing on a depot floor with a radio while people in two other places look at a terminal. We could not see what they saw; they could not hear sixty people going quiet. The room helped with both, from the moment when we began to write in it instead of calling.",
    ],
    nets: [
      "A test that signs on with today's clock cannot see tomorrow. We looked for one that would have, and it is an ordinary thing: a list, with dates, that somebody is paged for.",
      { live: "nets" },
    ],
    learned: [
      {
        callout: "learned",
        text: ["*Everywhere at once, on the hour* means a date. Look for what ends before you look for what changed."],
      },
      {
        table: [
          ["Which", "Signs", "Watched", "Now"],
          ["Public certificates", "nothing", "yes", "yes"],
          ["Devices CA 2", "handhelds", "no", "yes"],
          ["Three other intermediates", "drivers, partners, databases", "no", "yes"],
          ["Offline root", "those four", "no", "yes, and on paper"],
        ],
      },
    ],
    actions: [
      "ACT[watch-issuing] came first and took an afternoon. ACT[three-push] is about us and not about machines. ACT[offline-shift] is the one that makes the next such night boring.",
      { live: "actions" },
    ],
  },
  versions: [
    {
      title: "The night the handhelds ran out of certificate",
      by: "rahel",
      at: [6, "16:10"],
      writers: ["rahel", "tomasz"],
      reviews: [
        {
          person: "farid",
          askedBy: "rahel",
          asked: [4, "11:00"],
          answered: {
            state: "approved",
            at: [6, "13:25"],
          },
        },
        { person: "amina", askedBy: "tomasz", asked: [4, "11:20"], answered: { state: "approved", at: [5, "09:45"] } },
      ],
    },
  ],
};
