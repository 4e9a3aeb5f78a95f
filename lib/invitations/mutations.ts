import { countOrRefuse, guess } from "../auth/attempts";
import { type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { enter, type From } from "../auth/doors";
import { LINK_WORDS, openInvitation } from "../auth/links";
import { hashPassword } from "../auth/password";
import { isUniqueViolation } from "../db";
import { AppError, invalid } from "../errors";
import { hashSecret, newId, newSecret } from "../ids";
import { mailByHand } from "../mail/by-hand";
import { invitationLetter } from "../mail/words";
import { paths } from "../paths";
import { getInvitation } from "./queries";
import type { AcceptInvitation, Invitation, Invite, NewInvitation, UpdateInvitation } from "./schema";

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Makes a link for one mail address, shown once; an older one for the same address is withdrawn. `origin`: where the admin reached us. */
export async function invite(ctx: Ctx, input: Invite, origin: string): Promise<NewInvitation> {
  await countOrRefuse("invite", ctx.actor.id);
  const secret = newSecret();
  const teamIds = [...new Set((input.teamIds ?? []).map((id) => id.toLowerCase()))];
  const id = await change(ctx, "invitation.write", {}, async (c) => {
    await assertNobodyHas(c, input.email);
    await assertTeams(c, input.teamIds ?? []);
    const older = await c.tx.invitation.updateManyAndReturn({
      where: { email: input.email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: c.now },
      select: { id: true, expiresAt: true },
    });
    for (const row of older) if (row.expiresAt > c.now) c.record({ type: "invitation.revoked", data: { invitationId: row.id } });
    const made = newId();
    await c.tx.invitation.create({
      data: {
        id: made,
        email: input.email,
        role: input.role,
        teamIds,
        tokenHash: hashSecret(secret),
        invitedBy: ctx.actor.id,
        createdAt: c.now,
        expiresAt: new Date(c.now.getTime() + WEEK),
      },
      select: { id: true },
    });
    c.record({ type: "invitation.made", data: { invitationId: made, role: input.role, teamIds } });
    c.made(made);
    return made;
  });
  const invitation = await getInvitation(ctx, id);
  const url = `${origin}${paths.invitation(secret)}`;
  const letter = invitationLetter({ email: input.email, role: input.role, url, origin, by: ctx.actor.name, teams: invitation.teams.map((team) => team.name) });
  return { ...invitation, url, mailed: await mailByHand(letter) };
}

async function assertNobodyHas(c: Change, email: string) {
  const known = await c.tx.person.findUnique({ where: { email }, select: { disabledAt: true } });
  if (!known) return;
  throw invalid("email", known.disabledAt ? "Their account is closed. Open it again on the members page" : "They are here already");
}

async function assertTeams(c: Change, teamIds: readonly string[]) {
  const rows = await c.tx.team.findMany({ where: { id: { in: [...teamIds] } }, select: { id: true } });
  const known = new Set(rows.map((row) => row.id));
  const errors = teamIds.flatMap((id, at) => (known.has(id.toLowerCase()) ? [] : [{ path: `teamIds.${at}`, message: "There is no such team" }]));
  if (errors.length) throw new AppError("INVALID", "There is no such team", { errors: errors.slice(0, 20) });
}

/** Another role for one who has not come yet. */
export async function updateInvitation(ctx: Ctx, id: string | undefined, input: UpdateInvitation): Promise<Invitation> {
  const { id: invitationId } = await getInvitation(ctx, id);
  await change(ctx, "invitation.write", {}, async (c) => {
    const moved = await c.tx.invitation.updateMany({ where: { id: invitationId, acceptedAt: null, revokedAt: null }, data: { role: input.role } });
    if (moved.count === 0) throw invalid("", "It was accepted already. Change the person's role on the members page");
    c.record({ type: "invitation.updated", data: { invitationId, fields: ["role"] } });
  });
  return getInvitation(ctx, invitationId);
}

export async function revokeInvitation(ctx: Ctx, id: string | undefined): Promise<void> {
  const { id: invitationId } = await getInvitation(ctx, id);
  await change(ctx, "invitation.write", {}, async (c) => {
    const gone = await c.tx.invitation.updateMany({ where: { id: invitationId, acceptedAt: null, revokedAt: null }, data: { revokedAt: c.now } });
    if (gone.count === 0) throw invalid("", "It was accepted already. Someone who is here can be found on the members page");
    c.record({ type: "invitation.revoked", data: { invitationId } });
  });
}

/** Comes in by a link: makes the person, joins the teams, and signs in. Answers the secret of the new session. */
export async function acceptInvitation({ token, name, password }: AcceptInvitation, from: From): Promise<{ personId: string; session: string }> {
  let spent = "This invitation is not known here.";
  const invitation = await guess("link", [from.address], async () => {
    const { state, row } = await openInvitation(token);
    if (state !== "open") spent = `${LINK_WORDS[state]("This invitation")} Ask whoever sent it for a new one.`;
    return row;
  });
  if (!invitation) throw invalid("token", spent);
  const passwordHash = await hashPassword(password);
  const personId = newId();
  try {
    const session = await enter(async (door) => {
      const { tx, now, record } = door;
      // Taken before anything else: of two at once one waits here and then finds it used. The role is read again, an admin may just have changed it.
      const [taken] = await tx.invitation.updateManyAndReturn({
        where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        data: { acceptedAt: now },
        select: { role: true, teamIds: true, email: true },
      });
      if (!taken) throw invalid("token", "This invitation was used already. If that was you, sign in.");
      await tx.person.create({ data: { id: personId, email: taken.email, name, role: taken.role, passwordHash, createdAt: now }, select: { id: true } });
      const teams = await tx.team.findMany({ where: { id: { in: taken.teamIds } }, select: { id: true } });
      await tx.teamMember.createMany({ data: teams.map((team) => ({ teamId: team.id, personId, role: "member" })) });
      record({ type: "person.joined", data: { personId, invitationId: invitation.id, role: taken.role } }, personId);
      for (const team of teams) record({ type: "team.updated", data: { teamId: team.id, fields: ["members"] } }, personId);
      return door.startSession(personId, from);
    });
    return { personId, session };
  } catch (error) {
    throw isUniqueViolation(error) ? invalid("token", "Someone with this e-mail address is here already. If that is you, sign in.") : error;
  }
}
