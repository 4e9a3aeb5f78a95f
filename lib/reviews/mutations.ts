import { type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, forbidden, invalid } from "../errors";
import { settle, tell } from "../inbox/writes";
import { may } from "../incidents/policy";
import { letInOrRefuse, refuseUnknown } from "../incidents/writes";
import { enqueueEach } from "../jobs/enqueue";
import { findPostmortem, getPostmortem } from "../postmortems/queries";
import { answeredFor, REMIND_AFTER_DAYS } from "../postmortems/rules";
import type { Postmortem, RequestReview, WithdrawReview } from "../postmortems/schema";
import { authorsOf, type HeldPostmortem, holdPostmortem, settleStatus } from "../postmortems/writes";

const DAY = 86_400_000;
const MOST = 100;

/** Asks people, and everyone of a team, to read the draft. Whoever has answered before is asked anew. */
export async function requestReview(ctx: Ctx, ref: string, input: RequestReview, ifMatch?: number): Promise<Postmortem> {
  await change(ctx, "postmortem.write", { incident: ref }, async (c) => {
    const held = await holdPostmortem(c, ctx, "ask", ifMatch);
    const asked = await askedPeople(c, ctx, input);
    await letInOrRefuse(c, ctx, [...asked.keys()], input.letIn, input.personIds?.length ? "personIds" : "teamIds");
    for (const [personId, teamId] of asked) {
      const data = { state: "requested", note: input.note ?? "", teamId, askedById: ctx.actor.id, askedAt: c.now, remindedAt: null, at: c.now };
      const postmortemId_personId = { postmortemId: held.id, personId };
      await c.tx.postmortemReview.upsert({
        where: { postmortemId_personId },
        create: { ...postmortemId_personId, ...data },
        update: data,
        select: { state: true },
      });
      // One that waits there already is replaced, not joined.
      await c.tx.inboxItem.deleteMany({ where: { incidentId: c.incident.id, personId, kind: "review", doneAt: null } });
    }
    await settleStatus(c, held);
    c.record({ type: "postmortem.review_requested", data: { postmortemId: held.id, personIds: [...asked.keys()] } });
    await tell(
      c,
      ctx,
      [...asked.keys()].map((personId) => ({ personId, kind: "review" as const })),
    );
    const reminders = [...asked.keys()].map((personId) => ({ postmortemId: held.id, personId, askedAt: c.now.toISOString() }));
    await enqueueEach(c.tx, "review.remind", reminders, { startAfter: new Date(c.now.getTime() + REMIND_AFTER_DAYS * DAY) });
    c.made(held.id);
  });
  return getPostmortem(ctx, ref);
}

/** Who is asked, each with the team through which they are, if any. Whoever asks is not asked by their own team. */
async function askedPeople(c: Change, ctx: Ctx, input: RequestReview): Promise<Map<string, string | null>> {
  const teamIds = [...new Set(input.teamIds ?? [])];
  const personIds = [...new Set(input.personIds ?? [])];
  const teams = await c.tx.team.findMany({
    where: { id: { in: teamIds } },
    select: { id: true, members: { where: { person: { disabledAt: null } }, select: { personId: true } } },
  });
  refuseUnknown(teamIds, teams, "teamIds", "There is no such team");
  const people = await c.tx.person.findMany({ where: { id: { in: personIds }, disabledAt: null }, select: { id: true } });
  refuseUnknown(personIds, people, "personIds", "There is no such person here");
  const asked = new Map<string, string | null>();
  for (const team of teams) for (const { personId } of team.members) if (personId !== ctx.actor.id) asked.set(personId, team.id);
  for (const { id } of people) asked.set(id, null);
  if (asked.size === 0) throw invalid("teamIds", "There is nobody else in that team to ask");
  if (asked.size > MOST) throw invalid("teamIds", `At most ${MOST} people at once`);
  return asked;
}

/**
 * Takes back what was asked of these people, or of everyone who has not answered. Naming oneself takes back one's own answer,
 * which whoever was asked may do.
 */
export async function withdrawReview(ctx: Ctx, ref: string, { personIds }: WithdrawReview, ifMatch?: number): Promise<Postmortem> {
  await change(ctx, "postmortem.review", { incident: ref }, async (c) => {
    const own = personIds?.length === 1 && personIds[0] === ctx.actor.id;
    if (!own && !may("postmortem.write", { role: ctx.actor.role })) throw forbidden();
    const held = await holdPostmortem(c, ctx, "withdraw", ifMatch);
    const mine = own ? held.readers.find(({ personId, state }) => personId === ctx.actor.id && state !== "requested" && state !== "withdrawn") : undefined;
    if (mine) {
      await takeBack(c, held, ctx.actor.id, mine.askedById !== null);
      await forgetSaid(c, ctx.actor.id);
    }
    if (!mine) await withdrawFrom(c, ctx, ref, held, personIds);
    await settleStatus(c, held);
    c.record({ type: "postmortem.review_withdrawn", data: { postmortemId: held.id } });
    c.made(held.id);
  });
  return getPostmortem(ctx, ref);
}

