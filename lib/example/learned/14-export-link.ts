import type { ExampleLearned } from "./schema";

export const exportLink: ExampleLearned = {
  changes: [
    {
      key: "public-off",
      atMin: 9,
      kind: "access",
      summary: "exports/shared/*: public read removed",
      service: "routes",
      actor: "Cloud console",
      before: "anyone with the link",
      after: "signed in, role planner",
      by: "amina",
      addedAtMin: 12,
      verdict: "fixed",
      why: "403 from outside, checked from a phone. Two reports broke and told us so within the hour.",
    },
    {
      key: "account-policy",
      atMin: 410,
      kind: "access",
      summary: "Policy on the whole account: no object can be public",
      service: "routes",
      actor: "Tomasz, through the pipeline",
      url: "https://git.example.com/marrowfield/cloud/-/merge_requests/118",
      diff: `diff --git a/account/storage.tf b/account/storage.tf
index f0c3950..feeaeda 100644
--- a/account/storage.tf
+++ b/account/storage.tf
@@ -1,11 +1,13 @@
+resource "cloud_storage_account_policy" "private" {
+  block_public_objects = true
+  block_public_lists   = true
+
+  # An exception is a merge request with an end date and two names.
+  exceptions = []
+}
+
 resource "cloud_bucket" "exports" {
   name      = "marrowfield-exports"
   region    = "eu-west"
   retention = "35d"
 }
-
-resource "cloud_bucket_rule" "exports_shared" {
-  bucket = cloud_bucket.exports.name
-  prefix = "shared/"
-  read   = "public"
-}
diff --git a/account/sample-for-maps.tf b/account/sample-for-maps.tf
deleted file mode 100644
index ac86667..0000000
--- a/account/sample-for-maps.tf
+++ /dev/null
@@ -1,5 +0,0 @@
-# Wayleaf needs awkward addresses to try their map on. Until the end of the month.
-resource "cloud_bucket_object_link" "stops" {
-  bucket = cloud_bucket.exports.name
-  object = "shared/stops-\${var.link_suffix}.csv"
-}
`,
      by: "tomasz",
      addedAtMin: 415,
      verdict: "fixed",
      why: "Closes every other door of this kind that we have not found yet.",
    },
    {
      key: "gate-codes",
      atMin: -475_200,
      kind: "deploy",
      summary: "routes: driver instructions join the nightly export",
      service: "routes",
      actor: "Deploys",
      before: "routes-940",
      after: "routes-941",
      by: "pita",
      addedAtMin: 175,
      verdict: "contributed",
      why: "The link was two years older than the column. It was made for addresses, and gate codes moved in with them.",
    },
  ],
  nothing: [{ atMin: 21, kind: "deploy", by: "pita", why: "No release of the route planner for twelve days; the export has run unchanged since the column." }],
  factors: [
    {
      key: "for-ever",
      tag: "permissions",
      role: "triggered",
      why: "A link that asks nobody to sign in and has no end. It was meant for one afternoon, three years ago.",
      evidence: [{ entryAtMin: 16 }, { change: "account-policy", file: "account/storage.tf", line: 2 }],
      combinesWith: ["wide-role", "codes"],
      by: "pita",
    },
    {
      key: "wide-role",
      tag: "access wider than needed",
      role: "enabled",
      why: "The planner's role could make such a link, and nothing asked for a second pair of eyes.",
      evidence: [{ entryAtMin: 1_590 }],
      by: "amina",
    },
    {
      key: "codes",
      tag: "new usage pattern",
      role: "worsened",
      why: "The export outgrew what the link was for: from streets to gate codes, without anybody looking at who reads it.",
      evidence: [{ change: "gate-codes" }, { entryAtMin: 171 }],
      by: "pita",
    },
    {
      key: "logs",
      tag: "backup or restore",
      role: "delayed_recovery",
      why: "Storage logs reach back 90 days. Of the time before we can only write that we do not know.",
      evidence: [{ entryAtMin: 50 }],
      by: "tomasz",
    },
  ],
  nets: [
    { net: "lint", wouldHaveCaught: "yes", existed: false, note: "A rule over the cloud's own configuration: nothing with `read = public`.", by: "tomasz" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: false, gated: false, note: "It was made at the console, past any review.", by: "amina" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "A read of an export from outside of our network.", by: "tomasz" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: false,
    note: "Whoever held the planner's role could publish a file by themselves. The role may no longer; two names and an end date may.",
  },
  actions: [
    {
      key: "nothing-public",
      title: "Nothing in the account can be public",
      type: "prevent",
      priority: "P0",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 1,
      finishTest: "Making an object public is refused, also for an administrator.",
      evidenceUrl: "https://git.example.com/marrowfield/cloud/-/merge_requests/118",
      doneDays: 0,
      factor: "for-ever",
      by: "amina",
      madeDays: 0,
    },
    {
      key: "logs-two-years",
      title: "Keep the storage logs of exports for two years",
      type: "detect",
      priority: "P1",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 14,
      finishTest: "A read of today can be found in the archive, and the archive's retention says 730 days.",
      doneDays: 10,
      factor: "logs",
      by: "tomasz",
      madeDays: 1,
    },
    {
      key: "export-readers",
      title: "Each export names its readers and asks once a quarter whether they still read",
      type: "process",
      priority: "P2",
      status: "in_progress",
      owner: "pita",
      team: "delivery",
      dueInDays: 15,
      finishTest: "41 exports with a reader, or gone. The question has been asked once and answered.",
      factor: "codes",
      by: "ngozi",
      madeDays: 2,
    },
  ],
};
