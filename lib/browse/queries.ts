import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import type { ListState } from "./rules";

/** The names of the service, team and person that a list is narrowed to; null for what is not there any more. */
export async function namesIn(
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
