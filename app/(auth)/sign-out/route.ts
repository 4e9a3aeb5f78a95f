import { sessionSecretsOf } from "@/lib/auth/authenticate";
import { endSessionOf } from "@/lib/auth/doors";
import { formDoor } from "@/lib/http/form";
import { paths } from "@/lib/paths";
import { z } from "zod";

/** `<form method="post" action="/sign-out">`: ends the session, its sockets too, and takes the cookie away. */
export const POST = formDoor({
  schema: z.strictObject({}),
  keep: [],
  async run(_, request) {
    for (const secret of sessionSecretsOf(request.headers.get("cookie"))) await endSessionOf(secret);
    return { to: paths.signIn(), session: null };
  },
});
