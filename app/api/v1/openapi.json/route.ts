import { openApi } from "@/lib/http/openapi";
import { resourceAt, route } from "@/lib/http/route";
import { resources } from "../routes";

let made: string | undefined;

const here = resourceAt(
  "/openapi.json",
  {
    GET: route({
      summary: "This API as an OpenAPI 3.1 document",
      run: async () =>
        new Response((made ??= JSON.stringify(openApi([...resources, here.resource]))), {
          headers: { "content-type": "application/json", "cache-control": "no-cache" },
        }),
    }),
  },
  { open: true },
);
export const { GET, POST, PUT, PATCH, DELETE, resource } = here;
