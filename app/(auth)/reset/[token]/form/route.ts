import { fromOf } from "@/lib/auth/doors";
import { NewPasswordForm } from "@/lib/doors/schema";
import { formDoor } from "@/lib/http/form";
import { confirmPasswordReset } from "@/lib/password-resets/mutations";
import { paths } from "@/lib/paths";

export const POST = formDoor({
  schema: NewPasswordForm,
  keep: [],
  async run({ password }, request, { token = "" }) {
    await confirmPasswordReset({ token, password }, fromOf(request));
    return { to: `${paths.signIn()}?notice=new-password`, session: null };
  },
});
