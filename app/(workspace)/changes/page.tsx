import type { Metadata } from "next";
import { CHANGE_EXAMPLE } from "@/components/changes/change-example";
import { ChangeFilters } from "@/components/changes/change-filters";
import { ChangeList } from "@/components/changes/change-list";
import { TellLine } from "@/components/changes/tell-line";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { pageReader } from "@/lib/auth/page";
import { listChanges } from "@/lib/changes/queries";
import { ListChanges } from "@/lib/changes/schema";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { paths } from "@/lib/paths";
import { getService } from "@/lib/services/queries";

export const metadata: Metadata = { title: "Changes" };

export default async function ChangesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx, zone } = await pageReader();
  const { limit: _, ...query } = pageQuery(ListChanges, await searchParams);
  const [{ items, nextCursor }, service] = await Promise.all([
    fromStartIfLost({ ...query, limit: 40 }, (at) => listChanges(ctx, at)),
    query.service ? getService(ctx, query.service).catch(() => null) : null,
  ]);
  const filter = { service: query.service ?? null, kind: query.kind?.join(",") ?? null, environment: query.environment?.join(",") ?? null };
  const at = (cursor: string | null) => paths.changes({ ...filter, from: query.from?.toISOString(), to: query.to?.toISOString(), cursor });
  const narrowed = Object.values(query).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title="Changes">
        What was altered lately: deploys, flags, configuration, infrastructure. What breaks next is often among the last of them.
      </PageHeader>
      <ChangeFilters filter={filter} service={service ? { id: service.id, label: service.name } : null} />
      <ChangeList changes={items} zone={zone} />
      {items.length === 0 && narrowed ? <p className="py-8 text-soft">Nothing was told that fits. Choose less, or another service.</p> : null}
      {items.length === 0 && !narrowed ? (
        <EmptyState title="No changes yet" actions={<TellLine />} example={<ChangeList changes={CHANGE_EXAMPLE} zone={zone} />}>
          One line in the deploy script tells of each release, with a token that may write. When something breaks, the room of that service is offered what was
          altered in the day before.
        </EmptyState>
      ) : null}
      <Pager prev={query.cursor ? at(null) : null} next={nextCursor ? at(nextCursor) : null} prevLabel="From the start" nextLabel="Older" />
    </>
  );
}
