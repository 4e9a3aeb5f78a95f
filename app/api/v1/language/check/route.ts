import { resourceAt, route } from "@/lib/http/route";
import { checkLanguage } from "@/lib/wording/queries";
import { CheckedLanguage, CheckLanguage } from "@/lib/language/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/language/check", {
  POST: route({
    summary: "Read a text for wording that judges, each finding with its reason; nothing of it is kept",
    reads: true,
    body: CheckLanguage,
    answer: CheckedLanguage,
    run: ({ ctx, body }) => checkLanguage(ctx, body),
  }),
});
