import type { ExampleIncident } from "../schema";

export const oldMapTiles: ExampleIncident = {
  key: "old-map-tiles",
  title: "The driver app leads vans to a bridge that is closed",
  summary:
    "The offline maps in the driver app went back to a tile set of last year after an update of Wayleaf's library. Drivers have a pinned set for now; the real fix waits for the stores.",
  severity: "SEV3",
  mode: "incident",
  environment: "production",
  visibility: "organisation",
  detection: "teammate_noticed",
  services: ["driver", "routes"],
  teams: ["delivery"],
  declaredBy: "anneke",
  declaredDaysAgo: 2,
  declaredAt: "07:20",
  startedMin: -55,
  detectedMin: -12,
  roles: [
    { role: "lead", person: "anneke", atMin: 0, untilMin: 310 },
    { role: "lead", person: "pita", atMin: 310, note: "Watches the store release" },
    { role: "responder", person: "yusuf", atMin: 18 },
  ],
  calls: [
    {
      atMin: 5,
      by: "anneke",
      message: "Maps in the driver app are wrong around Colney Reach. Does anyone know the new map library?",
      people: [
        { person: "yusuf", seenAfterMin: 11, answer: "on_it", answeredAfterMin: 12 },
        { person: "pita", seenAfterMin: 30, answer: "on_it", answeredAfterMin: 31 },
      ],
    },
  ],
  entries: [
    {
      atMin: -12,
      by: { name: "Drivers' phone" },
      kind: "alert",
      body: "Van 71: *I am in front of the mill bridge. It has been shut for a year, the app says straight on.*",
      milestone: "detected",
    },
    {
      atMin: 2,
      by: "anneke",
      kind: "impact",
      body: "Six vans from Colney Reach have turned round at the bridge, 12 to 20 minutes each. The drivers who know the place drive by heart; the new ones cannot.",
      starred: true,
    },
    {
      atMin: 9,
      by: "anneke",
      kind: "hypothesis",
      body: "The route planner plans over the bridge.",
      data: { state: "ruled_out", because: "its plan goes round by the station; only the *drawing* on the phone goes over" },
    },
    {
      atMin: 20,
      by: "yusuf",
      kind: "hypothesis",
      body: "Phones that were offline overnight and did not fetch the new tiles.",
      data: { state: "ruled_out", because: "fresh phone, fresh install, same bridge" },
    },
    {
      atMin: 26,
      by: "anneke",
      kind: "note",
      body: "Release 8.14.0 went out yesterday evening. 3 % of phones had it at six, 60 % by seven: the depot Wi-Fi updates them all on the charger.",
    },
    {
      atMin: 34,
      by: "yusuf",
      kind: "evidence",
      body: `~~~diff
- wayleaf-offline 5.8.2   tiles: region "colney", set 2611
+ wayleaf-offline 6.0.0   tiles: region "colney", set "stable"
~~~

In 6.0 a set is named by a word, and \`stable\` is a year old: it is what they ship to people who do not say which one they want. We did not say.`,
      starred: true,
    },
    { atMin: 36, by: "anneke", kind: "status", body: "The new library asks for the old tile set.", data: { to: "identified" } },
    {
      atMin: 40,
      by: "anneke",
      kind: "comms",
      body: "To all drivers at Colney Reach: *Mill bridge is closed whatever the phone says. Follow the signs to the station.* Printed too, and taped to the steering wheels.",
    },
    {
      atMin: 58,
      by: "pita",
      kind: "decision",
      body: "No forced update in the middle of a round: a phone that restarts with 30 crates behind it is worse than a bridge. Tile set by remote configuration at the next depot stop, release tonight.",
    },
    { atMin: 96, by: { name: "Remote configuration" }, kind: "change", body: "`maps.set`: stable → 2611" },
    {
      atMin: 180,
      by: "pita",
      kind: "evidence",
      body: "Phones with set 2611: 41 of 94. The rest are on the road and take it when they come in.",
    },
    {
      atMin: 295,
      by: "anneke",
      kind: "status",
      body: "All vans of the noon round show the station way. No more turning round.",
      data: { to: "mitigated", mitigation: "config_change" },
      starred: true,
    },
    {
      atMin: 305,
      by: "yusuf",
      kind: "change",
      body: "driver-app 8.14.1 handed in to both stores: set named explicitly, and a test that opens the map at eleven places that we know to have changed.",
    },
    {
      atMin: 312,
      by: "pita",
      kind: "note",
      body: "Stays *mitigated* until both stores have let it through and nine of ten phones have it. Until then a phone that loses its configuration goes back to the bridge.",
    },
    { atMin: 560, by: "pita", kind: "note", body: "One store approved. 38 % of phones." },
  ],
};
