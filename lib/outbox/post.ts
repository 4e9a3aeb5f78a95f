import { ApiProblem, api, mayRetry } from "../http/fetch";
import type { Answer, Refusal } from "./rules";

const LONGEST = 20_000;

/** Sends one thing, and says what that means for it: arrived, not now, refused. */
export async function post(path: string, body: Record<string, unknown>): Promise<Answer> {
  try {
    return { kind: "sent", row: await api<unknown>("POST", path, { body, signal: AbortSignal.timeout(LONGEST) }) };
  } catch (error) {
    // Not a problem document: given up after twenty seconds, or cut in the middle of the answer.
    if (!(error instanceof ApiProblem)) return { kind: "not_now", retryAfter: null };
    if (mayRetry(error)) return { kind: "not_now", retryAfter: error.retryAfter };
    if (error.code === "UNAUTHENTICATED") return { kind: "signed_out" };
    const refusal: Refusal = { status: error.status, message: error.message, errors: error.errors };
    return { kind: error.status >= 500 ? "broken" : "refused", refusal };
  }
}
