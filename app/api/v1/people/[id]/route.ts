import { resourceAt, route } from "@/lib/http/route";
import { updatePerson } from "@/lib/people/mutations";
import { getPerson, personFacts } from "@/lib/people/queries";
import { PersonProfile, UpdatePerson } from "@/lib/people/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/people/{id}",
  {
    GET: route({ summary: "A person and their teams", answer: PersonProfile, run: ({ ctx, params }) => getPerson(ctx, params.id) }),
    PATCH: route({
      summary: "Change your profile; as an admin also anyone's name, role and mail address",
      verb: "person.update",
      body: UpdatePerson,
      answer: PersonProfile,
      run: ({ ctx, params, body, ifMatch }) => updatePerson(ctx, params.id, body, ifMatch),
    }),
    DELETE: route({
      summary: "Let someone leave: they are signed out everywhere, what they wrote stays theirs",
      verb: "person.disable",
      status: 204,
      run: ({ ctx, params, ifMatch }) => updatePerson(ctx, params.id, { disabled: true }, ifMatch),
    }),
  },
  { locate: personFacts },
);
