import type { ExampleLearned } from "./schema";

export const nearMissRenewal: ExampleLearned = {
  changes: [
    {
      key: "rotated",
      atMin: -36_000,
      kind: "access",
      summary: "Fernroute: DNS token rotated on schedule",
      service: "gateway",
      actor: "Platform, by the calendar",
      before: "token of last spring",
      after: "a new one, in four places",
      by: "amina",
      addedAtMin: 14,
      verdict: "contributed",
      why: "Rotating was right. The list of who uses the token had four entries; renewal was the fifth.",
    },
    {
      key: "scoped",
      atMin: 18,
      kind: "access",
      summary: "A token for renewal alone, which may write the challenge record and nothing else",
      service: "gateway",
      actor: "Tomasz, through the pipeline",
      url: "https://git.example.com/marrowfield/edge-gateway/-/merge_requests/731",
      diff: `diff --git a/dns/tokens.tf b/dns/tokens.tf
index e6b1aed..3d2747c 100644
--- a/dns/tokens.tf
+++ b/dns/tokens.tf
@@ -12,6 +12,13 @@ resource "fernroute_token" "zone_publisher" {
   rotate_after = "180d"
 }
 
+resource "fernroute_token" "renewal" {
+  zone         = fernroute_zone.shop.id
+  records      = ["_acme-challenge"]
+  rotate_after = "180d"
+  used_by      = [renewal_job.gateway.id]
+}
+
 resource "fernroute_token" "health_checks" {
   zone    = fernroute_zone.shop.id
   records = ["gw-a", "gw-b"]
diff --git a/renewal/job.tf b/renewal/job.tf
index f89f5e1..6180cf4 100644
--- a/renewal/job.tf
+++ b/renewal/job.tf
@@ -2,6 +2,6 @@
 resource "renewal_job" "gateway" {
   names    = ["shop.example.com", "app.example.com", "drivers.example.com"]
   every    = "24h"
-  token    = var.dns_token
-  warn     = "edge-team@example.com"
+  token    = fernroute_token.renewal.secret
+  on_error = "page:platform"
 }
`,
      by: "tomasz",
      addedAtMin: 27,
      verdict: "fixed",
      why: "Staging authority first, then the real one: issued at the first try.",
    },
    {
      key: "renewed",
      atMin: 31,
      kind: "config",
      summary: "gateway: certificate renewed for 90 days, both regions reloaded",
      service: "gateway",
      actor: "Deploys",
      before: "9 hours left",
      after: "90 days left",
      by: "tomasz",
      addedAtMin: 33,
      verdict: "fixed",
      why: "Checked from outside, leaf and chain, in both regions.",
    },
  ],
  nothing: [{ atMin: 9, kind: "external", by: "tomasz", why: "The authority's status page and limits: we are at 3 of 50 for the week." }],
  factors: [
    {
      key: "token",
      tag: "secret or variable missing",
      role: "triggered",
      why: "Renewal still used the token of before. It was refused with 403 on 24 nights.",
      evidence: [{ entryAtMin: 11 }, { change: "scoped", file: "renewal/job.tf", line: 5 }],
      combinesWith: ["mailbox", "list"],
      by: "amina",
    },
    {
      key: "list",
      tag: "runbook missing or outdated",
      role: "enabled",
      why: "The list of who uses the token is kept by hand, and the fifth user was never on it.",
      evidence: [{ entryAtMin: 13 }],
      by: "amina",
    },
    {
      key: "mailbox",
      tag: "ownership unclear",
      role: "delayed_detection",
      why: "Warnings went to a team that was merged away a year ago. Its mailbox still says thank you.",
      evidence: [{ entryAtMin: 11 }],
      by: "amina",
    },
    {
      key: "padlock",
      tag: "certificate expiry",
      role: "softened",
      why: "The browser shows the date to whoever clicks. Somebody did, on the right afternoon.",
      evidence: [{ entryAtMin: 1 }, { entryAtMin: 90 }],
      by: "tomasz",
    },
  ],
  nets: [
    { net: "alert", wouldHaveCaught: "yes", existed: true, ran: true, gated: false, note: "It spoke 24 times, into a mailbox without a reader.", by: "amina" },
    {
      net: "staging",
      wouldHaveCaught: "no",
      existed: true,
      ran: true,
      gated: false,
      brokeThereFirst: false,
      note: "Its certificates are renewed by another job with another token.",
      by: "tomasz",
    },
    { net: "lint", wouldHaveCaught: "yes", existed: false, note: "A check that every secret in use has an owner on the list.", by: "amina" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: true,
    note: "Rotating a token must stay easy. A token that four places share should be four tokens.",
  },
  actions: [
    {
      title: "Ask from outside how many days every listener has left, and page at 21",
      type: "detect",
      priority: "P0",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 1,
      finishTest: "With its limit set to 95 days the check pages Platform within a minute.",
      evidenceUrl: "https://checks.example.com/certificates",
      doneDays: 0,
      factor: "token",
      entryAtMin: 58,
      by: "tomasz",
      madeDays: 0,
      held: [
        {
          incident: "pinned-intermediate",
          answer: "held",
          note: "It said 40 days or more of all of ours, and took the nearest theory off the table in a minute.",
          by: "tomasz",
        },
      ],
    },
    {
      title: "One token a user, with the user's name in it",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "amina",
      team: "platform",
      dueDays: 60,
      finishTest: "Revoking any one token in staging breaks one thing, and the thing is the one that its name says.",
      trackerUrl: "https://tracker.example.com/PLAT-370",
      evidenceUrl: "https://git.example.com/marrowfield/edge-gateway/-/merge_requests/755",
      doneDays: 58,
      factor: "list",
      by: "amina",
      madeDays: 1,
    },
    {
      title: "Close mailboxes of teams that no longer exist, or give each a reader",
      type: "process",
      priority: "P2",
      status: "in_progress",
      team: "platform",
      dueInDays: 9,
      finishTest: "Every address in our configuration belongs to a team of the directory. A script says so weekly.",
      factor: "mailbox",
      by: "amina",
      madeDays: 1,
    },
  ],
};
