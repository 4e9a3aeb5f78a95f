import { change, type Tx } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { publicOrigin } from "../auth/origin";
import { addressees, callerCtx, receiver, receiverCtx } from "../auth/receiver";
import { readerZone } from "../dates";
import { env } from "../env";
import { AppError } from "../errors";
import type { NewEvent } from "../events/schema";
import { getIncident } from "../incidents/queries";
import type { Incident } from "../incidents/schema";
import { GiveUp, type Handler, insist } from "../jobs/worker";
import { sendMail } from "../mail/transport";
import { paths } from "../paths";
import { AddressRefused, deliver } from "../webhooks/deliver";
import { refOfCall } from "./mutations";
import { getCall } from "./queries";
import { callMailText, callWebhookBody } from "./rules";
import type { Call } from "./schema";

interface Seen {
  incident: Incident;
  call: Call;
  url: string;
}

/** The call as this person sees it; null when they may not see it any more, and then nothing is sent. */
async function sight(ctx: Ctx, callId: string): Promise<Seen | null> {
  try {
    const [ref, call] = await Promise.all([refOfCall(ctx, callId), getCall(ctx, callId)]);
    return { incident: await getIncident(ctx, ref), call, url: `${await publicOrigin()}${paths.call(ref, callId)}` };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

/** Writes what became of a message, for everyone in the room to see. In the name of its receiver: nobody else did anything. */
const note = (ctx: Ctx, ref: string, event: NewEvent, write: (tx: Tx) => Promise<unknown>): Promise<void> =>
  insist(() =>
    change(ctx, "call.answer", { incident: ref }, async (c) => {
      await write(c.tx);
      c.record(event);
    }),
  );

export const callMail: Handler<"call.mail"> = {
  atOnce: 4,
  pollMs: 1000,
  async run({ callId, personId }) {
    const to = await receiver(personId);
    const seen = to?.email && (await sight(to.ctx, callId));
    const called = seen && seen.call.people.find(({ person }) => person.id === personId);
    // Who was mailed already, or has answered, needs no mail.
    if (!to?.email || !seen || !called || called.mail === "sent" || called.answer) return;
    const { incident, call, url } = seen;
    const mail = callMailText(incident, call, { room: url, zone: readerZone(to.zone, null), now: new Date() });
    await sendMail({ to: to.email, ...mail, id: `call.${callId}.${personId}` });
    await note(
      to.ctx,
      incident.ref,
      { type: "call.told", data: { callId, personId, channel: "mail" } },
      (tx) =>
        tx.$executeRaw`
        update call_person set mail = 'sent', channel = case channel when 'inbox' then 'mail' else channel end, "toldAt" = coalesce("toldAt", now())
        where "callId" = ${callId}::uuid and "personId" = ${personId}::uuid`,
    );
  },
  async gaveUp({ callId, personId }) {
    const ctx = await receiverCtx(personId);
    const seen = ctx && (await sight(ctx, callId));
    if (!seen) return;
    await note(ctx, seen.incident.ref, { type: "call.unreached", data: { callId, personId, channel: "mail" } }, (tx) =>
      tx.callPerson.update({ where: { callId_personId: { callId, personId } }, data: { mail: "failed" } }),
    );
  },
};

export const callWebhook: Handler<"call.webhook"> = {
  atOnce: 8,
  pollMs: 1000,
  async run({ callId }, { signal }) {
    const { WEBHOOK_URL, WEBHOOK_SECRET, CANDOR_ALLOW_PRIVATE_WEBHOOK } = env();
    const ctx = await callerCtx(callId);
    const seen = ctx && (await sight(ctx, callId));
    if (!WEBHOOK_URL || !WEBHOOK_SECRET || !seen || seen.call.webhook === "sent") return;
    const { incident, call, url } = seen;
    const people = await addressees(call.people.map(({ person }) => person.id));
    try {
      await deliver({
        url: WEBHOOK_URL,
        secret: WEBHOOK_SECRET,
        id: `call_${callId}`,
        payload: callWebhookBody(incident, call, people, url),
        allowPrivate: CANDOR_ALLOW_PRIVATE_WEBHOOK,
        signal,
      });
    } catch (error) {
      throw error instanceof AddressRefused ? new GiveUp(error.message) : error;
    }
    await note(ctx, incident.ref, { type: "call.told", data: { callId, channel: "webhook" } }, async (tx) => {
      await tx.call.update({ where: { id: callId }, data: { webhook: "sent" } });
      await tx.callPerson.updateMany({ where: { callId }, data: { channel: "webhook" } });
    });
  },
  async gaveUp({ callId }) {
    const ctx = await callerCtx(callId);
    const seen = ctx && (await sight(ctx, callId));
    if (!seen) return;
    await note(ctx, seen.incident.ref, { type: "call.unreached", data: { callId, channel: "webhook" } }, (tx) =>
      tx.call.update({ where: { id: callId }, data: { webhook: "failed" } }),
    );
  },
};
