import { read } from "../auth/access";
import { type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { forbidden, notFound } from "../errors";
import { refOf } from "../incidents/queries";
import { letInOrRefuse } from "../incidents/writes";
import { isId } from "../timeline/queries";
import { writeEntries } from "../timeline/writes";
import { getCall } from "./queries";
import type { AnswerCall, Call, CallForHelp } from "./schema";
import { addCall } from "./writes";

/** Calls people and teams for help: inbox at once, mail and the webhook by jobs that try again. */
export async function makeCall(ctx: Ctx, ref: string, input: CallForHelp): Promise<Call> {
  const id = await change(ctx, "call.make", { incident: ref }, async (c) => {
    const made = await addCall(c, ctx, input);
    c.made(made);
    return made;
  });
  return getCall(ctx, id);
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
