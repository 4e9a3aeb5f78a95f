import { z } from "zod";
import { APP_ROLES } from "../people/words";
import { Email, Id, Line, PageQuery, Password, RefDto } from "../scalars";

/** What stands in a link that was made for one person. */
export const LinkSecret = z.string().min(20).max(200);

export const Invite = z.strictObject({ email: Email, role: z.enum(APP_ROLES), teamIds: z.array(Id).max(50).optional() });
export type Invite = z.infer<typeof Invite>;

export const UpdateInvitation = z.strictObject({ role: z.enum(APP_ROLES) });
export type UpdateInvitation = z.infer<typeof UpdateInvitation>;

export const ListInvitations = z.strictObject(PageQuery);
export type ListInvitations = z.infer<typeof ListInvitations>;

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(APP_ROLES),
  teams: z.array(RefDto),
  createdAt: z.string(),
  expiresAt: z.string(),
  acceptedAt: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** `url` is shown once: only its hash is kept. `mailed`: whether a mail went out too. */
export const NewInvitation = Invitation.extend({ url: z.string().optional(), mailed: z.boolean() });
export type NewInvitation = z.infer<typeof NewInvitation>;
export const InvitationPage = z.object({ items: z.array(Invitation), nextCursor: z.string().nullable() });

export type InvitationPage = z.infer<typeof InvitationPage>;

export const AcceptInvitation = z.strictObject({ token: LinkSecret, name: Line, password: Password });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export const AcceptedInvitation = RefDto;
export type AcceptedInvitation = RefDto;
