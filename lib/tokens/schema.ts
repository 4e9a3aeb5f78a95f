import { z } from "zod";
import { TOKEN_SCOPES } from "../people/words";
import { FutureInstant, Line, PageQuery } from "../scalars";

export const CreateToken = z.strictObject({
  name: Line,
  scope: z.enum(TOKEN_SCOPES),
  expiresAt: FutureInstant.refine((at) => at.getTime() > Date.now(), "Lies in the past")
    .nullable()
    .optional(),
});
export type CreateToken = z.infer<typeof CreateToken>;

export const UpdateToken = z.strictObject({ name: Line });
export type UpdateToken = z.infer<typeof UpdateToken>;

export const Token = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  hint: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

/** The answer to making one: the only time that the token itself is shown. */
export const NewToken = Token.extend({ token: z.string().optional() });
export type NewToken = z.infer<typeof NewToken>;

export const ListTokens = z.strictObject(PageQuery);
export type ListTokens = z.infer<typeof ListTokens>;
export const TokenPage = z.object({ items: z.array(Token), nextCursor: z.string().nullable() });
export type TokenPage = z.infer<typeof TokenPage>;
