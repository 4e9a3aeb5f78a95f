import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { peopleById, someone } from "../auth/directory";
import { notFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import { refOf } from "../incidents/queries";
import type { CallAnswer } from "../calls/words";
import type { IncidentRole, Severity, Status } from "../incidents/words";
import type { ReviewState } from "../postmortems/words";
import { isId } from "../timeline/queries";
import { firstLine, titleOf, urlOf } from "./rules";
import type { InboxItem, InboxPage, ListInbox } from "./schema";
import type { InboxKind } from "./words";

const SELECT = {
  id: true,
  kind: true,
  entryId: true,
  callId: true,
  actionItemId: true,
  fromId: true,
  role: true,
  incidentId: true,
  at: true,
  seenAt: true,
  doneAt: true,
  incident: { select: { number: true, title: true, severity: true, status: true } },
} satisfies Prisma.InboxItemSelect;
type Row = Prisma.InboxItemGetPayload<{ select: typeof SELECT }>;

/**
 * What waits for the caller, newest first, or what they have done, the last done first; and how many wait.
 * What they may no longer see is neither listed nor counted.
 */
export async function listInbox(ctx: Ctx, query: ListInbox = {}): Promise<InboxPage> {
  const limit = query.limit ?? 25;
  const by = query.done ? "doneAt" : "at";
  const and: Prisma.InboxItemWhereInput[] = [];
  if (query.cursor) {
    const [time, id] = decodeCursor(query.cursor, ["time", "id"]);
    and.push({ OR: [{ [by]: { lt: new Date(time) } }, { [by]: new Date(time), id: { lt: id } }] });
  }
  const [rows, waiting] = await Promise.all([
    read(ctx).inboxItem.findMany({
      where: { personId: ctx.actor.id, doneAt: query.done ? { not: null } : null, AND: and },
      orderBy: [{ [by]: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: SELECT,
    }),
    countWaiting(ctx),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: await toItems(ctx, shown), nextCursor: last ? encodeCursor([last[by]!.getTime(), last.id]) : null, waiting };
}

export const countWaiting = (ctx: Ctx): Promise<number> => read(ctx).inboxItem.count({ where: { personId: ctx.actor.id, doneAt: null } });

/** One of the caller's own; NOT_FOUND for others', and for what they may no longer see. */
export async function getInboxItem(ctx: Ctx, id: string | undefined): Promise<InboxItem> {
  const row = isId(id) ? await read(ctx).inboxItem.findFirst({ where: { id, personId: ctx.actor.id }, select: SELECT }) : null;
  if (!row) throw notFound();
  return (await toItems(ctx, [row]))[0]!;
}

/** For the route's order of refusals: whose it is, if it can be seen at all. */
export async function inboxFacts(ctx: Ctx, params: Record<string, string>) {
  await getInboxItem(ctx, params.id);
  return { own: true };
}

const REVIEWS: readonly InboxKind[] = ["review", "reviewed"];

/** What readers were asked and said of the drafts that items are about, by incident and person. After publishing it stands with the version. */
async function reviewsOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, { state: ReviewState; note: string }>> {
  const about = rows.filter(({ kind }) => REVIEWS.includes(kind as InboxKind));
  if (about.length === 0) return new Map();
  const found = await read(ctx).postmortemReview.findMany({
    where: {
      personId: { in: [ctx.actor.id, ...about.flatMap(({ fromId }) => fromId ?? [])] },
      postmortem: { incidentId: { in: about.map((row) => row.incidentId) } },
    },
    select: { personId: true, state: true, note: true, postmortem: { select: { incidentId: true } } },
  });
  return new Map(found.map(({ personId, state, note, postmortem }) => [`${postmortem.incidentId} ${personId}`, { state: state as ReviewState, note }]));
}

async function toItems(ctx: Ctx, rows: readonly Row[]): Promise<InboxItem[]> {
  const entryIds = rows.flatMap((row) => row.entryId ?? []);
  const callIds = rows.flatMap((row) => row.callId ?? []);
  const actionIds = rows.flatMap((row) => row.actionItemId ?? []);
  const [reviews, actions, entries, calls] = await Promise.all([
    reviewsOf(ctx, rows),
    actionIds.length ? read(ctx).actionItem.findMany({ where: { id: { in: actionIds } }, select: { id: true, number: true, title: true } }) : [],
    entryIds.length ? read(ctx).timelineEntry.findMany({ where: { id: { in: entryIds }, deletedAt: null }, select: { id: true, body: true } }) : [],
    callIds.length
      ? read(ctx).call.findMany({
          where: { id: { in: callIds } },
          select: {
            id: true,
            message: true,
            people: {
              where: { OR: [{ personId: ctx.actor.id }, { answer: "on_it" }] },
              orderBy: { answeredAt: "asc" },
              select: { personId: true, answer: true },
            },
          },
        })
      : [],
  ]);
  const people = await peopleById([...rows.flatMap((row) => row.fromId ?? []), ...calls.flatMap((call) => call.people.map(({ personId }) => personId))]);
  const bodies = new Map(entries.map((entry) => [entry.id, entry.body]));
  const items = new Map(actions.map((item) => [item.id, item]));
  const called = new Map(calls.map((call) => [call.id, call]));
  return rows.map((row) => {
    const call = row.callId ? called.get(row.callId) : undefined;
    const mine = call?.people.find(({ personId }) => personId === ctx.actor.id);
    const others = call?.people.filter((called) => called !== mine) ?? [];
    const kind = row.kind as InboxKind;
    const from = row.fromId ? (people.get(row.fromId) ?? someone(row.fromId)) : null;
    const ref = refOf(row.incident.number);
    const item = row.actionItemId ? items.get(row.actionItemId) : undefined;
    const actionRef = item ? `ACT-${item.number}` : null;
    const review = REVIEWS.includes(kind) ? reviews.get(`${row.incidentId} ${kind === "review" ? ctx.actor.id : row.fromId}`) : undefined;
    const words = review ? review.note : item ? item.title : call ? call.message : row.entryId ? (bodies.get(row.entryId) ?? "") : "";
    return {
      id: row.id,
      kind,
      title: titleOf({ kind, from: from?.name ?? null, ref, role: row.role as IncidentRole | null, actionRef, said: review?.state ?? null }),
      excerpt: firstLine(words) || null,
      url: urlOf(ref, { kind, entryId: row.entryId, callId: row.callId, actionRef }),
      incidentRef: ref,
      incidentTitle: row.incident.title,
      severity: row.incident.severity as Severity | null,
      status: row.incident.status as Status,
      from,
      callId: row.callId,
      onIt: others.map(({ personId }) => people.get(personId) ?? someone(personId)),
      answer: (mine?.answer ?? null) as CallAnswer | null,
      at: row.at.toISOString(),
      seenAt: row.seenAt?.toISOString() ?? null,
      doneAt: row.doneAt?.toISOString() ?? null,
    };
  });
}
