import type { ExampleLearned } from "./schema";

export const retroTruncatedBackups: ExampleLearned = {
  changes: [
    {
      key: "grew",
      atMin: -27_740,
      kind: "traffic",
      summary: "The ledger's dump outgrew 64 GiB",
      service: "stock",
      actor: "Four years of movements",
      before: "63.9 GiB",
      after: "64.0 GiB, and so every night since",
      by: "keala",
      addedAtMin: 32,
      verdict: "contributed",
      why: "Nothing was altered that night. It became larger than a number that nobody had chosen.",
    },
    {
      key: "part-size",
      atMin: -840,
      kind: "config",
      summary: "nightly: parts of 512 MiB, and an upload that is cut off says so",
      service: "nightly",
      actor: "Keala, through the pipeline",
      before: "64 MiB a part",
      after: "512 MiB a part",
      url: "https://git.example.com/marrowfield/nightly/-/merge_requests/241",
      diff: `diff --git a/backup/upload.py b/backup/upload.py
index da95117..53f86cb 100644
--- a/backup/upload.py
+++ b/backup/upload.py
@@ -3,7 +3,7 @@
 from typing import BinaryIO
 
 from .store import Store, UploadCutOff, log
-PART = 64 * 1024 * 1024
+PART = 512 * 1024 * 1024
 MAX_PARTS = 1024
 
 
@@ -17,8 +17,7 @@ def upload(store: Store, source: BinaryIO, name: str) -> int:
     part = 0
     while chunk := source.read(PART):
         if part == MAX_PARTS:
-            log.info("max parts reached, finishing")
-            break
+            raise UploadCutOff(f"{name}: more than {MAX_PARTS} parts of {PART} bytes")
         part += 1
         store.put_part(name, part, chunk)
     store.finish(name)
diff --git a/backup/restore_test.py b/backup/restore_test.py
new file mode 100755
index 0000000..74d52af
--- /dev/null
+++ b/backup/restore_test.py
@@ -0,0 +1,16 @@
+"""Restores last night's dump on a machine made for it, compares row counts, throws it away."""
+
+from .machines import throwaway
+from .store import latest
+from .tables import counts
+
+
+def main() -> None:
+    dump = latest("ledger")
+    with throwaway(disk_gib=200) as database:
+        database.restore(dump)
+        wanted, found = dump.counts(), counts(database)
+    for table, rows in wanted.items():
+        if found.get(table) != rows:
+            raise SystemExit(f"{table}: {found.get(table)} of {rows} rows came back")
+    print(f"{len(wanted)} tables, all rows")
`,
      by: "keala",
      addedAtMin: 15,
      verdict: "fixed",
      why: "Restored it elsewhere and compared all 48 tables before believing it.",
    },
  ],
  nothing: [
    { atMin: 12, kind: "dependency", by: "keala", why: "The uploader is ours and had not been touched for two years; its libraries are pinned." },
    { atMin: 13, kind: "infrastructure", by: "keala", why: "Disk, network and store of the dump host read for 19 nights: nothing out of the ordinary." },
  ],
  factors: [
    {
      key: "parts",
      tag: "capacity or limit reached",
      role: "triggered",
      why: "1 024 parts of 64 MiB are 64 GiB. The ledger grew past it on an ordinary night.",
      evidence: [{ entryAtMin: -880 }, { change: "part-size", file: "backup/upload.py", line: 7 }],
      combinesWith: ["polite", "unread"],
      by: "keala",
    },
    {
      key: "polite",
      tag: "unhandled edge case",
      role: "enabled",
      why: "The uploader stopped at the limit and reported success. Every number that we watch hangs on its exit code.",
      evidence: [{ change: "part-size", file: "backup/upload.py", line: 20 }],
      by: "keala",
    },
    {
      key: "unread",
      tag: "backup or restore",
      role: "delayed_detection",
      why: "Restores were tried twice a year, with the smallest database, because it is quick.",
      evidence: [{ entryAtMin: -935 }, { entryAtMin: 44 }],
      by: "weiling",
    },
    {
      key: "replica",
      tag: "data store",
      role: "softened",
      why: "The ledger was well all that time and its replica too, so nothing was ever asked of the 19 dumps.",
      evidence: [{ entryAtMin: 14 }],
      by: "keala",
    },
  ],
  nets: [
    { net: "unit", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "With a limit of two parts it takes a second.", by: "keala" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "The same size to the byte, two nights in a row.", by: "weiling" },
    { net: "regression", wouldHaveCaught: "yes", existed: true, ran: false, gated: false, note: "A restore, twice a year, of the smallest one.", by: "keala" },
  ],
  actions: [
    {
      title: "Restore every night, compare every table, page when that did not happen",
      type: "detect",
      priority: "P0",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 7,
      finishTest: "A dump cut in half by hand pages Platform before ten in the morning.",
      trackerUrl: "https://tracker.example.com/PLAT-440",
      evidenceUrl: "https://dashboards.example.com/backups/restored",
      doneDays: 2,
      factor: "unread",
      entryAtMin: 44,
      by: "keala",
      madeDays: 0,
      held: [
        {
          incident: "route-cut-off",
          answer: "not_tested",
          note: "Backups were whole. It ran at the one hour where it hurts others, and runs at ten in the morning since.",
          by: "keala",
        },
      ],
    },
    {
      title: "Try every limit of the uploader with a limit of two",
      type: "prevent",
      priority: "P2",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 14,
      finishTest: "The old `break` put back turns four tests red.",
      evidenceUrl: "https://git.example.com/marrowfield/nightly/-/merge_requests/243",
      doneDays: 9,
      net: "unit",
      by: "keala",
      madeDays: 1,
    },
    {
      title: "Say in one place how far back each database can really go",
      type: "process",
      priority: "P3",
      status: "open",
      owner: "weiling",
      team: "depots",
      dueInDays: 33,
      finishTest: "Farid finds within a minute whether the ledger of 40 days ago could be had, and how.",
      by: "weiling",
      madeDays: 2,
    },
  ],
};
