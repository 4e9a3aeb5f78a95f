import type { ExampleLearned } from "./schema";

export const queuedScans: ExampleLearned = {
  changes: [
    {
      key: "switch",
      atMin: -52,
      kind: "infrastructure",
      summary: "Aldermoor: a network switch in the rafters stopped, back after 40 minutes",
      service: "picking",
      actor: "A power supply",
      before: "Wi-Fi",
      after: "none, then Wi-Fi",
      by: "farid",
      addedAtMin: 5,
      verdict: "contributed",
      why: "Ordinary in itself. Devices are built for it: they queue.",
    },
    {
      key: "sixty",
      atMin: 28,
      kind: "config",
      summary: "gateway: /scans limited to 60 a second, for all",
      service: "gateway",
      actor: "Deploys",
      before: "no limit",
      after: "60/s in all",
      by: "tomasz",
      addedAtMin: 30,
      verdict: "contributed",
      why: "It calmed the ledger and starved Brinscombe an hour later: one limit for all is eaten by whoever asks most.",
    },
    {
      key: "per-device",
      atMin: 112,
      kind: "config",
      summary: "gateway: /scans limited to 2 a second for each device",
      service: "gateway",
      actor: "Deploys",
      before: "60/s in all",
      after: "2/s a device",
      url: "https://git.example.com/marrowfield/edge-gateway/-/merge_requests/801",
      diff: `diff --git a/listeners/devices.conf b/listeners/devices.conf
index 243d022..1e94ca7 100644
--- a/listeners/devices.conf
+++ b/listeners/devices.conf
@@ -1,4 +1,5 @@
-limit_req_zone $request_uri zone=scans:1m rate=60r/s;
+# One device may be in a hurry; it may not make the others wait.
+limit_req_zone $ssl_client_s_dn zone=scans:4m rate=2r/s;
 
 server {
   listen 8443 ssl;
@@ -22,8 +23,9 @@ server {
   ssl_verify_depth 2;
 
   location /scans {
-    limit_req zone=scans;
+    limit_req zone=scans burst=20 delay=10;
     limit_req_status 429;
+    add_header Retry-After 30 always;
     proxy_pass http://picking;
   }
 }
`,
      by: "tomasz",
      addedAtMin: 114,
      verdict: "fixed",
      why: "Scans at Brinscombe went through at the first try six minutes later.",
    },
    {
      key: "resend",
      atMin: 101,
      kind: "config",
      summary: "Device management: resend_after_s 0 → 30 on all 214",
      service: "picking",
      actor: "Device management",
      before: "0",
      after: "30",
      by: "weiling",
      addedAtMin: 103,
      verdict: "fixed",
      why: "Ten devices first: a 600th of the requests. This is what ended the storm; the rest was holding an umbrella.",
    },
    {
      key: "ledger-release",
      atMin: -890,
      kind: "deploy",
      summary: "stock-ledger: counts by temperature zone",
      service: "stock",
      actor: "Deploys",
      before: "ledger-861",
      after: "ledger-862",
      by: "weiling",
      addedAtMin: 11,
      verdict: "dismissed",
      why: "Write p95 was 70 ms with it until six in the morning.",
    },
  ],
  nothing: [{ atMin: 10, kind: "flag", by: "weiling", why: "Flags of picking and ledger: none has moved for eleven days." }],
  factors: [
    {
      key: "no-pause",
      tag: "missing timeout or retry limit",
      role: "triggered",
      why: "A handheld tries again every 50 ms, without end. Eighty of them make 1 600 requests a second of one morning's scans.",
      evidence: [{ entryAtMin: 17 }, { entryAtMin: 97 }],
      combinesWith: ["wifi", "storm"],
      by: "weiling",
    },
    {
      key: "wifi",
      tag: "hardware or node loss",
      role: "enabled",
      why: "Forty minutes without Wi-Fi at one depot, and 11 000 scans that came back at once.",
      evidence: [{ entryAtMin: 4 }, { change: "switch" }],
      by: "farid",
    },
    {
      key: "storm",
      tag: "cascading retries",
      role: "worsened",
      why: "Every refusal breeds twenty more, so a higher limit made the queue longer.",
      evidence: [{ entryAtMin: 92 }],
      combinesWith: ["shared-limit"],
      by: "tomasz",
    },
    {
      key: "shared-limit",
      tag: "capacity or limit reached",
      role: "worsened",
      why: "One limit for three depots. The depot with the storm took all of it, and a depot that had done nothing went hungry.",
      evidence: [{ entryAtMin: 84 }, { change: "per-device", file: "listeners/devices.conf", line: 2 }],
      by: "amina",
    },
    {
      key: "watched",
      tag: "misleading dashboard",
      role: "delayed_detection",
      why: "The ledger's dashboard was green from 06:49. The people who were refused stood in front of it, on no graph.",
      evidence: [{ entryAtMin: 1_700 }],
      by: "tomasz",
    },
    {
      key: "scan-id",
      tag: "data store",
      role: "softened",
      why: "Each scan carries an id of its own since four years ago, so a million repeats became 10 987 rows.",
      evidence: [{ entryAtMin: 190 }],
      by: "weiling",
    },
  ],
  nets: [
    { net: "performance", wouldHaveCaught: "yes", existed: true, ran: true, gated: false, note: "With devices that were offline. It has none.", by: "weiling" },
    { net: "functional", wouldHaveCaught: "no", existed: true, ran: true, gated: true, note: "One device, offline and back: polite.", by: "weiling" },
    { net: "staging", wouldHaveCaught: "no", existed: true, ran: true, gated: true, brokeThereFirst: false, note: "One handheld, on a desk.", by: "weiling" },
    { net: "review", wouldHaveCaught: "no", existed: true, ran: true, gated: true, note: "`resend_after_s: 0` has stood there since the pilot.", by: "farid" },
    { net: "flag", wouldHaveCaught: "no", existed: false, note: "Device management stood in for one: 25 minutes to reach them all.", by: "amina" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "Refusals by depot, beside the ledger that is well.", by: "tomasz" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: true,
    note: "Three people may push to all devices. On that morning it was the way out; ten devices come first, by the tool and not by habit.",
  },
  actions: [
    {
      title: "Handhelds wait longer after each refusal, and believe `Retry-After`",
      type: "prevent",
      priority: "P1",
      status: "in_progress",
      owner: "weiling",
      team: "depots",
      dueInDays: 4,
      finishTest: "Eighty devices, offline for an hour and back: never more than 90 scans a second.",
      trackerUrl: "https://tracker.example.com/DEP-161",
      factor: "no-pause",
      by: "farid",
      madeDays: 1,
    },
    {
      title: "Show refusals by depot on the ledger's dashboard, and page at 1 in 20",
      type: "detect",
      priority: "P1",
      status: "done",
      owner: "tomasz",
      team: "platform",
      dueDays: 14,
      finishTest: "With the limit at one a second in staging, the page names the depot.",
      evidenceUrl: "https://dashboards.example.com/ledger/refused",
      doneDays: 13,
      factor: "watched",
      entryAtMin: 1_700,
      by: "tomasz",
      madeDays: 2,
      held: [{ incident: "session-eviction", answer: "not_tested", note: "Another store, another door.", by: "tomasz" }],
    },
    {
      title: "A second power supply for the switch in the rafters",
      type: "prevent",
      priority: "P3",
      status: "open",
      owner: "farid",
      team: "depots",
      dueInDays: 24,
      finishTest: "With one plug pulled, the Wi-Fi at Aldermoor stays.",
      factor: "wifi",
      by: "farid",
      madeDays: 1,
    },
    {
      title: "Load test with devices that come back together",
      type: "detect",
      priority: "P2",
      status: "open",
      dueInDays: 14,
      finishTest: "The weekly test has a morning with 11 000 queued scans in it.",
      net: "performance",
      by: "weiling",
      madeDays: 2,
    },
  ],
};
