import { fromOf } from "@/lib/auth/doors";
import { SetUpForm } from "@/lib/doors/schema";
import { formDoor } from "@/lib/http/form";
import { paths } from "@/lib/paths";
import { setUp } from "@/lib/setup/mutations";

export const POST = formDoor({
  schema: SetUpForm,
  keep: ["name", "email", "exampleHistory"],
  run: async (input, request) => ({ to: paths.home(), session: await setUp(input, fromOf(request)) }),
});
