import { hash, verify } from "@node-rs/argon2";
import { newSecret } from "../ids";

/** argon2id (the library's `Algorithm` is a const enum, which isolated modules cannot read: 2 is Argon2id), at OWASP's figures. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters typed on two keyboards are the same password. */
const normal = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), OPTIONS);

let nobodys: Promise<string> | undefined;

/** Takes as long for an account that is not there (`null`) as for one that is, and is then false. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(newSecret());
  const matches = await verify(passwordHash ?? (await nobodys), normal(password));
  return matches && !!passwordHash;
}
