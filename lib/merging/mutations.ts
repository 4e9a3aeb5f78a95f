import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, invalid } from "../errors";
import { getIncident } from "../incidents/queries";
import type { Incident, MergeIncident } from "../incidents/schema";
import { writeEntries } from "../timeline/writes";

/** One fire, one room: this one goes on in the other. Nothing is moved; both histories stay readable. Final. */
export async function mergeIncident(ctx: Ctx, ref: string, { into }: MergeIncident): Promise<Incident> {
  if (into === ref) throw invalid("into", "An incident cannot be merged into itself");
  await getIncident(ctx, into).catch((error) => {
    throw error instanceof AppError && error.code === "NOT_FOUND" ? invalid("into", "There is no such incident that you can see") : error;
  });
  await change(ctx, "incident.merge", { incident: ref, also: [into] }, async (c) => {
    const target = await c.other(into);
    if (c.incident.mergedIntoId) throw new AppError("CONFLICT", "It is merged already.", { current: await getIncident(ctx, ref) });
    if (target.incident.mergedIntoId) throw invalid("into", `${into} was itself merged into another incident: choose that one`);
    if (c.incident.visibility !== target.incident.visibility)
      throw invalid("into", "One of the two is private: what is written in one would show in the other. Make both alike first");
    await c.tx.incident.update({ where: { id: c.incident.id }, data: { mergedIntoId: target.incident.id } });
    c.record({ type: "incident.merged", data: { intoId: target.incident.id } });
    await writeEntries(c, ctx.actor.id, [{ kind: "status", body: "", data: { to: "merged", from: c.incident.status, into } }]);
    c.derive();
    await writeEntries(target, ctx.actor.id, [{ kind: "note", body: `#${ref} was merged into this one: its timeline goes on here.` }]);
    if (c.incident.visibility === "private") {
      // Who was in either room meets in the one that goes on.
      await c.tx.$executeRaw`
        insert into incident_person ("incidentId", "personId", "addedById", at)
        select ${target.incident.id}::uuid, "personId", ${ctx.actor.id}::uuid, ${c.now}::timestamptz from incident_person where "incidentId" = ${c.incident.id}::uuid
        on conflict do nothing`;
      target.record({ type: "incident.person_let_in" });
    }
    c.made(ref);
  });
  return getIncident(ctx, ref);
}
