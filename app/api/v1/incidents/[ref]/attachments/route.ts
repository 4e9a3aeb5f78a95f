import { AppError, invalid } from "@/lib/errors";
import { readBytes } from "@/lib/http/input";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { ATTACHMENT_LIMIT, addAttachment } from "@/lib/attachments/mutations";
import { getAttachment } from "@/lib/attachments/queries";
import { AttachmentDto } from "@/lib/timeline/schema";

/** The multipart frame around the picture. */
const FRAME = 20_000;

async function fileOf(request: Request): Promise<{ name: string; bytes: Buffer }> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) throw new AppError("UNSUPPORTED", "Send multipart/form-data with a field named file.");
  const body = await readBytes(request, ATTACHMENT_LIMIT + FRAME);
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => {
    throw new AppError("INVALID", "The upload is not whole.", { status: 400, errors: [{ path: "file", message: "The upload is not whole" }] });
  });
  const odd = [...form.keys()].find((name) => name !== "file");
  if (odd) throw invalid(odd, "Unknown field");
  const [file, second] = form.getAll("file");
  if (!(file instanceof File) || second) throw invalid("file", "Send one file");
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/attachments",
  {
    POST: route({
      summary: "Upload a picture (PNG, JPEG, GIF, WebP; at most 10 000 000 bytes), to be attached to an entry",
      verb: "timeline.attach",
      raw: "multipart/form-data",
      answer: AttachmentDto,
      status: 201,
      run: async ({ ctx, params, request }) => addAttachment(ctx, params.ref!, await fileOf(request)),
      again: ({ ctx, params }, id) => getAttachment(ctx, params.ref, id),
      location: (made: AttachmentDto) => made.url.replace("/api/v1", ""),
    }),
  },
  { locate: incidentFacts },
);
