import type { Ctx } from "../auth/ctx";
import type { ListIncidents } from "../incidents/schema";

/**
 * Lists that had more than 10 000 incidents a moment ago still have: nobody counts them again for half a minute.
 * That there are many is all that is remembered, and only for the one who saw it.
 */
const home = globalThis as unknown as { candorMany?: Map<string, number> };
const seen = () => (home.candorMany ??= new Map());
const FOR_MS = 30_000;
const MOST_LISTS = 2000;

function listOf(ctx: Ctx, query: ListIncidents): string {
  const { cursor: _, limit: __, sort: ___, ...filters } = query;
  return `${ctx.actor.role === "admin" ? "admin" : ctx.actor.id} ${JSON.stringify(filters)}`;
}

export const isMany = (ctx: Ctx, query: ListIncidents) => (seen().get(listOf(ctx, query)) ?? 0) > Date.now();

export function rememberMany(ctx: Ctx, query: ListIncidents): void {
  const lists = seen();
  if (lists.size >= MOST_LISTS) lists.clear();
  lists.set(listOf(ctx, query), Date.now() + FOR_MS);
}
