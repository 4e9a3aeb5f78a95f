import { checkPassword, fromOf, startSession } from "@/lib/auth/doors";
import { SignInForm } from "@/lib/doors/schema";
import { invalid } from "@/lib/errors";
import { formDoor } from "@/lib/http/form";

export const POST = formDoor({
  schema: SignInForm,
  keep: ["email"],
  async run(input, request) {
    const from = fromOf(request);
    const person = await checkPassword(input, from);
    if (!person) throw invalid("password", "This e-mail address and password do not go together. Check both, or ask for a new password.");
    return { to: "/", session: await startSession(person, from) };
  },
});
