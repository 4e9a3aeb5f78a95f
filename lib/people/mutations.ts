import { read } from "../auth/access";
import { guess } from "../auth/attempts";
import { type Change, change, expectVersion } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { hashPassword, verifyPassword } from "../auth/password";
import { isUniqueViolation } from "../db";
import { forbidden, invalid, notFound } from "../errors";
import { may } from "../incidents/policy";
import { endSessionsOf } from "../sessions/mutations";
import { getPerson, personFacts } from "./queries";
import type { PersonProfile, UpdatePerson } from "./schema";

/** What only an admin changes of anyone, themselves included. */
const ADMINS = ["role", "disabled", "email"] as const;
/** What nobody changes for someone else. */
const ONES_OWN = ["password", "currentPassword", "zone", "shortcuts"] as const;

/**
 * Name, picture, zone, shortcuts and password of oneself; name, picture, role, e-mail and leaving of anyone by an admin.
 * A new password needs the current one and ends one's other sessions. FORBIDDEN where a field is not the caller's to change.
 */
export async function updatePerson(ctx: Ctx, id: string | undefined, input: UpdatePerson, ifMatch?: number): Promise<PersonProfile> {
  const facts = await personFacts(ctx, { id: id ?? "" });
  const personId = id!.toLowerCase();
  assertOwnFields(ctx, facts.own, input);
  const fields = Object.keys(input).filter((name) => input[name as keyof UpdatePerson] !== undefined && name !== "currentPassword");
  if (fields.length === 0) throw invalid("", "Say what to change");
  const passwordHash = input.password === undefined ? undefined : await newHash(ctx, input);
  try {
    await change(ctx, "person.update", facts, async (c) => {
      if (input.role !== undefined || input.disabled !== undefined) await c.tx.$executeRaw`select pg_advisory_xact_lock(${ADMINS_LOCK})`;
      const [row] = await c.tx.$queryRaw<PersonRow[]>`
        select id, role, email, version, "disabledAt" from person where id = ${personId}::uuid for no key update`;
      if (!row) throw notFound();
      await expectVersion(ifMatch, row.version, () => getPerson(ctx, personId));
      const leaves = input.disabled === true && row.disabledAt === null;
      if (leaves || (input.role !== undefined && input.role !== "admin" && row.role === "admin"))
        await assertNotLastAdmin(c, row, leaves ? "disabled" : "role");
      await c.tx.person.update({
        where: { id: personId },
        data: {
          ...(input.name === undefined ? {} : { name: input.name }),
          ...(input.email === undefined ? {} : { email: input.email }),
          ...(input.role === undefined ? {} : { role: input.role }),
          ...(input.avatarUrl === undefined ? {} : { avatarUrl: input.avatarUrl }),
          ...(input.zone === undefined ? {} : { zone: input.zone }),
          ...(input.shortcuts === undefined ? {} : { shortcuts: input.shortcuts }),
          ...(passwordHash === undefined ? {} : { passwordHash }),
          ...(input.disabled === undefined ? {} : { disabledAt: input.disabled ? (row.disabledAt ?? c.now) : null }),
          version: { increment: 1 },
        },
        select: { id: true },
      });
      await tell(c, row, input, fields);
      if (leaves) await letGo(c, personId);
      else if (passwordHash !== undefined) await endSessionsOf(c, personId, ctx.sessionId);
    });
  } catch (error) {
    throw isUniqueViolation(error) ? invalid("email", "Someone else here has this e-mail address") : error;
  }
  return getPerson(ctx, personId);
}

interface PersonRow {
  id: string;
  role: string;
  email: string;
  version: number;
  disabledAt: Date | null;
}

function assertOwnFields(ctx: Ctx, own: boolean, input: UpdatePerson) {
  if (!may("person.update", { role: ctx.actor.role, own })) throw forbidden("You may change your own profile only.");
  const admins = ADMINS.find((name) => input[name] !== undefined);
  if (admins && !may(admins === "role" ? "person.role" : "person.disable", { role: ctx.actor.role }))
    throw forbidden("Only an admin changes roles, e-mail addresses, and who may sign in.");
  const ones = ONES_OWN.find((name) => input[name] !== undefined);
  if (ones && !own)
    throw forbidden(ones.endsWith("assword") ? "Nobody sets a password for someone else. Make a reset link for them." : "This is theirs to choose.");
}

/** The current password is asked again: whoever finds an open browser must not be able to keep it. Guesses are counted like sign-ins. */
async function newHash(ctx: Ctx, input: UpdatePerson): Promise<string> {
  const person = await read(ctx).person.findUniqueOrThrow({ where: { id: ctx.actor.id }, select: { passwordHash: true } });
  const right = await guess("password", [`own:${ctx.actor.id}`], async () =>
    (await verifyPassword(person.passwordHash, input.currentPassword ?? "")) ? true : null,
  );
  if (!right) throw invalid("currentPassword", input.currentPassword ? "This is not your current password" : "Say your current password");
  return hashPassword(input.password!);
}

/** Who may sign in as what is changed one at a time, so that two who let each other go cannot both succeed. */
const ADMINS_LOCK = 7_204_203;

async function assertNotLastAdmin(c: Change, row: PersonRow, path: "role" | "disabled") {
  const admins = await c.tx.person.findMany({ where: { role: "admin", disabledAt: null }, select: { id: true }, take: 2 });
  if (admins.length > 1 || admins[0]?.id !== row.id) return;
  throw invalid(path, "This is the last admin. Make someone else an admin first, so that nobody is locked out");
}

async function tell(c: Change, row: PersonRow, input: UpdatePerson, fields: string[]) {
  const personId = row.id;
  const told: string[] = [];
  if (input.role !== undefined && input.role !== row.role) {
    c.record({ type: "person.role_changed", data: { personId, from: row.role, to: input.role } });
    told.push("role");
  }
  if (input.disabled && row.disabledAt === null) {
    c.record({ type: "person.disabled", data: { personId } });
    told.push("disabled");
  }
  const rest = fields.filter((name) => !told.includes(name));
  if (rest.length) c.record({ type: "person.updated", data: { personId, fields: rest } });
  if (told.includes("disabled") || (told.includes("role") && row.role === "admin")) await withdrawInvitationsOf(c, personId);
}

/** Whoever leaves is out at once: sessions, tokens and links end, and do not come back with them. */
async function letGo(c: Change, personId: string) {
  await endSessionsOf(c, personId, null);
  const tokens = await c.tx.apiToken.updateManyAndReturn({ where: { personId, revokedAt: null }, data: { revokedAt: c.now }, select: { id: true } });
  for (const { id } of tokens) c.record({ type: "token.revoked", data: { tokenId: id, personId } });
  await c.tx.passwordReset.updateMany({ where: { personId, usedAt: null }, data: { usedAt: c.now } });
}

/** Links that someone made as an admin go with their role. */
async function withdrawInvitationsOf(c: Change, personId: string) {
  const open = { invitedBy: personId, acceptedAt: null, revokedAt: null };
  const revoked = await c.tx.invitation.updateManyAndReturn({ where: open, data: { revokedAt: c.now }, select: { id: true } });
  for (const { id } of revoked) c.record({ type: "invitation.revoked", data: { invitationId: id } });
}
