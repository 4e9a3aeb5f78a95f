import type { AppRole, TokenScope } from "../people/words";

declare const minted: unique symbol;

/** Who acts. Read afresh from the database for every request, socket and job. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: AppRole;
  readonly avatarUrl: string | null;
}

/** Someone doing something. Minted only in lib/auth (session, token, socket, job) and lib/testing; every query and mutation takes it first. */
export interface Ctx {
  readonly [minted]: true;
  readonly actor: Actor;
  readonly requestId: string;
  readonly scope: TokenScope;
  readonly sessionId: string | null;
  /** Set by route() for a POST that brought an Idempotency-Key: the key and the hash of what was sent. */
  readonly idempotency: { key: string; hash: Uint8Array<ArrayBuffer> } | null;
}

export function mint(of: Omit<Ctx, typeof minted | "idempotency" | "scope" | "sessionId"> & Partial<Pick<Ctx, "idempotency" | "scope" | "sessionId">>): Ctx {
  return { scope: "write", sessionId: null, idempotency: null, ...of } as Ctx;
}
