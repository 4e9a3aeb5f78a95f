/** What every page tells a browser about itself. Nothing comes from another host, no page is framed, and no script runs without this answer's nonce. */

/** `dev`: React's development build evaluates code to tell where an error came from. */
export function contentSecurityPolicy(nonce: string, host: string | null, dev = false): string {
  // Older Safari does not count WebSockets of the same host as 'self'.
  const sockets = host && /^[\w.[\]:-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The page's own path, told by server/guard.ts: where signing in leads back to. */
export const PATH_HEADER = "x-candor-path";

/** For every answer, the API's and the files' too: set by server/guard.ts. */
export const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
} as const;
