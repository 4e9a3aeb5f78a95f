import { fromOf } from "@/lib/auth/doors";
import { resourceAt, route } from "@/lib/http/route";
import { confirmPasswordReset } from "@/lib/password-resets/mutations";
import { ConfirmPasswordReset } from "@/lib/password-resets/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/password-reset/confirm",
  {
    POST: route({
      summary: "Set a new password by a link; ends every session",
      body: ConfirmPasswordReset,
      status: 204,
      run: ({ body, request }) => confirmPasswordReset(body, fromOf(request)),
    }),
  },
  { open: true },
);
