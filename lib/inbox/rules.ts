import type { IncidentRole } from "../incidents/words";
import { paths } from "../paths";
import type { ReviewState } from "../postmortems/words";
import type { InboxItem } from "./schema";
import type { InboxKind } from "./words";

interface About {
  kind: InboxKind;
  /** The name of who caused it; null where only a time has come. */
  from: string | null;
  ref: string;
  role: IncidentRole | null;
  /** `ACT-7`, where it is about an action item. */
  actionRef: string | null;
  /** What a reader of a draft says of it. */
  said: ReviewState | null;
}

const GIVEN: Record<IncidentRole, string> = {
  lead: "made you the incident lead of",
  comms: "gave you the communications of",
  scribe: "made you the scribe of",
  facilitator: "made you the facilitator of",
  responder: "made you a responder of",
  observer: "made you an observer of",
};

/** What an item says, in one sentence. */
export function titleOf({ kind, from, ref, role, actionRef, said }: About): string {
  const who = from ?? "Someone";
  switch (kind) {
    case "call":
      return `${who} asks for your help with ${ref}`;
    case "mention":
      return `${who} mentioned you in ${ref}`;
    case "role":
      return `${who} ${role ? GIVEN[role] : "gave you a role in"} ${ref}`;
    case "update_due":
      return `The next update on ${ref} is due`;
    case "let_in":
      return `${who} let you in to ${ref}`;
    case "action":
      return `${who} asks you to look after ${actionRef ?? "an action item"}`;
    case "action_due":
      return `${actionRef ?? "An action item"} asks how it goes`;
    case "held":
      return `${ref} is over: did what was done before hold?`;
    case "review":
      return from ? `${from} asks you to read the post-mortem of ${ref}` : `The post-mortem of ${ref} still waits for you to read it`;
    case "reviewed":
      if (said === "changes_requested") return `${who} asks for changes in the post-mortem of ${ref}`;
      return `${who} ${said === "approved" ? "approved" : "has read"} the post-mortem of ${ref}`;
    case "thanks":
      return `${who} published the post-mortem of ${ref}. Thank you for writing it.`;
  }
}

/** The very place that an item is about, in the app. */
export function urlOf(ref: string, at: { kind?: InboxKind; entryId: string | null; callId: string | null; actionRef?: string | null }): string {
  if (at.actionRef) return paths.action(at.actionRef);
  if (at.kind === "held") return paths.held(ref);
  if (at.kind === "review" || at.kind === "reviewed") return paths.draft(ref);
  if (at.kind === "thanks") return paths.postmortem(ref);
  if (at.callId) return paths.call(ref, at.callId);
  return at.entryId ? paths.entry(ref, at.entryId) : paths.incident(ref);
}

/** Who is on it already, as a call says it: "Nobody is on it yet", "Bo is on it", "Bo and 2 others are on it". */
export function onItWords(names: readonly string[]): string {
  const [first, ...rest] = names;
  if (!first) return "Nobody is on it yet";
  return rest.length === 0 ? `${first} is on it` : `${first} and ${rest.length === 1 ? rest[0] : `${rest.length} others`} are on it`;
}

/** Plain enough for one line: the first line with words in it, without Markdown's marks of block and emphasis. */
export function firstLine(markdown: string, most = 200): string {
  const line =
    markdown
      .split("\n")
      .map((text) => text.replace(/^[\s>#*+-]+|[`*]+/g, "").trim())
      .find(Boolean) ?? "";
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : line;
}

/** The mail that goes with an item of the inbox. */
export function inboxMailText(item: InboxItem, url: string): { subject: string; text: string } {
  const lines = [item.title, item.incidentTitle, ...(item.excerpt ? ["", `> ${item.excerpt}`] : []), "", url];
  return { subject: `${item.incidentRef}: ${subjectOf(item)}`, text: `${lines.join("\n")}\n` };
}

const subjectOf = ({ kind, from, title }: InboxItem) =>
  kind === "mention" ? `${from?.name ?? "Someone"} mentioned you` : kind === "update_due" ? "the next update is due" : title;
