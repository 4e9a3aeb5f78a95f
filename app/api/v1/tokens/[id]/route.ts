import { resourceAt, route } from "@/lib/http/route";
import { renameToken, revokeToken } from "@/lib/tokens/mutations";
import { getToken, tokenFacts } from "@/lib/tokens/queries";
import { Token, UpdateToken } from "@/lib/tokens/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/tokens/{id}",
  {
    GET: route({ summary: "One of your API tokens", answer: Token, run: ({ ctx, params }) => getToken(ctx, params.id) }),
    PATCH: route({
      summary: "Rename a token",
      verb: "token.write",
      body: UpdateToken,
      answer: Token,
      run: ({ ctx, params, body }) => renameToken(ctx, params.id, body),
    }),
    DELETE: route({ summary: "Revoke a token at once", verb: "token.write", status: 204, run: ({ ctx, params }) => revokeToken(ctx, params.id) }),
  },
  { locate: tokenFacts },
);
