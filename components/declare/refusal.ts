import { isProblem, mayRetry } from "../../lib/http/fetch";

/** The fields of the sheet that a refusal may stand beside. */
export const PLACES = [
  "title",
  "severity",
  "serviceIds",
  "mode",
  "environment",
  "visibility",
  "summary",
  "startedAt",
  "detectedAt",
  "detection",
  "callFor",
] as const;
export type Place = (typeof PLACES)[number];

/** Those that stand folded away at first. */
export const FOLDED: readonly Place[] = ["mode", "environment", "visibility", "summary", "startedAt", "detectedAt", "detection"];

export interface Refusal {
  /** The sentence beside the button. */
  message: string;
  fields: Partial<Record<Place, string>>;
  /** Somebody who was called cannot see it: letting them in is a question. */
  asksToLetIn: boolean;
  /** Nothing was refused, it did not get through: the same again may help. */
  mayRetry: boolean;
  signedOut: boolean;
}

const KEPT = "What you typed is kept.";
const withKept = (message: string) => (/is kept/i.test(message) ? message : `${message} ${KEPT}`);

/** What went wrong, sorted: beside its field what has one, beside the button the rest. Null where nothing did. */
export function readRefusal(error: Error | null): Refusal | null {
  if (!error) return null;
  const problem = isProblem(error) ? error : null;
  const fields: Refusal["fields"] = {};
  const homeless: string[] = [];
  for (const { path, message } of problem?.errors ?? []) {
    const place = PLACES.find((each) => path === each || path.startsWith(`${each}.`));
    if (place) fields[place] ??= message;
    else if (message) homeless.push(message);
  }
  const beside = Object.keys(fields).length > 0;
  const signedOut = problem?.code === "UNAUTHENTICATED";
  const wait = problem?.code === "RATE_LIMITED" && problem.retryAfter ? ` Try again in ${problem.retryAfter} s.` : "";
  const message = signedOut
    ? `You are signed out. ${KEPT}`
    : beside && homeless.length === 0
      ? "Something has to be mended first: it is marked above."
      : withKept((homeless.join(" ") || problem?.message || "That did not work.") + wait);
  return {
    message,
    fields,
    asksToLetIn: problem?.errors.some((field) => field.code === "not_let_in") ?? false,
    mayRetry: !problem || mayRetry(error) || problem.code === "INTERNAL",
    signedOut,
  };
}
