/** What may wait for a person. */
export const INBOX_KINDS = ["call", "mention", "role", "update_due", "let_in"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export const INBOX_KIND_WORDS: Record<InboxKind, string> = {
  call: "Call for help",
  mention: "Mention",
  role: "Role",
  update_due: "Update due",
  let_in: "Let in",
};
