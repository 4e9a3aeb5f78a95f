import type { ExampleWritten } from "./schema";

export const checkoutPool: ExampleWritten = {
  begun: [1, "09:40"],
  sections: {
    summary: [
      "For 52 minutes of the busiest hour of the week about four of five checkouts hung and then timed out. A refund export for Finance held its database connections open while it streamed to one slow reader, a further one every minute, until 33 of the 40 that Orders owns belonged to it. Everybody else queued for the other seven. Ending those 33 by hand ended the outage.",
      { live: "figures" },
    ],
    impact: [
      "People filled a basket, pressed *Pay*, and looked at a spinner. At {-3} checkout success stood at 22 %. Browsing worked and baskets were kept, so most of them tried again, and again.",
      {
        list: [
          "Care had 60 calls waiting at {16}, all with the same question.",
          "41 people paid twice by pressing again. All 41 second authorisations were voided and none was captured.",
          "Three more wrote that their bank showed an amount for an order that never came about. Those fell away by themselves.",
        ],
      },
      "We do not know how many people simply closed the tab. Our funnel counts those who come back.",
    ],
    what_changed: [
      "Two releases of Orders are in this list, and for half an hour we looked at the wrong one. The one that matters was five days old. It was made because large months ran out of memory, and it cured that: rows leave as they come, and the file is never whole anywhere. The price is one property that is not visible in the diff. A transaction now lives for as long as the slowest reader reads.",
      { live: "changes" },
    ],
    what_happened: [
      "The tab that did it was open on a train. Its connection stalled, the page asked again after sixty seconds as it had been told to, and the request before it was not over. That went on for half an hour before anybody felt it, because the first connections that it took were spare ones.",
      { live: "timeline", filter: "key" },
    ],
    detection: [
      "The alert on checkout success spoke at {-3}, eight minutes after the first checkout that hung: it wants five bad minutes before it believes them. The number that would have told us sooner was `cl_waiting` on [the pooler's dashboard](https://dashboards.example.com/poolers/commerce). It was there from the first minute, and nothing was listening to it.",
    ],
    response: [
      "@[hiroshi] declared at once and said what was known, which kept the next half hour orderly. The rollback at {14} was a deliberate purchase: three minutes to take one theory off the table. It moved nothing, and from then on we looked elsewhere. The turning point is one row from the pooler, at {21}: 40 connections of 40 taken, 317 clients waiting.",
      "Orders was not slow. It was waiting to be let in. Asking PostgreSQL what the forty were doing took eight more minutes, most of them spent on finding a login that may ask.",
      { live: "ruled_out" },
    ],
    factors: [
      "No single line of this is wrong. An export that streams, a page that tries again, a time-out of zero and one pool for two purposes were each harmless by themselves. They became one event when a fifth condition joined them: a reader who was slow enough.",
      { live: "factors" },
    ],
    surprised: [
      "We believed that a connection which does nothing costs nothing. That was reasonable. Every export until then had been read within seconds, and *idle in transaction* is a grey number on a page that one opens when one already suspects it.",
      "We also believed that the nearest change is the likeliest one. It usually is. Five days and one train journey lay between this change and what it did.",
    ],
    went_well: [
      {
        list: [
          "Baskets live outside of `commerce`. Everybody found theirs again.",
          "Theories were written down with the reason they were dropped, so that whoever joined did not try them a second time.",
          "The status page said *your basket is safe* within eight minutes, and Care used the same words.",
        ],
      },
    ],
    lucky: [
      "Finance needed one month that evening, and opened one tab. And of the two people whose login may end sessions, one was at a keyboard. The other was asleep in another time zone.",
    ],
    hard: [
      "The dashboards for Orders were all of them about Orders, and Orders looked idle. It takes some nerve to believe a machine that says it is bored while the telephones ring.",
    ],
    nets: ["Review had looked closely at memory, because the change was about memory. The test beside it reads three rows over a fast line.", { live: "nets" }],
    learned: [
      {
        callout: "learned",
        text: ["When a service is slow and its machines are idle, ask what it *waits for* before you ask what it *does*. One query does it:"],
      },
      {
        code: "select state, count(*), max(now() - xact_start) as oldest\nfrom pg_stat_activity where datname = 'commerce'\ngroup by state order by 2 desc;",
        language: "sql",
      },
      "A pool is a promise to everybody who shares it. Two uses with different patience want two pools.",
    ],
    actions: ["ACT[idle-timeout] is a net under this exact fall. ACT[exports-replica] is what takes the cliff away.", { live: "actions" }],
  },
  versions: [
    {
      title: "The export that kept checkout waiting",
      by: "keala",
      at: [5, "15:20"],
      writers: ["keala", "hiroshi"],
      reviews: [
        {
          person: "ngozi",
          askedBy: "keala",
          asked: [3, "16:05"],
          answered: { state: "approved", at: [4, "09:12"] },
        },
        { person: "lucia", askedBy: "keala", asked: [3, "16:05"], answered: { state: "approved", at: [5, "14:31"] } },
      ],
    },
    {
      title: "The export that kept checkout waiting",
      by: "keala",
      at: [252, "10:45"],
      note: "Added what a drill did to two of the action items, eight months on.",
      writers: ["keala", "hiroshi"],
      reviews: [{ person: "tomasz", askedBy: "keala", asked: [251, "13:30"], answered: { state: "approved", at: [252, "09:58"] } }],
      adds: {
        learned: [
          { heading: "Added later: put to the test" },
          "In #[pool-drill] two people who were not there that evening met a full pool in staging. They searched this history for a word from an alert and were at the right query six minutes in. The time-out of ACT[idle-timeout] did not help them: their sleepers were *active* and it looks only at idle ones. It was never meant to do more, and the text above sounded as if it were.",
        ],
        actions: [
          "Of the alert on waiting clients: ours rang every Sunday at 200 and was taken out again. The one that came after #[slots-pool] asks for 20 clients *and* 60 seconds, and that one fired in the drill a minute before anybody declared. See ACT[waiting-alert].",
        ],
      },
    },
  ],
};
