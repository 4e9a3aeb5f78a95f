import type { ExampleIncident } from "../schema";

export const pinnedIntermediate: ExampleIncident = {
  key: "pinned-intermediate",
  title: "Drivers cannot take cards at the door: “Secure connection not possible”",
  summary:
    "The driver app accepts Brackenpay only under one pinned intermediate certificate. Brackenpay moved to a new one, announced in a mail to a mailbox that we share with three suppliers. 74 customers paid later; the pin list turned out to be remote configuration.",
  severity: "SEV3",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["driver", "payments"],
  teams: ["delivery", "orders"],
  declaredBy: "yusuf",
  declaredDaysAgo: 52,
  declaredAt: "07:44",
  startedMin: -43,
  detectedMin: -14,
  roles: [
    { role: "lead", person: "yusuf", atMin: 0 },
    { role: "responder", person: "lucia", atMin: 10 },
    { role: "responder", person: "tomasz", atMin: 21 },
    { role: "comms", person: "anneke", atMin: 8, note: "Speaks with the drivers" },
  ],
  calls: [
    {
      atMin: 2,
      by: "yusuf",
      message: "Card terminals refuse at the door, all depots. Payments, please.",
      people: [
        { person: "lucia", seenAfterMin: 6, answer: "on_it", answeredAfterMin: 7 },
        { person: "pita", seenAfterMin: 90, answer: null },
      ],
    },
  ],
  entries: [
    {
      atMin: -14,
      by: { name: "Drivers' phone" },
      kind: "alert",
      body: "Van 23, Brinscombe: *the card thing says secure connection not possible, the lady is very nice about it, what do I do?*",
      milestone: "detected",
    },
    {
      atMin: 1,
      by: "yusuf",
      kind: "impact",
      body: "Nobody has been able to pay by card at the door since about seven. Eleven vans have rung. Goods are being handed over, I have said yes to that.",
      starred: true,
    },
    {
      atMin: 4,
      by: "yusuf",
      kind: "severity",
      body: "There are 70 vans out and it is money. If unsure, the higher.",
      data: { to: "SEV2" },
    },
    {
      atMin: 7,
      by: "yusuf",
      kind: "hypothesis",
      body: "Mobile network; drivers near Brinscombe lose it in the valley.",
      data: { state: "ruled_out", because: "Colney Reach is flat, in a city, and has it too" },
    },
    {
      atMin: 12,
      by: "yusuf",
      kind: "hypothesis",
      body: "The same as #[handheld-certificate], it is the same sentence on the screen. One of our own certificates ran out overnight.",
      data: { state: "ruled_out", because: "all of ours have 40 days or more, by the check that came out of #[near-miss-renewal]" },
    },
    {
      atMin: 17,
      by: "anneke",
      kind: "comms",
      body: "To all drivers: *Hand over the shopping, note the order, say that we will send a link. You are doing it right.*",
    },
    { atMin: 20, by: "lucia", kind: "note", body: "Brackenpay's desk: *nothing is down here*. They are right, other merchants pay." },
    {
      atMin: 24,
      by: "tomasz",
      kind: "evidence",
      body: `What the terminal endpoint shows today, and what the app insists on:

~~~text
served : CN=terminal.brackenpay.example.com ← CN=Brackenpay Issuing CA G3
pinned : sha256/…q7Yk=                      = CN=Brackenpay Issuing CA G2
~~~

Perfectly good certificate. Not the one we promised ourselves.`,
      starred: true,
    },
    {
      atMin: 26,
      by: "yusuf",
      kind: "status",
      body: "The app pins intermediate G2, Brackenpay has served G3 since 07:00.",
      data: { to: "identified" },
    },
    {
      atMin: 29,
      by: "lucia",
      kind: "note",
      body: "Found their announcement: 31 days ago, to `suppliers@`. It has 1 400 unread mails; it is nobody's to read.",
    },
    {
      atMin: 33,
      by: "yusuf",
      kind: "hypothesis",
      body: "Pins are compiled in, so we need an app release and the store's review: a day at least.",
      data: { state: "ruled_out", because: "Anneke remembers moving them to remote configuration in the rewrite, and she is right" },
    },
    {
      atMin: 39,
      by: { name: "Remote configuration" },
      kind: "change",
      body: "`pins.terminal`: [G2] → [G2, G3], app reads it at the next stop",
    },
    {
      atMin: 43,
      by: "anneke",
      kind: "note",
      body: "Configuration is fetched at each stop, so it will take until the next doorbell. Not telling drivers to restart anything.",
    },
    { atMin: 48, by: "anneke", kind: "note", body: "Van 23 took a card just now. Then van 40." },
    {
      atMin: 60,
      by: "yusuf",
      kind: "status",
      body: "28 cards in ten minutes, none refused.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    { atMin: 95, by: "lucia", kind: "action", body: "Payment links to the 74 who got their shopping without paying." },
    {
      atMin: 140,
      by: "yusuf",
      kind: "decision",
      body: "We pin the processor's *root* and not its intermediate, and a daily check opens the endpoint with exactly the app's rules from outside.",
      starred: true,
    },
    { atMin: 160, by: "lucia", kind: "evidence", body: "63 of the 74 have paid already, without a reminder." },
    { atMin: 165, by: "yusuf", kind: "status", body: "Morning round done.", data: { to: "resolved" } },
  ],
};
