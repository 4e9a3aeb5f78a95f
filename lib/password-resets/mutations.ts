import { countOrRefuse, forget, guess } from "../auth/attempts";
import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { enter, type From } from "../auth/doors";
import { findByEmail, LINK_WORDS, openReset } from "../auth/links";
import { publicOrigin } from "../auth/origin";
import { hashPassword } from "../auth/password";
import { invalid } from "../errors";
import { hashSecret, newSecret } from "../ids";
import { mailByHand } from "../mail/by-hand";
import { mailIsSetUp } from "../mail/transport";
import { resetLetter } from "../mail/words";
import { paths } from "../paths";
import { getPerson } from "../people/queries";
import { endSessionsOf } from "../sessions/mutations";
import type { AskedPasswordReset, ConfirmPasswordReset } from "./schema";

const HOUR = 60 * 60 * 1000;
const MAILED_FOR = HOUR;
const HANDED_FOR = 24 * HOUR;

/** A link for someone, for an admin to hand over. Answers it once. */
export async function makeResetLink(ctx: Ctx, personId: string, origin: string): Promise<AskedPasswordReset> {
  const person = await getPerson(ctx, personId);
  const secret = newSecret();
  const expiresAt = await change(ctx, "reset.link", {}, async (c) => {
    if (person.disabledAt) throw invalid("personId", "Their account is closed. Open it again first");
    const expires = new Date(c.now.getTime() + HANDED_FOR);
    const row = await c.tx.passwordReset.create({
      data: { personId: person.id, tokenHash: hashSecret(secret), createdAt: c.now, expiresAt: expires },
      select: { id: true },
    });
    c.record({ type: "reset.asked", data: { personId: person.id } });
    c.made(row.id);
    return expires;
  });
  return { mailed: false, url: resetUrl(origin, secret), expiresAt: expiresAt.toISOString() };
}

/**
 * Asked by a stranger. Counts, and answers the same for every address at once: whether someone has it is looked up after the answer.
 * The promise within is for tests and for whoever must wait for the mail.
 */
export async function askPasswordReset(email: string, from: From): Promise<{ mailed: boolean; done: Promise<void> }> {
  await countOrRefuse("resetFrom", from.address);
  await countOrRefuse("resetTo", email);
  return { mailed: mailIsSetUp(), done: mailIsSetUp() ? mailReset(email) : Promise.resolve() };
}

async function mailReset(email: string): Promise<void> {
  const person = await findByEmail(email);
  if (!person) return;
  const secret = newSecret();
  await enter(async ({ tx, now, record }) => {
    await tx.passwordReset.create({
      data: { personId: person.id, tokenHash: hashSecret(secret), createdAt: now, expiresAt: new Date(now.getTime() + MAILED_FOR) },
      select: { id: true },
    });
    record({ type: "reset.asked", data: { personId: person.id } }, null);
  });
  const origin = await publicOrigin();
  await mailByHand(resetLetter({ email: person.email, name: person.name, url: resetUrl(origin, secret), origin }));
}

const resetUrl = (origin: string, secret: string) => `${origin}${paths.resetWith(secret)}`;

/** Sets the password, ends every session and every other link. Answers whose it was, for the sign-in page. */
export async function confirmPasswordReset({ token, password }: ConfirmPasswordReset, from: From): Promise<{ email: string }> {
  let spent = "This link is not known here.";
  const reset = await guess("link", [from.address], async () => {
    const { state, row } = await openReset(token);
    if (state !== "open") spent = `${LINK_WORDS[state]("This link")} Ask for a new one.`;
    return row;
  });
  if (!reset) throw invalid("token", spent);
  const passwordHash = await hashPassword(password);
  await enter(async (door) => {
    const { tx, now } = door;
    const mine = await tx.passwordReset.updateMany({ where: { id: reset.id, usedAt: null }, data: { usedAt: now } });
    if (mine.count === 0) throw invalid("token", "This link was used already. Ask for a new one.");
    await tx.passwordReset.updateMany({ where: { personId: reset.personId, usedAt: null }, data: { usedAt: now } });
    await tx.person.update({ where: { id: reset.personId }, data: { passwordHash, version: { increment: 1 } }, select: { id: true } });
    const record = (event: Parameters<typeof door.record>[0]) => {
      door.record(event, reset.personId);
      return 0;
    };
    record({ type: "reset.done", data: { personId: reset.personId } });
    await endSessionsOf({ tx, now, record }, reset.personId, null);
  });
  await forget("password", from.address, reset.email);
  return { email: reset.email };
}
