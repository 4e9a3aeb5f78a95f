import type { EventType } from "../events/schema";

/** What happened, as one reads it after a name: "Ada Lovelace *made an API token*". A type without words is told by its own. */
const WORDS: Partial<Record<EventType, string>> = {
  "incident.declared": "declared an incident",
  "incident.updated": "changed an incident",
  "incident.derived": "updated from the timeline",
  "incident.merged": "merged an incident",
  "incident.visibility_changed": "changed who sees an incident",
  "incident.person_let_in": "let someone in",
  "incident.next_update_set": "set the next update",
  "timeline.added": "wrote in the timeline",
  "timeline.edited": "edited an entry",
  "timeline.deleted": "deleted an entry",
  "timeline.redacted": "redacted an entry",
  "attachment.added": "added a picture",
  "role.taken": "gave a role",
  "role.ended": "ended a role",
  "call.made": "called for help",
  "call.told": "was told of a call",
  "call.seen": "saw a call",
  "call.answered": "answered a call",
  "postmortem.started": "began a post-mortem",
  "postmortem.review_requested": "asked for a review",
  "postmortem.review_withdrawn": "took back a review",
  "postmortem.approved": "approved a post-mortem",
  "postmortem.changes_requested": "asked for changes in a post-mortem",
  "postmortem.published": "published a post-mortem",
  "postmortem.not_required": "said that no post-mortem is required",
  "postmortem.restored": "restored a version of a post-mortem",
  "postmortem.redacted": "redacted a post-mortem",
  "inbox.done": "finished an inbox item",
  "service.created": "added a service",
  "service.updated": "changed a service",
  "service.archived": "archived a service",
  "team.created": "made a team",
  "team.updated": "changed a team",
  "team.deleted": "deleted a team",
  "person.joined": "came in",
  "person.updated": "changed a profile",
  "person.disabled": "closed an account",
  "person.role_changed": "changed someone’s role",
  "invitation.made": "invited someone",
  "invitation.revoked": "withdrew an invitation",
  "invitation.updated": "changed an invitation",
  "reset.asked": "asked for a new password",
  "reset.done": "set a new password by link",
  "token.made": "made an API token",
  "token.updated": "renamed an API token",
  "token.revoked": "revoked an API token",
  "session.started": "signed in",
  "session.ended": "ended a session",
  "hint.kept": "kept a wording that was asked about",
  "hint.dropped": "took back that a wording was kept",
  "settings.updated": "changed a setting",
  "example.loaded": "loaded the example history",
};

export const eventWords = (type: string): string => WORDS[type as EventType] ?? type.replace(/[._]/g, " ");

/** Who did what is told of nobody: they had not signed in, or it is done in nobody's name. */
export const nobody = (type: string): string => (type.startsWith("hint.") ? "Someone" : "Someone not signed in");

/** The types that can be looked for, by noun. */
export const typesOf = (noun: string): string[] => Object.keys(WORDS).filter((type) => type.startsWith(`${noun}.`));

/** The nouns under which types are filtered together. */
export const EVENT_NOUNS: Record<string, string> = {
  incident: "Incidents",
  timeline: "Timelines",
  attachment: "Pictures",
  role: "Roles in incidents",
  call: "Calls for help",
  service: "Services",
  team: "Teams",
  person: "People",
  invitation: "Invitations",
  session: "Sessions",
  token: "API tokens",
  reset: "New passwords",
  hint: "Kept wordings",
  settings: "Settings",
};

const FIELDS: Record<string, string> = {
  personId: "who",
  teamId: "team",
  teamIds: "teams",
  serviceId: "service",
  serviceIds: "services",
  tokenId: "token",
  invitationId: "invitation",
  fields: "what",
};
/** Ids of things that have no name are for machines, in the API and the CSV. */
const isMute = (value: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value);

/** "who Ada Lovelace · from member · to admin": an event's details for people. */
export function eventDetails({ data, names }: { data: Record<string, unknown>; names: Record<string, string> }): string {
  return Object.entries(data)
    .flatMap(([field, value]) => {
      const words = [value].flat().flatMap((one) => (names[String(one)] ? names[String(one)]! : isMute(String(one)) ? [] : String(one)));
      return words.length ? [`${FIELDS[field] ?? field} ${words.join(", ")}`] : [];
    })
    .join(" · ");
}
