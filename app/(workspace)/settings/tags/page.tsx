import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Section } from "@/components/layout/section";
import { TagList } from "@/components/settings/tag-list";
import { pageCtxFor } from "@/lib/auth/page";
import { tagsQuery } from "@/lib/tags/client";
import { listTags } from "@/lib/tags/queries";

export const metadata: Metadata = { title: "Factor tags" };

export default async function TagsPage() {
  const ctx = await pageCtxFor("tag.write");
  const cache = new QueryClient();
  const [tags, archived] = await Promise.all([listTags(ctx), listTags(ctx, { archived: true })]);
  cache.setQueryData(tagsQuery().queryKey, tags);
  cache.setQueryData(tagsQuery(true).queryKey, archived);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <Section title="Factor tags">
        <p className="mb-4 max-w-[44rem] text-soft">
          What kinds of condition combine in your incidents, by group. One that is in use is archived rather than deleted: what was learned keeps its name.
        </p>
        <TagList />
      </Section>
    </HydrationBoundary>
  );
}
