/** Pages that one does not return to: they would only lead back here. */
const DOORS = /^\/(?:sign-in|sign-out|set-up|reset|invite|api)(?:[/?#]|$)/;
const NOWHERE = "http://nowhere.invalid";

/**
 * Where to go after signing in: a path of this very address, else `/`. Takes a path or a whole address; one of another host,
 * a protocol-relative one, or one with a backslash or a control character is `/`. So there is no open redirect to be had.
 */
export function returnTo(wanted: unknown, ownOrigin: string | null = null): string {
  if (typeof wanted !== "string" || wanted === "" || wanted.length > 2000) return "/";
  // Control characters: browsers drop these from addresses, so that "/\t/evil" would be "//evil"
  if (/[\u0000-\u0020\u007f\\]/.test(wanted) || !URL.canParse(wanted, NOWHERE)) return "/";
  const url = new URL(wanted, NOWHERE);
  const isPath = wanted.startsWith("/") && !wanted.startsWith("//") && url.origin === NOWHERE;
  const isOurs = ownOrigin !== null && /^https?:$/.test(url.protocol) && url.host === new URL(ownOrigin).host && !url.username && !url.password;
  if (!isPath && !isOurs) return "/";
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith("//") || DOORS.test(path) ? "/" : path;
}
