import { resourceAt, route } from "@/lib/http/route";
import { setLanguage } from "@/lib/language/mutations";
import { languageSetting } from "@/lib/language/queries";
import { LanguageSetting, SetLanguage } from "@/lib/language/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/language", {
  GET: route({
    summary: "How wording is read here: rules that are off, phrases, vendors, and the names of people, teams and systems",
    answer: LanguageSetting,
    run: ({ ctx }) => languageSetting(ctx),
  }),
  PUT: route({
    summary: "Set it as a whole (admins)",
    verb: "settings.write",
    body: SetLanguage,
    answer: LanguageSetting,
    run: ({ ctx, body, ifMatch }) => setLanguage(ctx, body, ifMatch),
  }),
});
