/**
 * Next answers paths that it cannot decode with a page of its own; below the API they must come out as a problem document. So they get
 * an address that the API knows as unknown.
 */
export const UNDECODABLE = "/api/v1/undecodable";

/** What the router shall see for the target of a request line. */
export function routable(target: string): string {
  const path = pathOf(target);
  return isDecodable(path) || !/^\/+api\/+v1(\/|$)/i.test(path) ? target : UNDECODABLE;
}

function pathOf(target: string): string {
  // A proxy's form: GET http://host/path.
  const start = target.startsWith("/") ? 0 : target.indexOf("/", target.indexOf("://") + 3);
  const end = target.search(/[?#]/);
  return target.slice(Math.max(0, start), end === -1 ? undefined : end);
}

function isDecodable(path: string): boolean {
  try {
    return !/[\0-\x1f\x7f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
