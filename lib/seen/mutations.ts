import { aside } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { seeCalls } from "../calls/mutations";
import { seeInbox } from "../inbox/writes";
import { incidentFacts } from "../incidents/queries";

/** How far the caller has read. It is nobody's news, so it makes no event; calls for help that it shows them are *seen*. */
export async function markSeen(ctx: Ctx, ref: string, seq: number): Promise<void> {
  const { id } = await incidentFacts(ctx, { ref });
  await aside(async (tx) => {
    await tx.$executeRaw`
      insert into incident_seen ("incidentId", "personId", seq) select i.id, ${ctx.actor.id}::uuid, least(${seq}, i.seq) from incident i where i.id = ${id}::uuid
      on conflict ("incidentId", "personId") do update set seq = greatest(incident_seen.seq, excluded.seq), at = now()`;
    await seeInbox(tx, ctx.actor.id, id);
  });
  await seeCalls(ctx, ref, id);
}
