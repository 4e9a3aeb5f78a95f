import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, invalid, notFound } from "../errors";
import { tell } from "../inbox/writes";
import { getIncident } from "../incidents/queries";
import type { RoleHolding, TakeRole } from "../incidents/schema";
import { letInOrRefuse } from "../incidents/writes";
import { isId } from "../timeline/queries";
import { writeEntries } from "../timeline/writes";
import { getRole } from "./queries";

/** Gives a role, to oneself or to another. There is one lead: taking it hands it over. */
export async function takeRole(ctx: Ctx, ref: string, input: TakeRole): Promise<RoleHolding> {
  const id = await change(ctx, "role.take", { incident: ref }, async (c) => {
    const person = await c.tx.person.findUnique({ where: { id: input.personId } });
    if (!person || person.disabledAt) throw invalid("personId", "There is no such person here");
    await letInOrRefuse(c, ctx, [person.id], input.letIn, "personId");
    const holding = await c.tx.incidentRole.findMany({ where: { incidentId: c.incident.id, role: input.role, endedAt: null } });
    if (holding.some((held) => held.personId === person.id))
      throw new AppError("CONFLICT", `${person.name} holds this role already.`, { current: await getIncident(ctx, ref) });
    const handsOver = input.role === "lead" && holding.length > 0;
    if (handsOver) await c.tx.incidentRole.updateMany({ where: { id: { in: holding.map((held) => held.id) } }, data: { endedAt: c.now } });
    const made = await c.tx.incidentRole.create({
      data: { incidentId: c.incident.id, role: input.role, personId: person.id, note: input.note ?? "", since: c.now },
    });
    c.record({ type: "role.taken", data: { roleId: made.id, role: input.role, personId: person.id } });
    const [entryId] = await writeEntries(c, ctx.actor.id, [
      { kind: "role", body: input.note ?? "", data: { role: input.role, personId: person.id, verb: handsOver ? "handed_over" : "took" } },
    ]);
    await tell(c, ctx, [{ personId: person.id, kind: "role", entryId: entryId!, role: input.role }]);
    c.made(made.id);
    return made.id;
  });
  return getRole(ctx, ref, id);
}

/** Leaves a role, or ends another's; it stays readable on the timeline. */
export async function endRole(ctx: Ctx, ref: string, id: string): Promise<void> {
  if (!isId(id)) throw notFound();
  await change(ctx, "role.end", { incident: ref }, async (c) => {
    const held = await c.tx.incidentRole.findFirst({ where: { id, incidentId: c.incident.id, endedAt: null } });
    if (!held) throw notFound();
    await c.tx.incidentRole.update({ where: { id }, data: { endedAt: c.now } });
    c.record({ type: "role.ended", data: { roleId: id, role: held.role, personId: held.personId } });
    await writeEntries(c, ctx.actor.id, [{ kind: "role", data: { role: held.role as RoleHolding["role"], personId: held.personId, verb: "left" } }]);
  });
}
