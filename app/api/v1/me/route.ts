import { resourceAt, route } from "@/lib/http/route";
import { getPerson } from "@/lib/people/queries";
import { PersonProfile } from "@/lib/people/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/me", {
  GET: route({ summary: "Who is calling", answer: PersonProfile, run: ({ ctx }) => getPerson(ctx, ctx.actor.id) }),
});
