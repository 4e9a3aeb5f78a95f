import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Section } from "@/components/layout/section";
import { TokenList } from "@/components/settings/token-list";
import { pageReader } from "@/lib/auth/page";
import { paths } from "@/lib/paths";
import { tokensQuery } from "@/lib/tokens/client";
import { listTokens } from "@/lib/tokens/queries";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const { ctx, zone } = await pageReader();
  const cache = new QueryClient();
  cache.setQueryData(tokensQuery.queryKey, await listTokens(ctx, { limit: 100 }));
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <Section
        title="API tokens"
        aside={
          <a className="link" href={paths.apiDocs()}>
            The API
          </a>
        }
      >
        <TokenList zone={zone} now={Date.now()} />
      </Section>
    </HydrationBoundary>
  );
}
