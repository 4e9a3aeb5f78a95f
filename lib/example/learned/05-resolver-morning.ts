import type { ExampleLearned } from "./schema";

export const resolverMorning: ExampleLearned = {
  changes: [
    {
      key: "clean-up",
      atMin: -53,
      kind: "infrastructure",
      summary: "Weekly clean-up renamed the health check of region B",
      service: "gateway",
      actor: "Clean-up job",
      before: "hc-gw-b-old",
      after: "gateway-b",
      diff: `diff --git a/jobs/tidy_names.py b/jobs/tidy_names.py
index 6a9f3a3..93beca0 100644
--- a/jobs/tidy_names.py
+++ b/jobs/tidy_names.py
@@ -22,7 +22,7 @@ def wanted_name(check: HealthCheck) -> str:
     return f"{check.service}-{check.region}".lower()
 
 
-def tidy(zone: Zone, dry_run: bool = True) -> list[Rename]:
+def tidy(zone: Zone, dry_run: bool = False) -> list[Rename]:
     renames = []
     for check in zone.health_checks():
         name = wanted_name(check)
@@ -33,5 +33,7 @@ def tidy(zone: Zone, dry_run: bool = False) -> list[Rename]:
             continue
         renames.append(Rename(check.name, name))
         if not dry_run:
-            zone.rename(check, name)
+            # The API cannot rename: make the new one, then remove the old.
+            zone.create(check.with_name(name))
+            zone.delete(check)
     return renames
`,
      url: "https://git.example.com/marrowfield/edge-gateway/-/merge_requests/688",
      by: "keala",
      addedAtMin: 25,
      verdict: "contributed",
      why: "Records point at a check by its id, and a check that was made anew has another one. The record for B lost its target, and the zone went out without it.",
    },
    {
      key: "record",
      atMin: 28,
      kind: "config",
      summary: "Fernroute: record of region B put back by hand, TTL 60",
      service: "gateway",
      actor: "Tomasz, at Fernroute's console",
      before: "gw-b: no address",
      after: "gw-b: 203.0.113.21",
      by: "tomasz",
      addedAtMin: 29,
      verdict: "fixed",
      why: "Both providers took it within two minutes, though our chart would not say so for half an hour.",
    },
    {
      key: "rate-limit",
      atMin: -640,
      kind: "config",
      summary: "gateway: rate limit for sign-in attempts by address",
      service: "gateway",
      actor: "Deploys",
      before: "30 a minute",
      after: "20 a minute",
      by: "tomasz",
      addedAtMin: 12,
      verdict: "dismissed",
      why: "No 429 to those ranges; their requests never arrived at all.",
    },
  ],
  nothing: [
    {
      atMin: 16,
      kind: "deploy",
      by: "tomasz",
      why: "Nothing of gateway or shop has been released since Thursday. Asked the deploy list and the images that run.",
    },
  ],
  factors: [
    {
      key: "renamed",
      tag: "network or DNS",
      role: "triggered",
      why: "The record of one region lost its health check, and the zone was published without the region. Where the name led depended on which resolver one asked.",
      evidence: [{ entryAtMin: 20 }, { change: "clean-up", file: "jobs/tidy_names.py", line: 38 }],
      combinesWith: ["dry-run", "own-resolver"],
      by: "keala",
    },
    {
      key: "dry-run",
      tag: "build or deploy pipeline",
      role: "enabled",
      why: "The clean-up job runs on the live zone with nothing between it and the world: no plan to read, no zone to try it on.",
      evidence: [{ change: "clean-up", file: "jobs/tidy_names.py", line: 25 }, { entryAtMin: 24 }],
      combinesWith: ["alone"],
      by: "keala",
    },
    {
      key: "own-resolver",
      tag: "misleading dashboard",
      role: "delayed_detection",
      why: "All synthetic checks ask one resolver, which is ours and had kept the old answer. Everything was green for 47 minutes.",
      evidence: [{ entryAtMin: 3 }, { entryAtMin: 216 }],
      combinesWith: ["average"],
      by: "amina",
    },
    {
      key: "average",
      tag: "misleading dashboard",
      role: "delayed_recovery",
      why: "The chart that we watched averages over half an hour, so we waited for what had already happened.",
      evidence: [{ entryAtMin: 31 }],
      by: "keala",
    },
    {
      key: "alone",
      tag: "access wider than needed",
      role: "enabled",
      why: "The job's token may write every record of the zone. To rename a check it needs one.",
      evidence: [{ entryAtMin: 24 }],
      by: "amina",
    },
  ],
  nets: [
    { net: "integration", wouldHaveCaught: "yes", existed: false, note: "A zone of our own to try the job on, with two regions in it.", by: "keala" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "Seven lines that read as a rename.", by: "amina" },
    { net: "staging", wouldHaveCaught: "no", existed: false, note: "Staging has one region.", by: "tomasz" },
    {
      net: "alert",
      wouldHaveCaught: "yes",
      existed: true,
      ran: true,
      gated: false,
      note: "It ran every minute and asked the one resolver that was well.",
      by: "amina",
    },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: false,
    note: "One merged change, and one job a week, could unpublish a region. Publishing a zone wants a plan that a second person has read.",
  },
  actions: [
    {
      key: "customers-resolvers",
      title: "Synthetic checks ask the resolvers that customers ask",
      type: "detect",
      priority: "P1",
      status: "done",
      owner: "keala",
      team: "platform",
      dueDays: 21,
      finishTest: "A test name that exists at our own resolver alone is red within three minutes.",
      trackerUrl: "https://tracker.example.com/PLAT-341",
      evidenceUrl: "https://checks.example.com/resolvers",
      doneDays: 17,
      factor: "own-resolver",
      entryAtMin: 216,
      by: "amina",
      madeDays: 1,
      held: [{ incident: "near-miss-renewal", answer: "not_tested", note: "Names led where they lead. It was the certificate behind them.", by: "amina" }],
    },
    {
      key: "zones-planned",
      title: "Zones are planned, read by a second person, and then published",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "amina",
      team: "platform",
      dueDays: 30,
      finishTest: "A merge request that removes the last address of a name is refused by the pipeline, with the name in the message.",
      evidenceUrl: "https://git.example.com/marrowfield/edge-gateway/-/merge_requests/702",
      doneDays: 34,
      factor: "dry-run",
      by: "amina",
      madeDays: 1,
    },
    {
      title: "Charts of sessions show minutes, and say so on the axis",
      type: "detect",
      priority: "P3",
      status: "open",
      team: "platform",
      dueInDays: 26,
      finishTest: "On the replay of that morning the curve turns up within two minutes of 05:02.",
      factor: "average",
      by: "keala",
      madeDays: 1,
    },
    {
      title: "A second DNS supplier beside Fernroute",
      type: "prevent",
      priority: "P3",
      status: "wont_do",
      reason: "We would have published the same hole twice, only faster. The plan that is read by two is what answers this one.",
      owner: "tomasz",
      team: "platform",
      finishTest: "With Fernroute's servers unreachable the shop's name still resolves.",
      factor: "renamed",
      by: "tomasz",
      madeDays: 1,
    },
  ],
};
