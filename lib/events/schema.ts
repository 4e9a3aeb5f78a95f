/** Everything that can have happened, in the past tense. Data hold ids and names of fields, never text. */
export const EVENT_TYPES = [
  "incident.declared",
  "incident.updated",
  "incident.derived",
  "incident.merged",
  "incident.visibility_changed",
  "incident.person_let_in",
  "incident.next_update_set",
  "timeline.added",
  "timeline.edited",
  "timeline.deleted",
  "timeline.redacted",
  "attachment.added",
  "role.taken",
  "role.ended",
  "call.made",
  "call.told",
  "call.seen",
  "call.answered",
  "call.unreached",
  "change.recorded",
  "change.updated",
  "change.added",
  "change.judged",
  "change.removed",
  "factor.added",
  "factor.updated",
  "factor.removed",
  "factor_tag.added",
  "factor_tag.updated",
  "factor_tag.removed",
  "net.answered",
  "action.added",
  "action.updated",
  "action.removed",
  "action.asked",
  "action.held",
  "postmortem.started",
  "postmortem.review_requested",
  "postmortem.review_withdrawn",
  "postmortem.approved",
  "postmortem.changes_requested",
  "postmortem.published",
  "postmortem.not_required",
  "postmortem.restored",
  "postmortem.redacted",
  "hint.kept",
  "hint.dropped",
  "inbox.told",
  "inbox.done",
  "service.created",
  "service.updated",
  "service.archived",
  "team.created",
  "team.updated",
  "team.deleted",
  "person.joined",
  "person.updated",
  "person.disabled",
  "person.role_changed",
  "invitation.made",
  "invitation.revoked",
  "invitation.updated",
  "reset.asked",
  "reset.done",
  "token.made",
  "token.updated",
  "token.revoked",
  "session.started",
  "session.ended",
  "settings.updated",
  "example.loaded",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What `record()` takes: ids and names of fields only. */
export interface NewEvent {
  type: EventType;
  data?: Record<string, string | number | boolean | null | string[]>;
}

/** What goes out after the commit. */
export interface Committed {
  incidentId: string | null;
  seq: number | null;
  type: EventType;
  data: NonNullable<NewEvent["data"]>;
}
