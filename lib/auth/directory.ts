import { db } from "../db";
import type { Person } from "../people/schema";
import type { AppRole } from "../people/words";

/**
 * Names for the ids that rows hold. Who works here is no secret to anyone signed in, so this asks for no Ctx;
 * mail addresses are, so they are not in it.
 */
export async function peopleById(ids: readonly string[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db().reader.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true, avatarUrl: true, role: true } });
  return new Map(rows.map((row) => [row.id, { ...row, role: row.role as AppRole }]));
}

/** A person whose row is gone is still named in what they wrote. */
export const someone = (id: string): Person => ({ id, name: "Someone who left", avatarUrl: null, role: "viewer" });
