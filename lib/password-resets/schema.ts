import { z } from "zod";
import { LinkSecret } from "../invitations/schema";
import { Email, Id, Password } from "../scalars";

/** Asked by anyone (a mail goes out, where someone has this address), or by an admin for someone (`personId`: answers a link). */
export const AskPasswordReset = z.union([z.strictObject({ email: Email }), z.strictObject({ personId: Id })]);
export type AskPasswordReset = z.infer<typeof AskPasswordReset>;

/** `url` for an admin alone, and once. */
export const AskedPasswordReset = z.object({ mailed: z.boolean(), url: z.string().optional(), expiresAt: z.string().optional() });
export type AskedPasswordReset = z.infer<typeof AskedPasswordReset>;

export const ConfirmPasswordReset = z.strictObject({ token: LinkSecret, password: Password });
export type ConfirmPasswordReset = z.infer<typeof ConfirmPasswordReset>;
