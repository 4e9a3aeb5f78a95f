import { api } from "../http/fetch";
import type { AskedPasswordReset } from "./schema";

/** For admins: a link by which someone sets a new password, to be handed over. */
export const makeResetLink = (personId: string) => api<AskedPasswordReset>("POST", "/password-reset", { body: { personId } });
