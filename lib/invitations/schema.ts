import { z } from "zod";
import { APP_ROLES } from "../people/words";
import { Email, Id, Line, Password } from "../scalars";

export const Invite = z.strictObject({ email: Email, role: z.enum(APP_ROLES), teamIds: z.array(Id).max(50).optional() });
export type Invite = z.infer<typeof Invite>;

export const UpdateInvitation = z.strictObject({ role: z.enum(APP_ROLES) });
export type UpdateInvitation = z.infer<typeof UpdateInvitation>;

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(APP_ROLES),
  createdAt: z.string(),
  expiresAt: z.string(),
  acceptedAt: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** `url` is shown once: only its hash is kept. `mailed`: whether a mail went out too. */
export const NewInvitation = Invitation.extend({ url: z.string().optional(), mailed: z.boolean() });
export type NewInvitation = z.infer<typeof NewInvitation>;
export const InvitationPage = z.object({ items: z.array(Invitation), nextCursor: z.string().nullable() });

const Secret = z.string().min(20).max(200);
export const AcceptInvitation = z.strictObject({ token: Secret, name: Line, password: Password });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** Asked by anyone (mail), or by an admin for someone (`personId`: answers a link). */
export const AskPasswordReset = z.union([z.strictObject({ email: Email }), z.strictObject({ personId: Id })]);
export type AskPasswordReset = z.infer<typeof AskPasswordReset>;
export const ConfirmPasswordReset = z.strictObject({ token: Secret, password: Password });
export type ConfirmPasswordReset = z.infer<typeof ConfirmPasswordReset>;
