import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { forbidden, notFound } from "../errors";
import { decodeCursor, encodeCursor } from "../http/cursor";
import { may } from "../incidents/policy";
import type { AppRole } from "../people/words";
import { Id } from "../scalars";
import type { Invitation, InvitationPage, ListInvitations } from "./schema";

interface Row {
  id: string;
  email: string;
  role: string;
  teamIds: string[];
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
}
const SELECT = { id: true, email: true, role: true, teamIds: true, createdAt: true, expiresAt: true, acceptedAt: true } as const;

function assertAdmin(ctx: Ctx) {
  if (!may("invitation.write", { role: ctx.actor.role })) throw forbidden("Only admins invite people.");
}

async function toInvitations(ctx: Ctx, rows: readonly Row[]): Promise<Invitation[]> {
  const teams = await read(ctx).team.findMany({
    where: { id: { in: rows.flatMap((row) => row.teamIds) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role as AppRole,
    teams: teams.filter((team) => row.teamIds.includes(team.id)),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  }));
}

/** Newest first, without those that were withdrawn. */
export async function listInvitations(ctx: Ctx, query: ListInvitations): Promise<InvitationPage> {
  assertAdmin(ctx);
  const limit = query.limit ?? 25;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ["id"]);
  const rows = await read(ctx).invitation.findMany({
    where: { revokedAt: null, ...(after ? { id: { lt: after[0] } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: SELECT,
  });
  const items = await toInvitations(ctx, rows.slice(0, limit));
  return { items, nextCursor: rows.length > limit ? encodeCursor([items[limit - 1]!.id]) : null };
}

/** NOT_FOUND for one that was withdrawn, and for whoever is no admin: who is invited is no one else's business. */
export async function getInvitation(ctx: Ctx, id: string | undefined): Promise<Invitation> {
  const seen = may("invitation.write", { role: ctx.actor.role }) && Id.safeParse(id).success;
  const row = seen ? await read(ctx).invitation.findFirst({ where: { id: id!, revokedAt: null }, select: SELECT }) : null;
  if (!row) throw notFound();
  return (await toInvitations(ctx, [row]))[0]!;
}

export async function invitationFacts(ctx: Ctx, params: Record<string, string>): Promise<object> {
  await getInvitation(ctx, params.id);
  return {};
}
