import type { ExampleLearned } from "./schema";

export const handheldCertificate: ExampleLearned = {
  changes: [
    {
      key: "bundle",
      atMin: 63,
      kind: "config",
      summary: "gateway: renewed Devices CA 2 in the trust bundle, beside the old one",
      service: "gateway",
      actor: "Tomasz, through the pipeline",
      url: "https://git.example.com/marrowfield/edge-gateway/-/merge_requests/640",
      diff: `diff --git a/listeners/devices.conf b/listeners/devices.conf
index 59d2545..afaecbe 100644
--- a/listeners/devices.conf
+++ b/listeners/devices.conf
@@ -4,9 +4,10 @@ server {
   listen 8443 ssl;
   server_name devices.example.com;
 
-  ssl_client_certificate /etc/trust/devices-ca-2.pem;
+  # Old and renewed: same key, so every device certificate is good under both.
+  ssl_client_certificate /etc/trust/devices.pem;
   ssl_verify_client on;
-  ssl_verify_depth 1;
+  ssl_verify_depth 2;
 
   location / {
     proxy_pass http://picking;
diff --git a/trust/devices-ca-2.pem b/trust/devices.pem
similarity index 51%
rename from trust/devices-ca-2.pem
rename to trust/devices.pem
index dbd255f..3b183ed 100644
--- a/trust/devices-ca-2.pem
+++ b/trust/devices.pem
@@ -1,3 +1,8 @@
+# Marrowfield Devices CA 2, first of two. Ends tonight; devices still send it.
 -----BEGIN CERTIFICATE-----
 MIIBqDCCAU6gAwIBAgIUexampleexampleexampleexampleold0wCgYIKoZIzj0E
 -----END CERTIFICATE-----
+# Marrowfield Devices CA 2, renewed from the offline root. Good for three years.
+-----BEGIN CERTIFICATE-----
+MIIBqDCCAU6gAwIBAgIUexampleexampleexampleexamplenew0wCgYIKoZIzj0E
+-----END CERTIFICATE-----
`,
      by: "tomasz",
      addedAtMin: 65,
      verdict: "fixed",
      why: "Half of the cure. The other half had to be fetched by the devices.",
    },
    {
      key: "chain",
      atMin: 74,
      kind: "config",
      summary: "Device management: new chain file for ten handhelds, then for all 214",
      service: "picking",
      actor: "Device management",
      before: "chain-1",
      after: "chain-2",
      diff: `diff --git a/profiles/handheld.json b/profiles/handheld.json
index 3ed58a9..3428c93 100644
--- a/profiles/handheld.json
+++ b/profiles/handheld.json
@@ -6,7 +6,7 @@
   "wifi": { "ssid": "depot-floor", "band": "5" },
   "identity": {
     "certificate": "per-device",
-    "chain": "files/chain-1.p7b",
+    "chain": "files/chain-2.p7b",
     "renewBeforeDays": 60
   },
   "resend_after_s": 0
diff --git a/files/chain-1.p7b b/files/chain-1.p7b
deleted file mode 100644
index 271f5e0..0000000
Binary files a/files/chain-1.p7b and /dev/null differ
diff --git a/files/chain-2.p7b b/files/chain-2.p7b
new file mode 100644
index 0000000..f724065
Binary files /dev/null and b/files/chain-2.p7b differ
`,
      by: "weiling",
      addedAtMin: 86,
      verdict: "fixed",
      why: "Devices send their intermediate along, and the gateway prefers what it is sent. Ten of ten connected at once.",
    },
    {
      key: "wifi",
      atMin: -2_890,
      kind: "infrastructure",
      summary: "Wi-Fi controllers at Brinscombe: firmware update",
      service: "picking",
      actor: "The network supplier",
      by: "rahel",
      addedAtMin: 9,
      verdict: "dismissed",
      why: "A laptop on the same network opens the shop, and the other two depots have not had the update.",
    },
  ],
  nothing: [
    { atMin: 23, kind: "deploy", by: "tomasz", why: "Deploy list of gateway and picking: the last one was on Friday at 15:10." },
    { atMin: 26, kind: "access", by: "tomasz", why: "No device was revoked: the list of revoked certificates is empty, as it has been since spring." },
  ],
  factors: [
    {
      key: "expiry",
      tag: "certificate expiry",
      role: "triggered",
      why: "An intermediate made for three years ended at 00:00:00 UTC, and with it everything that it had signed.",
      evidence: [{ entryAtMin: 22 }, { entryAtMin: 27 }],
      combinesWith: ["unwatched", "one-login"],
      by: "tomasz",
    },
    {
      key: "unwatched",
      tag: "no alert or late",
      role: "enabled",
      why: "The expiry alert reads leaf certificates of public listeners. Certificates that sign others are on no list.",
      evidence: [{ entryAtMin: 27 }, { entryAtMin: 110 }],
      by: "amina",
    },
    {
      key: "one-login",
      tag: "knowledge in one person",
      role: "delayed_recovery",
      why: "Device management has one login, held by one person at a time. It took a call that was not heard and a second one that was.",
      evidence: [{ entryAtMin: 640 }, { entryAtMin: 40 }],
      combinesWith: ["runbook"],
      by: "farid",
    },
    {
      key: "runbook",
      tag: "runbook missing or outdated",
      role: "delayed_recovery",
      why: "The runbook ends at the gateway's bundle. That devices send their own intermediate along was found by trying.",
      evidence: [{ entryAtMin: 67 }, { entryAtMin: 71 }],
      by: "tomasz",
    },
    {
      key: "paper",
      tag: "known hazard",
      role: "softened",
      why: "Paper pick lists exist because the Wi-Fi has failed before: a third of the speed, but not zero.",
      evidence: [{ entryAtMin: 12 }],
      by: "rahel",
    },
  ],
  nets: [
    { net: "alert", wouldHaveCaught: "yes", existed: true, ran: true, gated: false, note: "It exists and looks at the wrong end of the chain.", by: "amina" },
    {
      net: "functional",
      wouldHaveCaught: "no",
      existed: true,
      ran: true,
      gated: true,
      note: "A sign-on test with a clock of today cannot see tomorrow.",
      by: "tomasz",
    },
    {
      net: "staging",
      wouldHaveCaught: "no",
      existed: true,
      brokeThereFirst: false,
      note: "Its devices hang under an intermediate of their own, two years younger.",
      by: "weiling",
    },
  ],
  access: {
    onePersonCould: false,
    onePersonShould: false,
    note: "Nobody could do this alone, and nobody could undo it alone either: the safe, the gateway and the devices are three keys. One of them had a single copy.",
  },
  actions: [
    {
      key: "watch-issuing",
      title: "Watch every certificate that signs another one",
      type: "detect",
      priority: "P0",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 14,
      finishTest: "Five rows on the board, and a test certificate with 80 days left pages within an hour.",
      trackerUrl: "https://tracker.example.com/PLAT-322",
      evidenceUrl: "https://dashboards.example.com/certificates/issuing",
      doneDays: 9,
      factor: "unwatched",
      entryAtMin: 110,
      by: "amina",
      madeDays: 1,
      held: [
        {
          incident: "near-miss-renewal",
          answer: "bypassed",
          note: "It reads certificates that sign. The public one signs nothing and hung on a mail.",
          by: "tomasz",
        },
        { incident: "pinned-intermediate", answer: "not_tested", note: "The intermediate was Brackenpay's.", by: "tomasz" },
      ],
    },
    {
      key: "three-push",
      title: "Three people can push to devices, and each has done it once",
      type: "process",
      priority: "P1",
      status: "done",
      owner: "farid",
      team: "depots",
      dueDays: 21,
      finishTest: "Farid, Wei Ling and Rahel have each pushed a harmless profile to ten devices from their own login.",
      doneDays: 20,
      factor: "one-login",
      by: "farid",
      madeDays: 1,
      held: [{ incident: "queued-scans", answer: "held", note: "Three of us could push `resend_after_s`, and one of us did, in four minutes.", by: "weiling" }],
    },
    {
      title: "Runbook: renewing an intermediate, with the devices in it",
      type: "process",
      priority: "P2",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 30,
      finishTest: "Keala, who was not there, renews a test intermediate with it and asks nobody.",
      evidenceUrl: "https://runbooks.example.com/edge-gateway/devices-ca",
      doneDays: 29,
      factor: "runbook",
      by: "tomasz",
      madeDays: 2,
    },
    {
      key: "offline-shift",
      title: "Handhelds work offline for one shift",
      description: "Pick lists are fetched at shift start and kept, scans are queued already.",
      type: "mitigate",
      priority: "P2",
      status: "in_progress",
      owner: "weiling",
      team: "depots",
      dueInDays: -12,
      finishTest: "With the devices' listener closed, ten pickers finish a list of 300 lines at Aldermoor.",
      trackerUrl: "https://tracker.example.com/DEP-118",
      waits: { days: 6, why: "Waits for firmware 5, which keeps a list of 300 lines. It is on 60 of 214 devices and reaches Aldermoor next." },
      factor: "paper",
      by: "rahel",
      madeDays: 2,
    },
  ],
};
