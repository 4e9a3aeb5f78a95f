/** What may wait for a person. */
export const INBOX_KINDS = ["call", "mention", "role", "update_due", "let_in", "action", "action_due", "held", "review", "reviewed", "thanks"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];
