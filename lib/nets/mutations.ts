import { change, expectVersion } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { invalid } from "../errors";
import { getNet, netOf } from "./queries";
import type { AnswerNet, SafetyNet } from "./schema";

/** Answers for one net, or corrects what was answered; what is left out stays. One that nobody answered yet is at version 0. */
export async function answerNet(ctx: Ctx, ref: string, name: string, input: AnswerNet, ifMatch?: number): Promise<SafetyNet> {
  const net = netOf(name);
  await change(ctx, "net.write", { incident: ref }, async (c) => {
    const where = { incidentId_net: { incidentId: c.incident.id, net } };
    const row = await c.tx.safetyNet.findUnique({ where, select: { version: true } });
    await expectVersion(ifMatch, row?.version ?? 0, () => getNet(ctx, ref, net));
    const fields = Object.keys(input).filter((field) => input[field as keyof AnswerNet] !== undefined);
    if (fields.length === 0) throw invalid("", "Say what to answer");
    if (input.brokeThereFirst !== undefined && net !== "staging") throw invalid("brokeThereFirst", "This is asked of staging alone");
    const answered = {
      ...Object.fromEntries(fields.map((field) => [field, input[field as keyof AnswerNet]])),
      answeredById: ctx.actor.id,
      answeredAt: c.now,
    };
    await c.tx.safetyNet.upsert({
      where,
      create: { incidentId: c.incident.id, net, ...answered },
      update: { ...answered, version: { increment: 1 } },
      select: { net: true },
    });
    c.record({ type: "net.answered", data: { net, fields } });
  });
  return getNet(ctx, ref, net);
}
