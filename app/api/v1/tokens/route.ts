import { resourceAt, route } from "@/lib/http/route";
import { createToken } from "@/lib/tokens/mutations";
import { getToken, listTokens } from "@/lib/tokens/queries";
import { CreateToken, ListTokens, type NewToken, NewToken as NewTokenSchema, TokenPage } from "@/lib/tokens/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/tokens", {
  GET: route({ summary: "Your API tokens", query: ListTokens, answer: TokenPage, run: ({ ctx, query }) => listTokens(ctx, query) }),
  POST: route({
    summary: "Make an API token; the answer shows it this once",
    verb: "token.write",
    body: CreateToken,
    answer: NewTokenSchema,
    status: 201,
    run: ({ ctx, body }) => createToken(ctx, body),
    again: ({ ctx }, id) => getToken(ctx, id),
    location: (made: NewToken) => `/tokens/${made.id}`,
  }),
});
