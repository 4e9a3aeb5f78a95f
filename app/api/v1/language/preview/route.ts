import { resourceAt, route } from "@/lib/http/route";
import { previewLanguage } from "@/lib/wording/queries";
import { LanguagePreview, SetLanguage } from "@/lib/language/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/language/preview", {
  POST: route({
    summary: "What a setting would change in the newest published post-mortems, before it is set (admins)",
    verb: "settings.write",
    reads: true,
    body: SetLanguage,
    answer: LanguagePreview,
    run: ({ ctx, body }) => previewLanguage(ctx, body),
  }),
});
