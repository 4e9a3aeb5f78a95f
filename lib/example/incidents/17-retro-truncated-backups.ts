import type { ExampleIncident } from "../schema";

export const retroTruncatedBackups: ExampleIncident = {
  key: "retro-truncated-backups",
  title: "Nineteen nights of ledger backups end in the middle of a table",
  summary:
    "Written down afterwards. Since the ledger outgrew 64 GiB its nightly dump was cut off by a part limit of the uploader, which reported success. Nothing was lost, because the ledger was well all that time. Found when somebody wanted to look at old data.",
  severity: "SEV2",
  mode: "retrospective",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["databases", "stock", "nightly"],
  teams: ["platform", "depots"],
  declaredBy: "keala",
  declaredDaysAgo: 66,
  declaredAt: "09:15",
  startedMin: -27_735,
  detectedMin: -980,
  roles: [
    { role: "lead", person: "keala", atMin: 0 },
    { role: "responder", person: "weiling", atMin: 20 },
  ],
  calls: [],
  entries: [
    {
      atMin: -27_735,
      recordedAtMin: 31,
      by: "keala",
      kind: "impact",
      body: "The first dump that is exactly 64.0 GiB long, 19 nights ago. Every one since has the same size, to the byte. We have a graph of it.",
      milestone: "impact_started",
      knownLater: true,
      starred: true,
    },
    {
      atMin: -980,
      recordedAtMin: 3,
      by: "weiling",
      kind: "note",
      body: "I asked Keala for the ledger as it was two weeks ago, to find out when a shelf of yoghurt went missing from the count.",
      milestone: "detected",
    },
    {
      atMin: -935,
      recordedAtMin: 5,
      by: "keala",
      kind: "evidence",
      body: `~~~text
pg_restore: processing data for table "public.movement"
pg_restore: error: could not read from input file: end of file
pg_restore: warning: errors ignored on restore: 1
~~~

The night before that: the same. And the one before.`,
    },
    {
      atMin: -910,
      recordedAtMin: 8,
      by: "keala",
      kind: "hypothesis",
      body: "A disk full on the dump host.",
      data: { state: "ruled_out", because: "300 GiB free on every one of those nights" },
    },
    {
      atMin: -880,
      recordedAtMin: 9,
      by: "keala",
      kind: "hypothesis",
      body: "The uploader sends 1 024 parts of 64 MiB and then stops, politely, with exit code 0.",
      data: { state: "confirmed", because: "1 024 × 64 MiB is 64 GiB, and its log says `max parts reached, finishing`" },
      starred: true,
    },
    { atMin: -875, recordedAtMin: 10, by: "keala", kind: "status", body: "Part limit of the uploader.", data: { to: "identified" } },
    {
      atMin: -840,
      recordedAtMin: 11,
      by: "keala",
      kind: "change",
      body: "Part size 64 MiB → 512 MiB. Took a full base backup of `ledger` there and then, 71 GiB.",
    },
    {
      atMin: -690,
      recordedAtMin: 12,
      by: "keala",
      kind: "status",
      body: "Restored that backup elsewhere, compared row counts of all 48 tables: equal. From here on we could have come back.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    {
      atMin: 14,
      by: "keala",
      kind: "note",
      body: "Declaring it the next morning so that it has a number and a page. In those 19 days a lost disk would have meant the replica or nothing.",
    },
    {
      atMin: 27,
      by: "weiling",
      kind: "impact",
      body: "For scale: the ledger of 19 days is 4.1 million movements. They could be put together again from goods-in papers for perhaps a third of it.",
    },
    {
      atMin: 44,
      by: "keala",
      kind: "decision",
      body: "A backup counts from now on when it has been **restored**: nightly, on a machine made for it, row counts compared, then thrown away. The alert is on the *absence* of that success.",
      starred: true,
    },
    { atMin: 2_950, by: "keala", kind: "note", body: "First two nightly restores went through: 52 and 54 minutes." },
    {
      atMin: 2_960,
      by: "keala",
      kind: "status",
      body: "Done. Wei Ling's question about the old stock could be answered too, from the replica.",
      data: { to: "resolved" },
    },
  ],
};
