import { env } from "../env";
import { forbidden } from "../errors";

/** The origin under which people reach this server: NEXTAUTH_URL where set, else what the request names. */
function ownHosts(request: Request): Set<string> {
  const hosts = new Set<string>();
  const host = request.headers.get("host");
  if (host) hosts.add(host);
  const { NEXTAUTH_URL } = env();
  if (NEXTAUTH_URL) hosts.add(new URL(NEXTAUTH_URL).host);
  const forwarded = request.headers.get("x-forwarded-host");
  if (forwarded && env().CANDOR_TRUST_PROXY) hosts.add(forwarded.split(",")[0]!.trim());
  return hosts;
}

/** Refuses a write that another site's page sends with the reader's cookie. A token is no cookie: no page can send it unasked. */
export function assertSameOrigin(request: Request): void {
  if (request.headers.get("authorization") || !request.headers.get("cookie")) return;
  assertFromHere(request);
}

/** The same without a cookie: for the doors, where another site could sign its reader in as someone else. */
export function assertFromHere(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const refuse = () => forbidden("This request came from another site.");
  if (site && site !== "same-origin" && site !== "none") throw refuse();
  if (origin && (!URL.canParse(origin) || !ownHosts(request).has(new URL(origin).host))) throw refuse();
}
