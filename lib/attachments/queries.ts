import path from "node:path";
import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { incidentFacts } from "../incidents/queries";
import { isId } from "../timeline/queries";
import type { AttachmentDto } from "../timeline/schema";

/** Where the picture itself lies in the data folder. */
export const attachmentPath = (id: string) => path.join(process.env.CANDOR_DATA_DIR || ".data", "attachments", id.slice(-2), id);

export async function getAttachment(ctx: Ctx, ref: string | undefined, id: string | undefined): Promise<AttachmentDto> {
  const { id: incidentId } = await incidentFacts(ctx, { ref: ref ?? "" });
  const row = isId(id)
    ? await read(ctx).attachment.findFirst({
        where: { id, incidentId },
        select: { id: true, name: true, mediaType: true, bytes: true, width: true, height: true },
      })
    : null;
  if (!row) throw notFound();
  return { ...row, url: `/api/v1/incidents/${ref}/attachments/${row.id}` };
}
