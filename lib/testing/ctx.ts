import { type Ctx, mint } from "../auth/ctx";
import { newId } from "../ids";
import type { AppRole, TokenScope } from "../people/words";

/** Someone who acts in a test: as their session would, or with a token's scope. */
export const ctxOf = (person: { id: string; name: string; role: AppRole }, more: { scope?: TokenScope; idempotency?: Ctx["idempotency"] } = {}): Ctx =>
  mint({ actor: { id: person.id, name: person.name, role: person.role, avatarUrl: null }, requestId: newId(), ...more });

/** The same request as another with this key: same key, same hash. */
export const withKey = (ctx: Ctx, key: string): Ctx => mint({ ...ctx, idempotency: { key, hash: new TextEncoder().encode("the same body") } });
