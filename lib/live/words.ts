/** How a live socket is closed: the browser acts on the number, so both sides read it here. */
export const CLOSE = {
  /** The server stops or starts anew: come back after a moment, not all at once. */
  goingAway: 1001,
  /** Messages that no page of ours sends. */
  misuse: 1008,
  /** The database cannot be reached, or too much was asked at once. */
  notNow: 1013,
  /** The session or the token ended. */
  signedOut: 4401,
  /** The reader could not keep up; it catches up by its number when it comes back. */
  slow: 4408,
} as const;

/** The person-channel: what waits for whoever is signed in. */
export const INBOX = "inbox";
