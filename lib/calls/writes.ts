import type { Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { invalid } from "../errors";
import { tell } from "../inbox/writes";
import { letInOrRefuse, refuseUnknown } from "../incidents/writes";
import { enqueue, enqueueEach } from "../jobs/enqueue";
import { writeEntries } from "../timeline/writes";
import { reach } from "./queries";
import type { CallForHelp } from "./schema";

/** The call itself, inside the change of a declaration or of its own. `path` is where the input stood in the body. */
export async function addCall(c: Change, ctx: Ctx, input: Omit<CallForHelp, "letIn"> & { letIn?: boolean | undefined }, path = ""): Promise<string> {
  const at = (field: string) => (path ? `${path}.${field}` : field);
  const people = await calledPeople(c, ctx, input, at);
  await letInOrRefuse(c, ctx, [...people.keys()], input.letIn, at("personIds"));
  const call = await c.tx.call.create({
    data: {
      incidentId: c.incident.id,
      message: input.message ?? "",
      calledById: ctx.actor.id,
      at: c.now,
      people: { createMany: { data: [...people].map(([personId, teamId]) => ({ personId, teamId, channel: "inbox", toldAt: c.now })) } },
    },
  });
  c.record({ type: "call.made", data: { callId: call.id, personIds: [...people.keys()] } });
  await writeEntries(c, ctx.actor.id, [{ kind: "comms", body: input.message ?? "", data: { callId: call.id } }]);
  await tell(
    c,
    ctx,
    [...people.keys()].map((personId) => ({ personId, kind: "call", callId: call.id })),
  );
  const channels = reach();
  if (channels.includes("mail"))
    await enqueueEach(
      c.tx,
      "call.mail",
      [...people.keys()].map((personId) => ({ callId: call.id, personId })),
    );
  if (channels.includes("webhook")) await enqueue(c.tx, "call.webhook", { callId: call.id });
  return call.id;
}

/** Who is called, each with the team through which they were, if any. Whoever calls is not called by their own team. */
async function calledPeople(c: Change, ctx: Ctx, input: Omit<CallForHelp, "letIn">, at: (field: string) => string): Promise<Map<string, string | null>> {
  const teamIds = [...new Set(input.teamIds ?? [])];
  const personIds = [...new Set(input.personIds ?? [])];
  const teams = await c.tx.team.findMany({
    where: { id: { in: teamIds } },
    select: { id: true, name: true, members: { where: { person: { disabledAt: null } }, select: { personId: true } } },
  });
  refuseUnknown(teamIds, teams, at("teamIds"), "There is no such team");
  const people = await c.tx.person.findMany({ where: { id: { in: personIds }, disabledAt: null }, select: { id: true } });
  refuseUnknown(personIds, people, at("personIds"), "There is no such person here");
  const called = new Map<string, string | null>();
  for (const team of teams) for (const member of team.members) if (member.personId !== ctx.actor.id) called.set(member.personId, team.id);
  for (const person of people) called.set(person.id, null);
  if (called.size === 0) throw invalid(at(teamIds.length ? "teamIds" : "personIds"), "There is nobody else in that team to call");
  if (called.size > 200) throw invalid(at("teamIds"), "At most 200 people at once");
  return called;
}
