import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { stateOf } from "../documents/projection";
import { templateDocument } from "../documents/template";
import { DOCUMENT_SCHEMA } from "../documents/words";
import { AppError } from "../errors";
import { newId } from "../ids";
import { findPostmortem, getPostmortem } from "./queries";
import type { Postmortem, StartPostmortem } from "./schema";

/** Begins the incident's post-mortem. There is one: beginning it twice is a conflict that shows the one that stands. */
export async function startPostmortem(ctx: Ctx, ref: string, _input: StartPostmortem): Promise<Postmortem> {
  await change(ctx, "postmortem.write", { incident: ref }, async (c) => {
    const { tx, incident, now } = c;
    if (await tx.postmortem.count({ where: { incidentId: incident.id } }))
      throw new AppError("CONFLICT", "It was begun already.", { current: await findPostmortem(ctx, ref) });
    const id = newId(now.getTime());
    const json = templateDocument();
    await tx.postmortem.create({ data: { id, incidentId: incident.id, createdById: ctx.actor.id, createdAt: now, updatedAt: now }, select: { id: true } });
    await tx.document.create({ data: { id }, select: { id: true } });
    await tx.documentSnapshot.create({
      data: { documentId: id, seq: 0, state: new Uint8Array(stateOf(json)), json: json as object, markdown: "", words: 0, schema: DOCUMENT_SCHEMA, at: now },
      select: { documentId: true },
    });
    c.record({ type: "postmortem.started", data: { postmortemId: id } });
    c.made(id);
  });
  return getPostmortem(ctx, ref);
}
