import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { fromStartIfLost } from "../http/page-query";
import { facetIncidents } from "../search/facets";
import { listIncidents } from "../search/queries";
import { knownTags } from "../tags/queries";
import { filtersOf, type ListState, quickOf } from "./rules";

/** So many are counted while the page is drawn; more are counted when it stands. */
const FEW = 1000;

/** What the list's page draws: a page of incidents, the names in its filters, and the numbers of its quick filters where they are cheap. */
export async function readPage(ctx: Ctx, asked: ListState) {
  const state = await inKnownTags(ctx, asked);
  const query = { ...filtersOf(state), sort: state.sort ?? undefined, cursor: state.cursor ?? undefined };
  const [page, names] = await Promise.all([fromStartIfLost(query, (at) => listIncidents(ctx, at)), namesIn(ctx, state)]);
  const counted = quickOf(state) === "all" && page.total <= FEW ? await facetIncidents(ctx, filtersOf(state)) : null;
  return { state, page, names, counted };
}

/** A tag that is none (any more) is left out, as nobody could mean it; the others read as they are written. */
async function inKnownTags(ctx: Ctx, state: ListState): Promise<ListState> {
  if (state.tag.length === 0) return state;
  const known = await knownTags(ctx, state.tag);
  return { ...state, tag: [...new Set(known.map((tag) => tag.label))] };
}

/** The names of the service, team and person that a list is narrowed to; null for what is not there any more. */
async function namesIn(
  ctx: Ctx,
  { service, team, lead }: Pick<ListState, "service" | "team" | "lead">,
): Promise<Record<"service" | "team" | "lead", string | null>> {
  const name = { select: { name: true } } as const;
  const [ofService, ofTeam, ofLead] = await Promise.all([
    service ? read(ctx).service.findUnique({ where: { id: service }, ...name }) : null,
    team ? read(ctx).team.findUnique({ where: { id: team }, ...name }) : null,
    lead && lead !== "me" ? read(ctx).person.findUnique({ where: { id: lead }, ...name }) : null,
  ]);
  return { service: ofService?.name ?? null, team: ofTeam?.name ?? null, lead: ofLead?.name ?? null };
}
