import type { ErrorCode, FieldError } from "../errors";
import { ApiProblem } from "../http/fetch";

/** Sends a door's form; answers the address to go to. Throws ApiProblem as every form does. */
export async function sendDoor(action: string, values: Record<string, string>): Promise<string> {
  let response: Response;
  try {
    response = await fetch(action, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(values) });
  } catch {
    throw new ApiProblem("OFFLINE", 0, { detail: "No connection to Candor right now. What you typed is kept." });
  }
  const told = (await response.json().catch(() => ({}))) as { url?: string; code?: ErrorCode; detail?: string; errors?: FieldError[] };
  if (response.ok && told.url) return told.url;
  const wait = Number(response.headers.get("retry-after"));
  throw new ApiProblem(told.code ?? "INTERNAL", response.status, told, wait > 0 ? wait : null);
}
