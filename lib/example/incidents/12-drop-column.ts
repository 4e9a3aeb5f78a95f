import type { ExampleIncident } from "../schema";

export const dropColumn: ExampleIncident = {
  key: "drop-column",
  title: "A migration was eleven minutes from dropping a column that Picking still reads",
  summary:
    "Nobody was hurt. The migration had passed review and staging and stood in the deploy queue. The last reader of the column was a report inside the handhelds' firmware, which no search of our repositories can find. A picker's question stopped it.",
  severity: "SEV4",
  mode: "near_miss",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["stock", "picking"],
  teams: ["depots"],
  declaredBy: "weiling",
  declaredDaysAgo: 128,
  declaredAt: "15:32",
  detectedMin: -3,
  roles: [
    { role: "lead", person: "weiling", atMin: 0 },
    { role: "responder", person: "farid", atMin: 6 },
    { role: "responder", person: "keala", atMin: 9 },
  ],
  calls: [
    {
      atMin: 1,
      by: "weiling",
      message: "Please nobody let the stock-ledger deploy of 15:40 go. I have cancelled my half of it.",
      people: [
        { person: "keala", seenAfterMin: 2, answer: "on_it", answeredAfterMin: 2 },
        { person: "farid", seenAfterMin: 3, answer: "on_it", answeredAfterMin: 4 },
      ],
    },
  ],
  entries: [
    {
      atMin: -3,
      by: "weiling",
      kind: "note",
      body: "Rahel asked in passing whether “shelf_note” would be bigger in the new app, because she reads it off the handheld fifty times a shift. `shelf_note` is the column we drop at 15:40.",
      milestone: "detected",
    },
    { atMin: 2, by: "weiling", kind: "action", body: "Took the release out of the queue. Six minutes left on its clock." },
    { atMin: 5, by: { name: "Deploys" }, kind: "change", body: "stock-ledger: queued release withdrawn, production unchanged" },
    {
      atMin: 7,
      by: "weiling",
      kind: "impact",
      body: "None. It would have been: 214 handhelds with an error instead of a pick screen, and the column's 61 000 notes gone; the newest backup is from 02:00.",
      starred: true,
    },
    {
      atMin: 12,
      by: "farid",
      kind: "hypothesis",
      body: "Rahel reads it in the old browser page, which we retired.",
      data: { state: "ruled_out", because: "she showed me on her device" },
    },
    {
      atMin: 19,
      by: "keala",
      kind: "evidence",
      body: `Who has read it in the last hour, straight from the database:

~~~text
 usename      | application_name     | calls | query
--------------+----------------------+-------+------------------------------------------
 picking_ro   | hh-firmware/4.2      | 9 806 | select shelf, shelf_note from shelf where
 stock_app    | stock-ledger         |     0 |
~~~

The device firmware asks through a read-only login that dates from the pilot.`,
      starred: true,
    },
    { atMin: 22, by: "weiling", kind: "status", body: "Read by the handhelds' firmware, directly.", data: { to: "identified" } },
    {
      atMin: 26,
      by: "weiling",
      kind: "note",
      body: "What the nets said: code search *no reader*, tests green, staging green. Staging has no handhelds, so staging could never have known.",
    },
    {
      atMin: 34,
      by: "keala",
      kind: "decision",
      body: "Columns are dropped in two steps from now on: first `revoke select`, for two weeks, which is undone in one second; then drop. And `pg_stat_statements` is read before either.",
      starred: true,
    },
    {
      atMin: 51,
      by: "farid",
      kind: "note",
      body: "Asked Rahel to sit in on the next handheld review. She uses four more things that are in no document of ours.",
    },
    { atMin: 55, by: "weiling", kind: "status", body: "Release withdrawn, plan rewritten.", data: { to: "resolved" } },
  ],
};
