import { fromOf } from "@/lib/auth/doors";
import { ResetForm } from "@/lib/doors/schema";
import { formDoor } from "@/lib/http/form";
import { log } from "@/lib/log";
import { askPasswordReset } from "@/lib/password-resets/mutations";
import { paths } from "@/lib/paths";

export const POST = formDoor({
  schema: ResetForm,
  keep: ["email"],
  async run({ email }, request) {
    const { done } = await askPasswordReset(email, fromOf(request));
    void done.catch((error) => log.error({ err: error }, "a mail for a new password could not be made"));
    return { to: `${paths.reset()}?sent=1` };
  },
});
