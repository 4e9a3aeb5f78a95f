import type { ExampleIncident } from "../schema";

export const nearMissRenewal: ExampleIncident = {
  key: "near-miss-renewal",
  title: "The gateway's certificate had nine hours left and its renewal had stopped 24 days ago",
  summary:
    "Nobody was hurt. The public certificate would have expired at 23:45. Renewal had stopped when a DNS token was rotated; its warnings went to the mailbox of a team that no longer exists. Someone saw the date while debugging something else.",
  severity: null,
  mode: "near_miss",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["gateway"],
  teams: ["platform"],
  declaredBy: "tomasz",
  declaredDaysAgo: 212,
  declaredAt: "14:05",
  detectedMin: -7,
  roles: [
    { role: "lead", person: "tomasz", atMin: 0 },
    { role: "responder", person: "amina", atMin: 10 },
  ],
  calls: [],
  entries: [
    {
      atMin: -7,
      by: "tomasz",
      kind: "note",
      body: "I was reading headers for an unrelated ticket and the browser's padlock said *valid until tonight*.",
      milestone: "detected",
    },
    {
      atMin: 1,
      by: "tomasz",
      kind: "evidence",
      body: `~~~text
$ openssl s_client -connect shop.example.com:443 </dev/null 2>/dev/null | openssl x509 -noout -enddate | cut -c 10-
notAfter (today) 23:45:10 GMT
~~~

Nine hours and forty minutes. The shop, both apps and the driver app hang on this one.`,
      starred: true,
    },
    {
      atMin: 2,
      by: "tomasz",
      kind: "impact",
      body: "None yet. At 23:45 it would have been everything, at a quarter to midnight, with the night shift just starting. I remember #[handheld-certificate] and would rather not have its sister.",
    },
    {
      atMin: 6,
      by: "tomasz",
      kind: "hypothesis",
      body: "The certificate authority limits us.",
      data: { state: "ruled_out", because: "we never get that far, the DNS challenge is refused by Fernroute with 403" },
    },
    {
      atMin: 11,
      by: "amina",
      kind: "evidence",
      body: `Renewal job, every night for 24 nights:

~~~text
acme: challenge dns-01: PUT /zones/shop/records: 403 token revoked
acme: will retry in 24h (attempt 24)
mail: sent warning to edge-team@example.com
~~~

*edge-team* was merged into Platform a year ago. The mailbox still accepts mail and nobody reads it.`,
      starred: true,
    },
    {
      atMin: 13,
      by: "amina",
      kind: "note",
      body: "The token was rotated on schedule 25 days ago, and well, one day before the renewal window opened. The list of who uses it had four entries; renewal was the fifth.",
    },
    { atMin: 14, by: "amina", kind: "status", body: "Renewal uses the old DNS token.", data: { to: "identified" } },
    {
      atMin: 18,
      by: "tomasz",
      kind: "action",
      body: "New token, scoped to the challenge record only. Running renewal by hand against the staging authority first.",
    },
    { atMin: 27, by: "tomasz", kind: "note", body: "Staging authority: issued. Now the real one." },
    {
      atMin: 31,
      by: { name: "Deploys" },
      kind: "change",
      body: "gateway: certificate renewed, 90 days, both regions reloaded without dropping a connection",
    },
    {
      atMin: 33,
      by: "tomasz",
      kind: "status",
      body: "New certificate served by both regions, checked from outside.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    {
      atMin: 58,
      by: "tomasz",
      kind: "decision",
      body: "An external check asks *how many days are left* of whatever the listener really serves, leaf **and** chain, and pages Platform at 21. It does not care how renewal works, so it cannot break along with it.",
      starred: true,
    },
    { atMin: 90, by: "amina", kind: "note", body: "Where we got lucky: a padlock was clicked on the right afternoon." },
    {
      atMin: 96,
      by: "tomasz",
      kind: "status",
      body: "Check is live; set its limit to 95 days for a minute and it paged me in 40 s.",
      data: { to: "resolved" },
    },
  ],
};
