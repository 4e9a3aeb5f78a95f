import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { peopleById, someone } from "../auth/directory";
import { notFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { incidentFacts } from "../incidents/queries";
import type { Person } from "../people/schema";
import { isId } from "../timeline/queries";
import type { Call, CallList, CalledPerson } from "./schema";
import type { CallAnswer, CallChannel, Delivery } from "./words";

export const CALL_SELECT = {
  id: true,
  message: true,
  at: true,
  calledById: true,
  webhook: true,
  people: { orderBy: [{ answeredAt: "asc" }, { personId: "asc" }] },
} satisfies Prisma.CallSelect;
export type CallRow = Prisma.CallGetPayload<{ select: typeof CALL_SELECT }>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function toCall(row: CallRow, people: ReadonlyMap<string, Person>): Call {
  return {
    id: row.id,
    message: row.message,
    at: row.at.toISOString(),
    calledBy: people.get(row.calledById) ?? someone(row.calledById),
    people: row.people.map(
      (called): CalledPerson => ({
        person: people.get(called.personId) ?? someone(called.personId),
        channel: called.channel as CallChannel,
        toldAt: iso(called.toldAt),
        seenAt: iso(called.seenAt),
        answer: called.answer as CallAnswer | null,
        answeredAt: iso(called.answeredAt),
        mail: called.mail as Delivery | null,
      }),
    ),
    webhook: row.webhook as Delivery | null,
  };
}

export async function toCalls(rows: readonly CallRow[]): Promise<Call[]> {
  const people = await peopleById(rows.flatMap((row) => [row.calledById, ...row.people.map((called) => called.personId)]));
  return rows.map((row) => toCall(row, people));
}

/** The channels beyond the app that are set up; when there are none, nobody will be woken. */
export function reach(): ("mail" | "webhook")[] {
  const channels: ("mail" | "webhook")[] = [];
  if (process.env.SMTP_URL) channels.push("mail");
  if (process.env.WEBHOOK_URL && process.env.WEBHOOK_SECRET) channels.push("webhook");
  return channels;
}

/** Calls of an incident, newest first (at most 200 are kept in view). */
export async function listCalls(ctx: Ctx, ref: string | undefined): Promise<CallList> {
  const { id: incidentId } = await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await read(ctx).call.findMany({ where: { incidentId }, orderBy: { at: "desc" }, take: 200, select: CALL_SELECT });
  return { items: await toCalls(rows), nextCursor: null, reach: reach() };
}

export async function getCall(ctx: Ctx, id: string): Promise<Call> {
  const row = isId(id) ? await read(ctx).call.findUnique({ where: { id }, select: CALL_SELECT }) : null;
  if (!row) throw notFound();
  return (await toCalls([row]))[0]!;
}

export async function callFacts(ctx: Ctx, params: Record<string, string>) {
  await getCall(ctx, params.id ?? "");
  return {};
}
