import { originOf } from "@/lib/auth/origin";
import { exportPostmortem } from "@/lib/exports/queries";
import { resourceAt, route } from "@/lib/http/route";
import { postmortemFacts } from "@/lib/postmortems/queries";
import { ExportQuery } from "@/lib/postmortems/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/export",
  {
    GET: route({
      summary: "The draft or, with `version`, what was published, as a file: Markdown with front matter, one HTML file, or JSON",
      query: ExportQuery,
      run: async ({ ctx, params, query, request }) => {
        const { name, mediaType, body } = await exportPostmortem(ctx, params.ref, query, originOf(request));
        return new Response(body, {
          headers: {
            "content-type": mediaType,
            "content-disposition": `attachment; filename="${name}"`,
            "content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
            "cache-control": "no-store",
          },
        });
      },
    }),
  },
  { locate: postmortemFacts },
);
