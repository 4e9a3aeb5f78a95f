import { change, type Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { forbidden, invalid, notFound } from "../errors";
import { tell } from "../inbox/mutations";
import { letInOrRefuse } from "../incidents/let-in";
import { refuseUnknown } from "../incidents/mutations";
import { refOf } from "../incidents/queries";
import { enqueue } from "../jobs/enqueue";
import { writeEntries } from "../timeline/write";
import { read } from "../auth/access";
import { isId } from "../timeline/queries";
import { getCall, reach } from "./queries";
import type { AnswerCall, Call, CallForHelp } from "./schema";

/** Calls people and teams for help: inbox at once, mail and the webhook by jobs that try again. */
export async function makeCall(ctx: Ctx, ref: string, input: CallForHelp): Promise<Call> {
  const id = await change(ctx, "call.make", { incident: ref }, async (c) => {
    const made = await addCall(c, ctx, input);
    c.made(made);
    return made;
  });
  return getCall(ctx, id);
}

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
  await tell(c, ctx, [...people.keys()].map((personId) => ({ personId, kind: "call", callId: call.id })));
  const channels = reach();
  if (channels.includes("mail")) for (const personId of people.keys()) await enqueue(c.tx, "call.mail", { callId: call.id, personId });
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

/** "I'm on it" shows somebody on it: it acknowledges, and makes them a responder. Who was not called may offer themselves. */
export async function answerCall(ctx: Ctx, callId: string, { answer }: AnswerCall): Promise<Call> {
  const ref = await refOfCall(ctx, callId);
  await change(ctx, "call.answer", { incident: ref }, async (c) => {
    const mine = { callId_personId: { callId, personId: ctx.actor.id } };
    const called = await c.tx.callPerson.findUnique({ where: mine });
    if (!called && ctx.actor.role === "viewer") throw forbidden("This call was for others.");
    await c.tx.callPerson.upsert({
      where: mine,
      create: { callId, personId: ctx.actor.id, answer, answeredAt: c.now, seenAt: c.now },
      update: { answer, answeredAt: c.now, seenAt: called?.seenAt ?? c.now },
    });
    c.record({ type: "call.answered", data: { callId, answer, personIds: [ctx.actor.id] } });
    await writeEntries(c, ctx.actor.id, [{ kind: "comms", data: { callId, answer } }]);
    await c.tx.inboxItem.updateMany({ where: { personId: ctx.actor.id, callId, doneAt: null }, data: { doneAt: c.now, seenAt: c.now } });
    if (answer === "on_it") await joinAsResponder(c, ctx);
    c.made(callId);
  });
  return getCall(ctx, callId);
}

async function joinAsResponder(c: Change, ctx: Ctx) {
  const person = { incidentId: c.incident.id, personId: ctx.actor.id };
  await letInOrRefuse(c, ctx, [ctx.actor.id], true, "answer");
  if (await c.tx.incidentRole.count({ where: { ...person, endedAt: null } })) return;
  const held = await c.tx.incidentRole.create({ data: { ...person, role: "responder", since: c.now } });
  c.record({ type: "role.taken", data: { roleId: held.id, role: "responder", personId: ctx.actor.id } });
}

export async function refOfCall(ctx: Ctx, callId: string | undefined): Promise<string> {
  const found = isId(callId) ? await read(ctx).call.findUnique({ where: { id: callId }, select: { incident: { select: { number: true } } } }) : null;
  if (!found) throw notFound();
  return refOf(found.incident.number);
}

/** Opening the room is seeing its calls: told · *seen* · on it. Nothing where there is none. */
export async function seeCalls(ctx: Ctx, ref: string, incidentId: string): Promise<void> {
  const unseen = await read(ctx).callPerson.findMany({ where: { personId: ctx.actor.id, seenAt: null, call: { incidentId } }, select: { callId: true } });
  if (unseen.length === 0) return;
  await change(ctx, "incident.seen", { incident: ref }, async (c) => {
    await c.tx.callPerson.updateMany({ where: { personId: ctx.actor.id, seenAt: null, call: { incidentId: c.incident.id } }, data: { seenAt: c.now } });
    for (const { callId } of unseen) c.record({ type: "call.seen", data: { callId } });
  });
}
