import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { decodeCursor, encodeCursor } from "../http/cursor";
import type { TokenScope } from "../people/words";
import { Id } from "../scalars";
import type { ListTokens, Token, TokenPage } from "./schema";

const SELECT = { id: true, name: true, scope: true, hint: true, createdAt: true, expiresAt: true, lastUsedAt: true } as const;

interface Row {
  id: string;
  name: string;
  scope: string;
  hint: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

const toToken = (row: Row): Token => ({
  ...row,
  scope: row.scope as TokenScope,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/** One's own, newest first, with those that have run out and without those that were revoked. */
export async function listTokens(ctx: Ctx, query: ListTokens = {}): Promise<TokenPage> {
  const limit = query.limit ?? 25;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ["id"]);
  const rows = await read(ctx).apiToken.findMany({
    where: { personId: ctx.actor.id, revokedAt: null, ...(after ? { id: { lt: after[0] } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: SELECT,
  });
  const items = rows.slice(0, limit).map(toToken);
  return { items, nextCursor: rows.length > limit ? encodeCursor([items[limit - 1]!.id]) : null };
}

/** NOT_FOUND for what is not one's own, for admins too: a token is a person's. */
export async function getToken(ctx: Ctx, id: string | undefined): Promise<Token> {
  const row = Id.safeParse(id).success
    ? await read(ctx).apiToken.findFirst({ where: { id: id!, personId: ctx.actor.id, revokedAt: null }, select: SELECT })
    : null;
  if (!row) throw notFound();
  return toToken(row);
}

export async function tokenFacts(ctx: Ctx, params: Record<string, string>): Promise<{ own: boolean }> {
  await getToken(ctx, params.id);
  return { own: true };
}
