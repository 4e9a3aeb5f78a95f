import type { ExampleIncident } from "../schema";

export const queuedScans: ExampleIncident = {
  key: "queued-scans",
  title: "Stock ledger drowns in scans after the Wi-Fi at Aldermoor comes back",
  summary:
    "Handhelds queue scans while they are offline and send them again without pause until each is taken. After 40 minutes without Wi-Fi that was 11 000 scans from 80 devices, over and over. A limit at the gateway calmed it; when Brinscombe began its shift the limit starved them too and we opened it again.",
  severity: "SEV2",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "alert",
  services: ["stock", "picking", "gateway"],
  teams: ["depots", "platform"],
  declaredBy: "farid",
  declaredDaysAgo: 31,
  declaredAt: "06:12",
  startedMin: -10,
  detectedMin: -4,
  roles: [
    { role: "lead", person: "farid", atMin: 0, untilMin: 44 },
    { role: "lead", person: "amina", atMin: 44, note: "Farid goes down to the floor" },
    { role: "responder", person: "weiling", atMin: 9 },
    { role: "responder", person: "tomasz", atMin: 16 },
    { role: "responder", person: "rahel", atMin: 85 },
  ],
  calls: [
    {
      atMin: 5,
      by: "farid",
      message: "Ledger at 100 % since the Wi-Fi came back. Pickers see spinning wheels.",
      people: [
        { person: "weiling", seenAfterMin: 3, answer: "on_it", answeredAfterMin: 3 },
        { person: "tomasz", seenAfterMin: 9, answer: "on_it", answeredAfterMin: 10 },
        { person: "amina", seenAfterMin: 34, answer: "on_it", answeredAfterMin: 35 },
      ],
    },
    {
      atMin: 84,
      by: "amina",
      message: "It is back, now with Brinscombe. Rahel, are you on the floor?",
      people: [{ person: "rahel", seenAfterMin: 1, answer: "on_it", answeredAfterMin: 1 }],
    },
  ],
  entries: [
    {
      atMin: -4,
      by: { name: "Alerts" },
      kind: "alert",
      body: "**Stock ledger: CPU above 95 % for 5 minutes, write p95 11 s**",
      milestone: "detected",
      sourceUrl: "https://dashboards.example.com/ledger",
    },
    {
      atMin: 1,
      by: "farid",
      kind: "impact",
      body: "Picking crawls at all depots: 12 lines a minute each instead of 70. The shop shows stock from an hour ago.",
      starred: true,
    },
    {
      atMin: 4,
      by: "farid",
      kind: "note",
      body: "Wi-Fi at Aldermoor was out from 05:20 to 06:00, a switch in the rafters. The handhelds did what they were built for and queued.",
    },
    {
      atMin: 8,
      by: "farid",
      kind: "hypothesis",
      body: "11 000 late scans are simply a lot of work.",
      data: { state: "ruled_out", because: "Wei Ling: it is three minutes of work. The ledger has received 1.4 million requests" },
    },
    {
      atMin: 12,
      by: "farid",
      kind: "action",
      body: "Asked Aldermoor to leave half of the devices on the charger. Fewer devices, fewer retries, I hope.",
    },
    {
      atMin: 17,
      by: "weiling",
      kind: "evidence",
      body: `One device, one scan:

~~~text
06:03:11.020 POST /scans id=9f2c… 503
06:03:11.071 POST /scans id=9f2c… 503
06:03:11.122 POST /scans id=9f2c… 503
~~~

Fifty milliseconds between tries, no retry limit, no growing pause. 80 devices × 20 a second.`,
      starred: true,
    },
    {
      atMin: 18,
      by: "tomasz",
      kind: "note",
      body: "Third time that I meet this sentence: #[card-processor], #[repeated-texts], and now our own devices.",
    },
    { atMin: 19, by: "farid", kind: "status", body: "Handhelds retry without pause.", data: { to: "identified" } },
    { atMin: 22, by: "farid", kind: "note", body: "Chargers: no visible difference. A device on the charger keeps sending." },
    {
      atMin: 24,
      by: "tomasz",
      kind: "decision",
      body: "Rate limit on `/scans` at the gateway: 60 a second in all. The ledger takes 90 comfortably.",
    },
    { atMin: 28, by: { name: "Deploys" }, kind: "change", body: "gateway: `/scans` limited to 60/s" },
    {
      atMin: 37,
      by: "weiling",
      kind: "status",
      body: "Ledger CPU 40 %, writes 80 ms. Aldermoor's queue is going down.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    { atMin: 46, by: "amina", kind: "note", body: "I have lead. Farid walks the floor at Aldermoor." },
    { atMin: 60, by: "weiling", kind: "note", body: "Queue at Aldermoor 11 000 → 4 200. I would call it resolved at zero, not before." },
    {
      atMin: 82,
      by: "rahel",
      kind: "impact",
      body: "Brinscombe, shift began at 07:30: our scans are refused one in two. We were *not* offline, we are just late to the party.",
    },
    {
      atMin: 84,
      by: "amina",
      kind: "status",
      body: "Reopened. The limit is shared: Aldermoor's retries eat the 60, everyone else's scans go hungry, fail, and retry too.",
      data: { to: "investigating" },
      starred: true,
    },
    {
      atMin: 92,
      by: "tomasz",
      kind: "hypothesis",
      body: "Raise the limit to 90.",
      data: { state: "ruled_out", because: "tried at 07:43: the queue grew faster. Every refusal breeds twenty more" },
    },
    {
      atMin: 97,
      by: "weiling",
      kind: "hypothesis",
      body: "The devices obey a field `resend_after_s` in device management. It is 0. If 30 works, the storm ends at its source.",
      data: { state: "confirmed", because: "ten devices at 30 s: their requests fell by a factor of 600" },
      starred: true,
    },
    { atMin: 98, by: "amina", kind: "status", body: "Pace belongs in the device, not at the gateway.", data: { to: "identified" } },
    {
      atMin: 101,
      by: "weiling",
      kind: "action",
      body: "Pushing `resend_after_s = 30` to all 214. Farid got himself the login after the night of the certificate, so there are three of us who can.",
    },
    { atMin: 112, by: { name: "Deploys" }, kind: "change", body: "gateway: limit on `/scans` per device (2/s) instead of one for all" },
    { atMin: 118, by: "rahel", kind: "note", body: "Scans go through at the first try again at Brinscombe." },
    {
      atMin: 121,
      by: "amina",
      kind: "status",
      body: "All depots at ordinary speed, queue empty.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    {
      atMin: 190,
      by: "weiling",
      kind: "evidence",
      body: "Counted: 10 987 scans queued, 10 987 in the ledger, none twice. The scan's own id saved us; that was decided four years ago.",
    },
    { atMin: 248, by: "amina", kind: "status", body: "Two quiet hours.", data: { to: "resolved" } },
    {
      atMin: 1_700,
      by: "tomasz",
      kind: "note",
      body: "What misled me at 06:49: I watched the ledger, which was well, and not the people refused in front of it. A limit moves the pain; one has to go and look where.",
      knownLater: true,
      starred: true,
    },
  ],
};
