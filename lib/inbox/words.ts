/** What may wait for a person. */
export const INBOX_KINDS = ["call", "mention", "role", "update_due", "let_in"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];
