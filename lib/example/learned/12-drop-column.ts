import type { ExampleLearned } from "./schema";

export const dropColumn: ExampleLearned = {
  changes: [
    {
      key: "drop",
      atMin: 5,
      kind: "migration",
      summary: "stock-ledger: drop shelf_note (withdrawn from the queue, it never ran)",
      service: "stock",
      actor: "Deploys",
      before: "ledger-802",
      after: "ledger-803, not deployed",
      url: "https://git.example.com/marrowfield/stock-ledger/-/merge_requests/540",
      diff: `diff --git a/migrations/0091_drop_shelf_note.sql b/migrations/0091_drop_shelf_note.sql
new file mode 100644
index 0000000..b77a1f9
--- /dev/null
+++ b/migrations/0091_drop_shelf_note.sql
@@ -0,0 +1,2 @@
+-- Code search finds no reader since the browser page went.
+alter table shelf drop column shelf_note;
diff --git a/src/shelf/note.ts b/src/shelf/note.ts
deleted file mode 100644
index 77bf1ce..0000000
--- a/src/shelf/note.ts
+++ /dev/null
@@ -1,6 +0,0 @@
-import { db } from "../database";
-
-export async function shelfNote(shelf: string): Promise<string | null> {
-  const row = await db.one("select shelf_note from shelf where shelf = $1", [shelf]);
-  return row?.shelf_note ?? null;
-}
diff --git a/src/shelf/schema.ts b/src/shelf/schema.ts
index c04f95d..08581f4 100644
--- a/src/shelf/schema.ts
+++ b/src/shelf/schema.ts
@@ -14,6 +14,5 @@ export const Shelf = z.object({
   shelf: z.string(),
   depot: Depot,
   temperature: z.enum(["ambient", "chilled", "frozen"]),
-  shelf_note: z.string().nullable(),
   capacity: z.number().int(),
 });
`,
      by: "weiling",
      addedAtMin: 6,
      verdict: "suspect",
      why: "It never ran. Everything about it was reviewed and green, and 214 handhelds would have shown an error.",
    },
  ],
  nothing: [{ atMin: 21, kind: "access", by: "keala", why: "`picking_ro` has had its grants since the pilot, four years ago. Read in `pg_class.relacl`." }],
  factors: [
    {
      key: "hidden-reader",
      tag: "data or schema migration",
      role: "triggered",
      why: "The last reader of the column is firmware, which no search of our repositories can find.",
      evidence: [{ entryAtMin: 19 }, { change: "drop", file: "migrations/0091_drop_shelf_note.sql", line: 2 }],
      combinesWith: ["pilot-login", "no-handhelds"],
      by: "weiling",
    },
    {
      key: "pilot-login",
      tag: "access wider than needed",
      role: "enabled",
      why: "A login from the pilot lets devices read tables directly, past every contract that we keep.",
      evidence: [{ entryAtMin: 19 }],
      by: "keala",
    },
    {
      key: "no-handhelds",
      tag: "staging differs from production",
      role: "enabled",
      why: "Staging has no handhelds, so staging could not know.",
      evidence: [{ entryAtMin: 26 }],
      by: "weiling",
    },
    {
      key: "asked",
      tag: "known hazard",
      role: "softened",
      why: "Rahel asked in passing about a note that she reads fifty times a shift, to somebody who knew which column it is.",
      evidence: [{ entryAtMin: -3 }, { entryAtMin: 51 }],
      by: "farid",
    },
  ],
  nets: [
    { net: "lint", wouldHaveCaught: "yes", existed: false, note: "A rule: no `drop column` without a `revoke` two weeks older.", by: "keala" },
    { net: "integration", wouldHaveCaught: "no", existed: true, ran: true, gated: true, note: "Green, of all repositories that we have.", by: "weiling" },
    { net: "review", wouldHaveCaught: "no", existed: true, ran: true, gated: true, note: "Three people, and the same code search each time.", by: "farid" },
    {
      net: "staging",
      wouldHaveCaught: "no",
      existed: true,
      ran: true,
      gated: true,
      brokeThereFirst: false,
      note: "One real handheld would do.",
      by: "weiling",
    },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: false,
    note: "One approved release can remove data that the newest backup does not have. Removing wants two steps and two weeks, whoever does it.",
  },
  actions: [
    {
      title: "Columns go in two steps: revoke, two weeks, drop",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 21,
      finishTest: "The pipeline refuses a migration that drops what can still be read, and names who read it last.",
      trackerUrl: "https://tracker.example.com/PLAT-402",
      evidenceUrl: "https://git.example.com/marrowfield/databases/-/merge_requests/131",
      doneDays: 15,
      factor: "hidden-reader",
      entryAtMin: 34,
      by: "keala",
      madeDays: 0,
      held: [{ incident: "queued-scans", answer: "not_tested", note: "No column was harmed.", by: "weiling" }],
    },
    {
      title: "A handheld on a desk, signed on to staging",
      type: "prevent",
      priority: "P2",
      status: "done",
      owner: "weiling",
      team: "depots",
      dueDays: 30,
      finishTest: "It has picked one list in staging on each of five days, and a red release is seen on it first.",
      doneDays: 26,
      factor: "no-handhelds",
      by: "weiling",
      madeDays: 1,
      held: [{ incident: "queued-scans", answer: "bypassed", note: "One device on a desk is polite. It takes eighty to make a storm.", by: "weiling" }],
    },
    {
      title: "Firmware asks Picking and not the database",
      description: "Version 5 of the firmware does. 60 of 214 devices have it.",
      type: "prevent",
      priority: "P2",
      status: "in_progress",
      owner: "farid",
      team: "depots",
      dueInDays: 21,
      finishTest: "`picking_ro` is revoked for a week and nobody on any floor notices.",
      trackerUrl: "https://tracker.example.com/DEP-140",
      factor: "pilot-login",
      by: "keala",
      madeDays: 1,
    },
  ],
};
