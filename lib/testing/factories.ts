import { db } from "../db";
import { hashSecret, newId, newSecret } from "../ids";
import type { AppRole, TeamRole, TokenScope } from "../people/words";

/** Rows that a test begins with. Each has names of its own, so that tests do not meet. */

let made = 0;
/** Unique among the workers of a run and its tests, and short enough to be read in a failure. */
export const unique = (word: string) => `${word} ${(++made).toString(36)}${newId().slice(-6)}`;

export interface TestPerson {
  id: string;
  name: string;
  email: string;
  role: AppRole;
}

/** Of a word that nobody knows, quickly verified. */
const SOME_PASSWORD = "$argon2id$v=19$m=64,t=1,p=1$l1qYqGsRJl3Z8fyPW9naYw$gTyBGUyZz8Twai4KZyUr4KoM4KiC5E+5iuyuV4SXZb8";

interface PersonOf {
  role?: AppRole;
  name?: string;
  email?: string;
  zone?: string;
  disabledAt?: Date;
  /** Without one they cannot sign in, and no mail is sent to them. */
  passwordHash?: null;
}

export async function makePerson(of: PersonOf = {}): Promise<TestPerson> {
  const name = of.name ?? unique("Ada");
  const row = await db().writer.person.create({
    data: {
      name,
      email: of.email ?? `${name.toLowerCase().replace(/[^a-z0-9]+/g, ".")}.${++made}@example.org`,
      role: of.role ?? "member",
      zone: of.zone ?? null,
      disabledAt: of.disabledAt ?? null,
      passwordHash: of.passwordHash === null ? null : SOME_PASSWORD,
    },
    select: { id: true, name: true, email: true, role: true },
  });
  return { ...row, role: row.role as AppRole };
}

export async function makeTeam(
  of: { name?: string; description?: string; members?: { person: { id: string }; role?: TeamRole }[] } = {},
): Promise<{ id: string; name: string }> {
  return db().writer.team.create({
    data: {
      name: of.name ?? unique("Payments"),
      description: of.description ?? "",
      members: { create: (of.members ?? []).map(({ person, role }) => ({ personId: person.id, role: role ?? "member" })) },
    },
    select: { id: true, name: true },
  });
}

export async function makeService(
  of: { name?: string; teamId?: string; tier?: number; dependsOn?: string[]; archivedAt?: Date } = {},
): Promise<{ id: string; name: string }> {
  return db().writer.service.create({
    data: {
      name: of.name ?? unique("Checkout"),
      teamId: of.teamId ?? null,
      tier: of.tier ?? null,
      archivedAt: of.archivedAt ?? null,
      dependsOn: { create: (of.dependsOn ?? []).map((dependsOnId) => ({ dependsOnId })) },
    },
    select: { id: true, name: true },
  });
}

const DAY = 24 * 60 * 60 * 1000;

/** A personal token, as it is shown once. */
export async function makeToken(person: { id: string }, of: { scope?: TokenScope; expiresAt?: Date | null; revokedAt?: Date | null } = {}): Promise<string> {
  const token = newSecret();
  const { scope = "write", expiresAt = null, revokedAt = null } = of;
  await db().writer.apiToken.create({
    data: { personId: person.id, name: unique("token"), scope, expiresAt, revokedAt, tokenHash: hashSecret(token), hint: token.slice(-4) },
  });
  return token;
}

/** A session's cookie header, as a browser sends it. */
export async function makeSession(person: { id: string }, of: { endedAt?: Date; expiresAt?: Date } = {}): Promise<string> {
  const secret = newSecret();
  await db().writer.session.create({
    data: { personId: person.id, tokenHash: hashSecret(secret), expiresAt: of.expiresAt ?? new Date(Date.now() + DAY), endedAt: of.endedAt ?? null },
  });
  return `next-auth.session-token=${secret}`;
}

/** The events of a type that were recorded since a moment, newest last. */
export const eventsOf = (type: string, data: Record<string, string>) =>
  db().reader.event.findMany({
    where: { type, AND: Object.entries(data).map(([key, value]) => ({ data: { path: [key], equals: value } })) },
    orderBy: { id: "asc" },
    select: { type: true, data: true, actorId: true, incidentId: true, seq: true },
  });
