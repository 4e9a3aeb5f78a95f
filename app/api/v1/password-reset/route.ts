import { fromOf } from "@/lib/auth/doors";
import { originOf } from "@/lib/auth/origin";
import { AppError } from "@/lib/errors";
import { resourceAt, route } from "@/lib/http/route";
import { log } from "@/lib/log";
import { askPasswordReset, makeResetLink } from "@/lib/password-resets/mutations";
import { AskedPasswordReset, AskPasswordReset } from "@/lib/password-resets/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/password-reset",
  {
    POST: route({
      summary:
        "Ask for a new password by mail (`email`, by anyone; the answer never tells whether someone has it), or make a link for someone (`personId`, by an admin)",
      body: AskPasswordReset,
      answer: AskedPasswordReset,
      async run({ ctx, body, request }) {
        if ("personId" in body) {
          if (!ctx) throw new AppError("UNAUTHENTICATED", "Sign in, or send a token.");
          return makeResetLink(ctx, body.personId, originOf(request));
        }
        const { mailed, done } = await askPasswordReset(body.email, fromOf(request));
        void done.catch((error) => log.error({ err: error }, "a mail for a new password could not be made"));
        return { mailed } satisfies AskedPasswordReset;
      },
      again: async () => ({ mailed: false }) satisfies AskedPasswordReset,
    }),
  },
  { open: true },
);
