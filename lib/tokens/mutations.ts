import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, notFound } from "../errors";
import { hashSecret, newId, newSecret } from "../ids";
import { getToken } from "./queries";
import type { CreateToken, NewToken, Token, UpdateToken } from "./schema";

const MOST = 100;
/** Tells people and secret scanners what it is. */
const PREFIX = "candor_";

/** The answer holds the token itself, this once. */
export async function createToken(ctx: Ctx, input: CreateToken): Promise<NewToken> {
  const token = `${PREFIX}${newSecret()}`;
  const id = await change(ctx, "token.write", { own: true }, async (c) => {
    const held = await c.tx.apiToken.count({ where: { personId: ctx.actor.id, revokedAt: null } });
    if (held >= MOST) throw new AppError("INVALID", `You hold ${MOST} tokens already. Revoke one that is not in use.`);
    const made = newId();
    await c.tx.apiToken.create({
      data: {
        id: made,
        personId: ctx.actor.id,
        name: input.name,
        scope: input.scope,
        tokenHash: hashSecret(token),
        hint: token.slice(-4),
        createdAt: c.now,
        expiresAt: input.expiresAt ?? null,
      },
      select: { id: true },
    });
    c.record({ type: "token.made", data: { tokenId: made, scope: input.scope } });
    c.made(made);
    return made;
  });
  return { ...(await getToken(ctx, id)), token };
}

export async function renameToken(ctx: Ctx, id: string | undefined, input: UpdateToken): Promise<Token> {
  const held = await getToken(ctx, id);
  await change(ctx, "token.write", { own: true }, async (c) => {
    const renamed = await c.tx.apiToken.updateMany({ where: { id: held.id, personId: ctx.actor.id, revokedAt: null }, data: { name: input.name } });
    if (renamed.count === 0) throw notFound();
    c.record({ type: "token.updated", data: { tokenId: held.id, fields: ["name"] } });
  });
  return getToken(ctx, id);
}

/** It stops working at once. */
export async function revokeToken(ctx: Ctx, id: string | undefined): Promise<void> {
  const held = await getToken(ctx, id);
  await change(ctx, "token.write", { own: true }, async (c) => {
    const revoked = await c.tx.apiToken.updateMany({ where: { id: held.id, personId: ctx.actor.id, revokedAt: null }, data: { revokedAt: c.now } });
    if (revoked.count === 0) throw notFound();
    c.record({ type: "token.revoked", data: { tokenId: held.id } });
  });
}