/** Who was asked is asked as before; who came unasked leaves nothing. */
async function takeBack(c: Change, held: HeldPostmortem, personId: string, asked: boolean): Promise<void> {
  const where = { postmortemId_personId: { postmortemId: held.id, personId } };
  if (!asked) return void (await c.tx.postmortemReview.delete({ where, select: { state: true } }));
  await c.tx.postmortemReview.update({ where, data: { state: "requested", note: "", at: c.now }, select: { state: true } });
}

/** What a reader said before does not wait in anybody's inbox beside what they say now. */
async function forgetSaid(c: Change, fromId: string): Promise<void> {
  const where = { incidentId: c.incident.id, kind: "reviewed", fromId, doneAt: null };
  const waiting = await c.tx.inboxItem.findMany({ where, select: { personId: true } });
  if (waiting.length === 0) return;
  await c.tx.inboxItem.deleteMany({ where });
  c.record({ type: "inbox.done", data: { personIds: [...new Set(waiting.map(({ personId }) => personId))] } });
}

async function withdrawFrom(c: Change, ctx: Ctx, ref: string, held: HeldPostmortem, personIds: readonly string[] | undefined): Promise<void> {
  const waiting = held.readers.filter(({ state }) => state === "requested").map(({ personId }) => ({ id: personId }));
  if (personIds) refuseUnknown(personIds, waiting, "personIds", "Nothing is asked of this person at the moment");
  else if (waiting.length === 0) throw new AppError("CONFLICT", "Nobody is asked at the moment.", { current: await findPostmortem(ctx, ref) });
  const from = personIds ?? waiting.map(({ id }) => id);
  await c.tx.postmortemReview.updateMany({
    where: { postmortemId: held.id, personId: { in: [...from] } },
    data: { state: "withdrawn", note: "", at: c.now },
  });
  for (const personId of from) await settle(c, "review", personId);
}

export const approveReview = (ctx: Ctx, ref: string, { note = "" }: { note?: string | undefined }, ifMatch?: number): Promise<Postmortem> =>
  answer(ctx, ref, "approved", note, ifMatch);

export const requestChanges = (ctx: Ctx, ref: string, { note }: { note: string }, ifMatch?: number): Promise<Postmortem> =>
  answer(ctx, ref, "changes_requested", note, ifMatch);

/** What a reader says of it. Whoever was asked may, a viewer too; unasked, members. One of a team answers for all of it. */
async function answer(ctx: Ctx, ref: string, state: "approved" | "changes_requested", note: string, ifMatch?: number): Promise<Postmortem> {
  const me = ctx.actor.id;
  await change(ctx, "postmortem.review", { incident: ref }, async (c) => {
    const held = await holdPostmortem(c, ctx, "answer", ifMatch);
    const mine = held.readers.find(({ personId }) => personId === me);
    const asked = mine && mine.state !== "withdrawn";
    if (!asked && !may("postmortem.write", { role: ctx.actor.role })) throw forbidden("This review was asked of others.");
    const postmortemId_personId = { postmortemId: held.id, personId: me };
    const data = { state, note, at: c.now };
    await c.tx.postmortemReview.upsert({
      where: { postmortemId_personId },
      create: { ...postmortemId_personId, ...data },
      update: asked ? data : { ...data, askedById: null, askedAt: null, teamId: null },
      select: { state: true },
    });
    await settle(c, "review", me);
    const others = answeredFor(held.readers, me);
    if (asked && others.length) {
      await c.tx.postmortemReview.deleteMany({ where: { postmortemId: held.id, personId: { in: others } } });
      for (const personId of others) await settle(c, "review", personId);
    }
    await settleStatus(c, held);
    c.record({ type: state === "approved" ? "postmortem.approved" : "postmortem.changes_requested", data: { postmortemId: held.id, personIds: [me] } });
    await forgetSaid(c, me);
    const told = new Set([...(mine?.askedById ? [mine.askedById] : []), ...(await authorsOf(c, held.id))]);
    await tell(
      c,
      ctx,
      [...told].map((personId) => ({ personId, kind: "reviewed" as const })),
    );
    c.made(held.id);
  });
  return getPostmortem(ctx, ref);
}
