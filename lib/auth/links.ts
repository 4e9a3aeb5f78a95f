import { db, fromDatabase } from "../db";
import { hashSecret } from "../ids";

/** What a link opens to whoever holds it: rows read by the hash of its secret, and by nothing else. */

export type LinkState = "open" | "used" | "expired" | "revoked" | "unknown";

const stateOf = (row: { usedAt: Date | null; revokedAt?: Date | null; expiresAt: Date }): LinkState =>
  row.usedAt ? "used" : row.revokedAt ? "revoked" : row.expiresAt <= new Date() ? "expired" : "open";

const isSecret = (secret: string) => /^[\w-]{20,200}$/.test(secret);

export interface OpenedInvitation {
  id: string;
  email: string;
  role: string;
  teamIds: string[];
  teams: string[];
  invitedBy: string | null;
}

/** The row is there only while the link is open: a spent one tells nothing but that it is spent. */
export async function openInvitation(secret: string): Promise<{ state: LinkState; row: OpenedInvitation | null }> {
  if (!isSecret(secret)) return { state: "unknown", row: null };
  try {
    const { reader } = db();
    const found = await reader.invitation.findUnique({ where: { tokenHash: hashSecret(secret) } });
    if (!found) return { state: "unknown", row: null };
    const state = stateOf({ ...found, usedAt: found.acceptedAt });
    if (state !== "open") return { state, row: null };
    const teams = await reader.team.findMany({ where: { id: { in: found.teamIds } }, select: { name: true }, orderBy: { name: "asc" } });
    const by = await reader.person.findUnique({ where: { id: found.invitedBy }, select: { name: true } });
    const { id, email, role, teamIds } = found;
    return { state, row: { id, email, role, teamIds, teams: teams.map((team) => team.name), invitedBy: by?.name ?? null } };
  } catch (error) {
    throw fromDatabase(error);
  }
}

export interface OpenedReset {
  id: string;
  personId: string;
  email: string;
  name: string;
}

export async function openReset(secret: string): Promise<{ state: LinkState; row: OpenedReset | null }> {
  if (!isSecret(secret)) return { state: "unknown", row: null };
  try {
    const found = await db().reader.passwordReset.findUnique({
      where: { tokenHash: hashSecret(secret) },
      include: { person: { select: { email: true, name: true, disabledAt: true } } },
    });
    if (!found || found.person.disabledAt) return { state: "unknown", row: null };
    const state = stateOf(found);
    const { id, personId, person } = found;
    return { state, row: state === "open" ? { id, personId, email: person.email, name: person.name } : null };
  } catch (error) {
    throw fromDatabase(error);
  }
}

/** Someone who may have a new password by mail; null for an address that nobody here has. */
export async function findByEmail(email: string): Promise<{ id: string; name: string; email: string } | null> {
  const row = await db().reader.person.findUnique({ where: { email }, select: { id: true, name: true, email: true, passwordHash: true, disabledAt: true } });
  // Who never had a password gets their first one by a link from an admin, not by a stranger's question.
  return row && !row.disabledAt && row.passwordHash !== null ? { id: row.id, name: row.name, email: row.email } : null;
}

/** Said kindly, and to whoever stands before a spent link; `what` begins with a capital. */
export const LINK_WORDS: Record<Exclude<LinkState, "open">, (what: string) => string> = {
  used: (what) => `${what} was used already.`,
  expired: (what) => `${what} has run out.`,
  revoked: (what) => `${what} was withdrawn.`,
  unknown: (what) => `${what} is not known here. Perhaps a part of it is missing?`,
};
