import type { ExampleIncident } from "../schema";

export const exportLink: ExampleIncident = {
  key: "export-link",
  title: "Delivery export can be read by anyone who has its link",
  summary:
    "Private while we wrote to the people concerned. A nightly export with names, addresses and gate codes lay behind an unguessable link that never expired and asked nobody to sign in. The link had been pasted into a supplier's ticket. The logs show 14 downloads from the supplier's network and none from elsewhere.",
  severity: "SEV1",
  mode: "incident",
  environment: "production",
  visibility: "private",
  detection: "third_party",
  services: ["routes", "identity"],
  teams: ["platform", "delivery"],
  declaredBy: "amina",
  declaredDaysAgo: 104,
  declaredAt: "08:50",
  startedMin: -15_840,
  detectedMin: -22,
  roles: [
    { role: "lead", person: "amina", atMin: 0 },
    { role: "responder", person: "pita", atMin: 6 },
    { role: "responder", person: "tomasz", atMin: 11 },
    { role: "comms", person: "bronagh", atMin: 70 },
    { role: "observer", person: "ngozi", atMin: 75, note: "Data protection" },
  ],
  calls: [
    {
      atMin: 2,
      by: "amina",
      message: "Private, please keep it in this room. I need whoever knows the route export.",
      people: [
        { person: "pita", seenAfterMin: 3, answer: "on_it", answeredAfterMin: 3 },
        { person: "tomasz", seenAfterMin: 8, answer: "on_it", answeredAfterMin: 8 },
      ],
    },
  ],
  entries: [
    {
      atMin: -15_840,
      recordedAtMin: 52,
      by: "tomasz",
      kind: "impact",
      body: "First download with the link from outside our network, eleven days ago. Before that only our own.",
      milestone: "impact_started",
      knownLater: true,
    },
    {
      atMin: -22,
      by: { name: "Supplier's security desk" },
      kind: "alert",
      body: "“One of our engineers opened a link in ticket 4471 and it shows your customers' addresses. We think you would want to know.” We did. They have been a pleasure.",
      milestone: "detected",
    },
    {
      atMin: 3,
      by: "amina",
      kind: "impact",
      body: "One night's stops: about 6 200 households with name, address, slot and *instructions to the driver*, which for some people is a gate code.",
      starred: true,
    },
    {
      atMin: 5,
      by: "amina",
      kind: "decision",
      body: "Close the bucket's public prefix first, read logs second. If a report breaks somewhere, we will hear of it.",
    },
    { atMin: 9, by: { name: "Cloud console" }, kind: "change", body: "`exports/shared/*`: public read removed" },
    {
      atMin: 10,
      by: "amina",
      kind: "status",
      body: "Link answers 403 from outside, checked from a phone.",
      data: { to: "mitigated", mitigation: "config_change" },
    },
    {
      atMin: 16,
      by: "pita",
      kind: "note",
      body: "I can say why it exists: the map supplier needed a sample with awkward addresses, three years ago, and a link was what worked that day. It made sense then. Nothing has ever asked us to look at it again.",
    },
    {
      atMin: 24,
      by: "tomasz",
      kind: "hypothesis",
      body: "More exports lie under the same prefix.",
      data: { state: "confirmed", because: "41 files; 38 hold only postcodes and counts, 3 hold addresses" },
    },
    {
      atMin: 50,
      by: "tomasz",
      kind: "evidence",
      body: `All reads of the three files, 90 days:

~~~text
 network                 | reads | first        | last
-------------------------+-------+--------------+--------------
 ours (route planner)    |   270 | 90 days ago  | last night
 supplier, office range  |    14 | 11 days ago  | this morning
 anything else           |     0 |              |
~~~

Storage logs go back 90 days, so of the time before I can only say that I do not know.`,
      starred: true,
    },
    {
      atMin: 58,
      by: "amina",
      kind: "hypothesis",
      body: "The link got into a search engine.",
      data: { state: "ruled_out", because: "no crawler in the logs, and the name has 22 random characters" },
    },
    {
      atMin: 80,
      by: "ngozi",
      kind: "decision",
      body: "We report it to the regulator within the 72 hours and write to the 6 200, plainly, today. The odds are in our favour; the addresses are not ours to bet with.",
      starred: true,
    },
    {
      atMin: 145,
      by: "bronagh",
      kind: "comms",
      body: "Letter agreed: what, since when, who read it, that the supplier has deleted it in writing, and how to change a gate code with us in two taps.",
    },
    {
      atMin: 171,
      by: "pita",
      kind: "action",
      body: "Driver instructions that look like codes are blanked in all exports from tonight. Planning never needed them.",
    },
    { atMin: 330, by: "bronagh", kind: "comms", body: "6 204 letters out. Care is doubled until tomorrow evening." },
    {
      atMin: 410,
      by: "tomasz",
      kind: "change",
      body: "Policy on the whole account: no object can be public. An exception is a pull request with an end date and two names.",
    },
    {
      atMin: 1_590,
      by: "amina",
      kind: "note",
      body: "On access: one person with the route planner's role could make such a link and no second pair of eyes was asked for. That is the role, not the person.",
      starred: true,
      knownLater: true,
    },
    {
      atMin: 1_620,
      by: "amina",
      kind: "status",
      body: "Deletion confirmed in writing, letters out, regulator answered. This room stays private.",
      data: { to: "resolved" },
    },
  ],
};
