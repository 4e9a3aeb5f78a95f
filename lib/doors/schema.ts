import { z } from "zod";
import { AcceptInvitation } from "../invitations/schema";
import { ConfirmPasswordReset } from "../password-resets/schema";
import { SetUp } from "../people/schema";
import { Email, Flag, Password } from "../scalars";

/** The plain forms before one is signed in: texts, as a form sends them. */

export const SignInForm = z.strictObject({
  email: z.string().max(1000).trim().min(1, "Your e-mail address"),
  password: z.string().max(1000).min(1, "Your password"),
});
export type SignInForm = z.infer<typeof SignInForm>;

export const SetUpForm = SetUp.extend({ exampleHistory: Flag.default(false) });
export type SetUpForm = z.input<typeof SetUpForm>;

export const InvitationForm = AcceptInvitation.omit({ token: true });
export type InvitationForm = z.infer<typeof InvitationForm>;

export const ResetForm = z.strictObject({ email: Email });
export type ResetForm = z.infer<typeof ResetForm>;

export const NewPasswordForm = ConfirmPasswordReset.omit({ token: true }).extend({ password: Password });
export type NewPasswordForm = z.infer<typeof NewPasswordForm>;
