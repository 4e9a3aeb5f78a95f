import { isSecure } from "./origin";
import { SESSION_COOKIES } from "./authenticate";

export const SESSION_DAYS = 30;
export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/** next-auth's cookie, for the doors that sign in beside it: the same name and flags. `null` takes it away. */
export function sessionCookie(request: { headers: Headers }, secret: string | null): string {
  const secure = isSecure(request);
  const age = secret === null ? 0 : SESSION_SECONDS;
  return `${SESSION_COOKIES[secure ? 1 : 0]}=${secret ?? ""}; Path=/; Max-Age=${age}; Expires=${new Date(Date.now() + age * 1000).toUTCString()}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
