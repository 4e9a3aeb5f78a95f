/** What the team writes together about an incident, and how it comes out. */

export const POSTMORTEM_STATUSES = ["draft", "in_review", "changes_requested", "approved", "published", "not_required"] as const;
export type PostmortemStatus = (typeof POSTMORTEM_STATUSES)[number];

export const POSTMORTEM_STATUS_WORDS: Record<PostmortemStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  changes_requested: "Changes asked for",
  approved: "Approved",
  published: "Published",
  not_required: "Not required",
};

export const REVIEW_STATES = ["requested", "approved", "changes_requested", "withdrawn"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_STATE_WORDS: Record<ReviewState, string> = {
  requested: "Asked",
  approved: "Approved",
  changes_requested: "Asks for changes",
  withdrawn: "Withdrawn",
};

export const EXPORT_FORMATS = ["md", "html", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
