import { fromOf } from "@/lib/auth/doors";
import { InvitationForm } from "@/lib/doors/schema";
import { formDoor } from "@/lib/http/form";
import { acceptInvitation } from "@/lib/invitations/mutations";
import { paths } from "@/lib/paths";

export const POST = formDoor({
  schema: InvitationForm,
  keep: ["name"],
  async run(input, request, { token = "" }) {
    const { session } = await acceptInvitation({ ...input, token }, fromOf(request));
    return { to: paths.home(), session };
  },
});
