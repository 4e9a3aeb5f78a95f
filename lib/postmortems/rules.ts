import type { PostmortemStatus, ReviewState } from "./words";

/**
 * How a post-mortem stands: `status` tells of its draft, `publishedVersion` of what is out. After publishing the status is `published`
 * until someone asks for a review of what comes next; typing alone changes neither.
 */

/** What people do with it. */
export const ACTS = ["ask", "withdraw", "answer", "publish", "restore", "not_required", "begin"] as const;
export type Act = (typeof ACTS)[number];

interface Standing {
  status: PostmortemStatus;
  publishedVersion: number | null;
}

/** Why an act is refused as it stands, in one sentence; null where it may go on. */
export function refusedAct(act: Act, { status, publishedVersion }: Standing): string | null {
  if (act === "begin") return status === "not_required" ? null : "It was begun already.";
  if (status === "not_required" && act !== "not_required") return "It was said that none is required. Begin it first.";
  if (act === "not_required" && publishedVersion !== null) return "A version is published, and stays readable.";
  if (act === "restore" && publishedVersion === null) return "No version was published yet.";
  return null;
}

/** The status that follows from what its readers said of this draft: one who asks for changes weighs more than one who has yet to read. */
export function statusOf(states: readonly ReviewState[], publishedVersion: number | null): PostmortemStatus {
  if (states.includes("changes_requested")) return "changes_requested";
  if (states.includes("requested")) return "in_review";
  if (states.includes("approved")) return "approved";
  return publishedVersion === null ? "draft" : "published";
}

export interface Reader {
  personId: string;
  state: ReviewState;
  teamId: string | null;
  askedById: string | null;
}

/** One of a team answers for it: whose requests through the same team need no answer any more. */
export const answeredFor = (readers: readonly Reader[], personId: string): string[] => {
  const team = readers.find((reader) => reader.personId === personId)?.teamId;
  if (!team) return [];
  return readers.filter((reader) => reader.teamId === team && reader.state === "requested" && reader.personId !== personId).map((reader) => reader.personId);
};

/** After so long, one who was asked and has not answered is reminded, once. */
export const REMIND_AFTER_DAYS = 3;

/** "Ada", "Ada and Bo", "Ada, Bo and 2 others". */
export function namesOf(people: readonly { name: string }[], most = 3): string {
  const names = people.map(({ name }) => name);
  if (names.length <= 1) return names[0] ?? "Nobody";
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1);
  const rest = names.length - shown.length;
  return `${shown.join(", ")} and ${rest === 1 ? names.at(-1) : `${rest} others`}`;
}
