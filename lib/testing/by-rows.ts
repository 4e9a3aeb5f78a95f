import type pg from "pg";
import { hashSecret, newId, newSecret } from "../ids";

/** Someone who is signed in, made by rows: for tests and figures of a running server, which do not click. */
export interface PersonByRows {
  id: string;
  name: string;
  email: string;
  /** What the session's cookie holds. */
  secret: string;
  cookie: string;
}

export async function personByRows(db: Pick<pg.Client, "query">, name: string, role: "viewer" | "member" | "admin" = "member"): Promise<PersonByRows> {
  const [id, secret] = [newId(), newSecret()];
  const email = `${id}@example.com`;
  await db.query("insert into person (id, email, name, role) values ($1, $2, $3, $4)", [id, email, name, role]);
  await db.query(`insert into session (id, "personId", "tokenHash", "expiresAt") values ($1, $2, $3, now() + interval '1 day')`, [
    newId(),
    id,
    Buffer.from(hashSecret(secret)),
  ]);
  return { id, name, email, secret, cookie: `next-auth.session-token=${secret}` };
}
