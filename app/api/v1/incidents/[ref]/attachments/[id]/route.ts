import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { notFound } from "@/lib/errors";
import { resourceAt, route } from "@/lib/http/route";
import { attachmentPath, getAttachment } from "@/lib/attachments/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/attachments/{id}",
  {
    GET: route({
      summary: "The picture itself",
      run: async ({ ctx, params }) => {
        const file = await getAttachment(ctx, params.ref, params.id);
        const path = attachmentPath(file.id);
        const found = await stat(path).catch(() => null);
        if (!found) throw notFound("The picture is no longer in the data folder.");
        return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
          headers: {
            "content-type": file.mediaType,
            "content-length": String(found.size),
            "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
            "content-security-policy": "default-src 'none'; sandbox",
            "x-content-type-options": "nosniff",
            "cache-control": "private, no-cache",
          },
        });
      },
    }),
  },
  {
    locate: async (ctx, params) => {
      await getAttachment(ctx, params.ref, params.id);
      return {};
    },
  },
);
