import type { ExampleIncident } from "../schema";

export const handheldCertificate: ExampleIncident = {
  key: "handheld-certificate",
  title: "Handhelds at all three depots have refused to connect since midnight",
  summary:
    "At 00:00 UTC the intermediate certificate under which the handhelds' client certificates were issued ran out. The night shift picked from paper for two and a half hours until a new intermediate was in the gateway's bundle and the devices had fetched it.",
  severity: "SEV1",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["picking", "gateway"],
  teams: ["depots", "platform"],
  declaredBy: "rahel",
  declaredDaysAgo: 318,
  declaredAt: "00:09",
  startedMin: -9,
  detectedMin: -7,
  roles: [
    { role: "lead", person: "rahel", atMin: 0, untilMin: 26, note: "From the floor at Brinscombe" },
    { role: "lead", person: "amina", atMin: 26 },
    { role: "responder", person: "tomasz", atMin: 19 },
    { role: "responder", person: "weiling", atMin: 38 },
    { role: "scribe", person: "rahel", atMin: 26 },
  ],
  calls: [
    {
      atMin: 1,
      by: "rahel",
      message: "No handheld signs on, at any depot. 61 pickers standing still. Who can see the gateway?",
      people: [
        { person: "amina", seenAfterMin: 14, answer: "on_it", answeredAfterMin: 15 },
        { person: "tomasz", seenAfterMin: 16, answer: "on_it", answeredAfterMin: 17 },
        { person: "keala", answer: null },
      ],
    },
    {
      atMin: 34,
      by: "amina",
      message: "We need the device management login; it lives with Depots.",
      people: [
        { person: "farid", answer: null },
        { person: "weiling", seenAfterMin: 3, answer: "on_it", answeredAfterMin: 3 },
      ],
    },
  ],
  entries: [
    {
      atMin: -7,
      by: "rahel",
      kind: "note",
      body: "Mine says *Secure connection not possible*. So do all the ones on the charging wall, so it is not the battery swap.",
      precision: "approximate",
      milestone: "detected",
      recordedAtMin: 2,
    },
    {
      atMin: 3,
      by: "rahel",
      kind: "impact",
      body: "Aldermoor and Colney Reach say the same on the radio. 61 pickers, about 2 300 lines for the 06:00 vans. We have until roughly 03:30 before the vans are late.",
      starred: true,
    },
    {
      atMin: 7,
      by: "rahel",
      kind: "hypothesis",
      body: "Wi-Fi controllers restarted? They were due an update this week.",
      data: { state: "ruled_out", because: "a laptop on the same network opens the shop without trouble" },
    },
    {
      atMin: 12,
      by: "rahel",
      kind: "action",
      body: "Printing the pick lists from the office PC. Slow, maybe a third of the usual speed, but it is something.",
    },
    {
      atMin: 16,
      by: "rahel",
      kind: "note",
      body: "For whoever joins: no deploy tonight that I can see, no change to devices. It simply stopped, everywhere at once, on the hour.",
    },
    {
      atMin: 22,
      by: "tomasz",
      kind: "evidence",
      body: `Gateway, mutual-TLS listener for handhelds:

~~~text
00:00:01 tls: client didn't provide a valid chain: x509: certificate has expired or is not yet valid (CN=Marrowfield Devices CA 2)
00:00:01 tls: client didn't provide a valid chain: x509: certificate has expired or is not yet valid (CN=Marrowfield Devices CA 2)
00:00:02 last message repeated 58 times
~~~

It begins at exactly midnight UTC.`,
      starred: true,
      sourceUrl: "https://logs.example.com/gateway?listener=devices",
    },
    {
      atMin: 25,
      by: "tomasz",
      kind: "hypothesis",
      body: "The devices' own certificates expired.",
      data: { state: "ruled_out", because: "the one I opened is good for another 14 months; it is the one *above* it that ran out" },
    },
    {
      atMin: 27,
      by: "amina",
      kind: "hypothesis",
      body: "The intermediate, *Devices CA 2*, expired at midnight. It was made for three years and nothing watches it: our expiry alert reads leaf certificates on public listeners only.",
      data: { state: "confirmed", because: "notAfter is 00:00:00 today" },
    },
    { atMin: 28, by: "amina", kind: "status", body: "Intermediate certificate expired.", data: { to: "identified" } },
    {
      atMin: 31,
      by: "amina",
      kind: "decision",
      body: "Two ways: (a) issue a new intermediate with the **same key**, so that every device certificate stays valid; (b) let the listener accept expired chains for tonight. We take (a). (b) is a door that somebody has to remember to close.",
      starred: true,
    },
    {
      atMin: 36,
      by: "amina",
      kind: "note",
      body: "Farid does not answer, that is fine, it is a quarter to one at night. Trying Wei Ling.",
    },
    { atMin: 40, by: "weiling", kind: "note", body: "I am in device management. Awake enough. Tell me what to push and to which group." },
    {
      atMin: 52,
      by: "tomasz",
      kind: "action",
      body: "New intermediate signed from the offline root. The offline root was where the runbook says it is, in the safe at Aldermoor; the shift lead there read me the passphrase envelope number. That part of the plan worked as written.",
    },
    {
      atMin: 63,
      by: "tomasz",
      kind: "change",
      body: "gateway: device trust bundle now holds both *Devices CA 2* (old) and *Devices CA 2* (renewed).",
    },
    { atMin: 67, by: "rahel", kind: "note", body: "Still refused on mine." },
    {
      atMin: 71,
      by: "tomasz",
      kind: "hypothesis",
      body: "Devices send the *old* intermediate along in their chain and the gateway prefers what it is sent.",
      data: { state: "confirmed", because: "with the new chain file pushed to one device it connects at once" },
    },
    {
      atMin: 74,
      by: "weiling",
      kind: "action",
      body: "Pushing the new chain file to ten devices at Brinscombe first, over the guest Wi-Fi, because device management hangs off the other listener. Luckily.",
    },
    { atMin: 83, by: "rahel", kind: "note", body: "Ten of ten work! There was a small cheer." },
    { atMin: 85, by: "weiling", kind: "action", body: "Pushing to all 214." },
    {
      atMin: 100,
      by: "rahel",
      kind: "comms",
      body: "To the shift leads of Aldermoor and Colney Reach: devices come back by themselves over the next half hour. Do *not* factory-reset them, that would cost the certificate too.",
    },
    {
      atMin: 110,
      by: "tomasz",
      kind: "note",
      body: "While we wait: I have listed every certificate that signs another one. Five. Two more of them end within a year. Neither is watched either.",
      starred: true,
    },
    {
      atMin: 118,
      by: "weiling",
      kind: "note",
      body: "171 of 214. The rest are in drawers with flat batteries, they will take it when they wake.",
    },
    { atMin: 134, by: "weiling", kind: "note", body: "190." },
    {
      atMin: 141,
      by: "rahel",
      kind: "status",
      body: "All three floors are picking on handhelds again.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    {
      atMin: 205,
      by: "rahel",
      kind: "impact",
      body: "The 06:00 vans will leave 40 minutes late at Colney Reach, on time at the other two. Pita has the list for the customers' texts.",
    },
    {
      atMin: 350,
      by: "amina",
      kind: "status",
      body: "Vans are out. 206 devices have the new chain, the last 8 are tagged with orange tape. Going to sleep.",
      data: { to: "resolved" },
    },
    {
      atMin: 640,
      by: "farid",
      kind: "note",
      body: "I slept through the call: my phone was on *do not disturb* and nobody else at Depots has the device management login. It is one person deep. Wei Ling only had it because I was on leave last month.",
      knownLater: true,
      starred: true,
    },
  ],
};
