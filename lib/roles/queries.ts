import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { getIncident, incidentFacts } from "../incidents/queries";
import type { RoleHolding } from "../incidents/schema";
import { isId } from "../timeline/queries";

export async function listRoles(ctx: Ctx, ref: string): Promise<{ items: RoleHolding[]; nextCursor: null }> {
  return { items: (await getIncident(ctx, ref)).roles, nextCursor: null };
}

export async function getRole(ctx: Ctx, ref: string, id: string): Promise<RoleHolding> {
  const held = (await getIncident(ctx, ref)).roles.find((role) => role.id === id);
  if (!held) throw notFound();
  return held;
}

export async function roleFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  const found = isId(params.id) && (await read(ctx).incidentRole.count({ where: { id: params.id, incidentId: facts.id, endedAt: null } }));
  if (!found) throw notFound();
  return facts;
}
