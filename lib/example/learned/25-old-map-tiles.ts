import type { ExampleLearned } from "./schema";

export const oldMapTiles: ExampleLearned = {
  changes: [
    {
      key: "wayleaf-six",
      atMin: -890,
      kind: "dependency",
      summary: "driver-app 8.14.0: wayleaf-offline 5.8.2 → 6.0.0",
      service: "driver",
      actor: "Deploys",
      before: "8.13.2",
      after: "8.14.0",
      url: "https://git.example.com/marrowfield/driver-app/-/merge_requests/541",
      diff: `diff --git a/package.json b/package.json
index 0ac08f8..3acba15 100644
--- a/package.json
+++ b/package.json
@@ -23,7 +23,7 @@
     "queue-store": "1.6.0",
     "signature-pad": "4.2.0",
     "terminal-sdk": "3.4.1",
-    "wayleaf-offline": "5.8.2"
+    "wayleaf-offline": "6.0.0"
   },
   "devDependencies": {
     "device-farm": "2.9.0",
diff --git a/src/maps/offline.ts b/src/maps/offline.ts
index a126d8c..8770656 100644
--- a/src/maps/offline.ts
+++ b/src/maps/offline.ts
@@ -1,9 +1,7 @@
 import type { Depot } from "../depots";
-import { OfflineMap } from "wayleaf-offline";
-
-/** Raised by hand, once a month. */
-const SET = 2611;
+import { openMap } from "wayleaf-offline";
+import { remote } from "../remote";
 
 export async function depotMap(depot: Depot) {
-  return new OfflineMap({ region: depot.region, set: SET, storage: "device" });
+  return openMap({ region: depot.region, storage: "device", ...remote.get("maps") });
 }
diff --git a/assets/colney-preview.png b/assets/colney-preview.png
index 12acc9c..474b1f8 100644
Binary files a/assets/colney-preview.png and b/assets/colney-preview.png differ
`,
      by: "yusuf",
      addedAtMin: 36,
      verdict: "contributed",
      why: "The set was a number in our code and is a word in the configuration, where nobody had written one. So it is `stable`, a year old.",
    },
    {
      key: "set-2611",
      atMin: 96,
      kind: "config",
      summary: "maps.set: stable → 2611, fetched at the next depot stop",
      service: "driver",
      actor: "Remote configuration",
      before: "stable",
      after: "2611",
      by: "pita",
      addedAtMin: 98,
      verdict: "fixed",
      why: "Mitigated by it, and only for phones that keep their configuration. The release is what mends it.",
    },
    {
      key: "stations",
      atMin: -2_160,
      kind: "config",
      summary: "routes: Colney Reach goes round by the station",
      service: "routes",
      actor: "Anneke, in the planner",
      before: "mill bridge closed",
      after: "mill bridge closed, station preferred",
      by: "anneke",
      addedAtMin: 10,
      verdict: "dismissed",
      why: "The plan is right. It is the drawing that is not.",
    },
    {
      key: "os-update",
      atMin: -1_500,
      kind: "external",
      summary: "Phones: security update of the month, on a third of them",
      service: "driver",
      actor: "Device management",
      by: "yusuf",
      addedAtMin: 23,
      verdict: "suspect",
      why: "A fresh phone without it shows the bridge as well, so hardly. Not ruled out yet for the phones that lose their configuration.",
    },
  ],
  nothing: [{ atMin: 15, kind: "infrastructure", by: "anneke", why: "Wayleaf's tile servers answer as ever, both sets; asked their desk and our own log." }],
  factors: [
    {
      key: "word",
      tag: "dependency upgrade",
      role: "triggered",
      why: "In version 6 a set is named by a word from the configuration. We named none, and their own choice stood in for it without a sound.",
      evidence: [{ entryAtMin: 34 }, { change: "wayleaf-six", file: "src/maps/offline.ts", line: 6 }],
      combinesWith: ["no-places", "overnight"],
      by: "yusuf",
    },
    {
      key: "no-places",
      tag: "test gap",
      role: "enabled",
      why: "The map test looks whether there is a map. A year-old one passes.",
      evidence: [{ entryAtMin: 305 }],
      by: "yusuf",
    },
    {
      key: "overnight",
      tag: "build or deploy pipeline",
      role: "worsened",
      why: "Depot Wi-Fi updates all phones on the charger: 3 % at six and 60 % an hour later, with vans about to leave.",
      evidence: [{ entryAtMin: 26 }],
      by: "anneke",
    },
  ],
  nets: [
    {
      net: "functional",
      wouldHaveCaught: "yes",
      existed: true,
      ran: true,
      gated: true,
      note: "With eleven places that we know to have changed. Handed in with 8.14.1.",
      by: "yusuf",
    },
    {
      net: "review",
      wouldHaveCaught: "unsure",
      existed: true,
      ran: true,
      gated: true,
      note: "The library's notes name the change on their third page.",
      by: "yusuf",
    },
    {
      net: "staging",
      wouldHaveCaught: "unsure",
      existed: true,
      ran: true,
      gated: false,
      brokeThereFirst: true,
      note: "The test phones had the bridge too. Nobody drives there.",
      by: "anneke",
    },
  ],
  actions: [
    {
      title: "8.14.1 in both stores and on nine of ten phones",
      type: "repair",
      priority: "P1",
      status: "in_progress",
      owner: "pita",
      team: "delivery",
      dueInDays: 1,
      finishTest: "Device management counts 85 of 94 phones with 8.14.1, and a phone without configuration goes round by the station.",
      trackerUrl: "https://tracker.example.com/DEL-455",
      factor: "word",
      by: "pita",
      madeDays: 0,
    },
    {
      title: "Phones update after the round and not before it",
      type: "prevent",
      priority: "P2",
      status: "open",
      owner: "anneke",
      team: "delivery",
      dueInDays: 13,
      finishTest: "A release of six in the evening is on no phone at seven in the morning that did not have it at six.",
      factor: "overnight",
      by: "anneke",
      madeDays: 1,
    },
  ],
};
