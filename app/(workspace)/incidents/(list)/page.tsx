import type { Metadata } from "next";
import { FilterButton } from "@/components/history/filter-button";
import { FilterChips } from "@/components/history/filter-chips";
import { IncidentList } from "@/components/history/incident-list";
import { ListBar } from "@/components/history/list-bar";
import { ListPager } from "@/components/history/list-pager";
import { NoMatch } from "@/components/history/no-match";
import { NothingYet } from "@/components/history/nothing-yet";
import { QuickFilters } from "@/components/history/quick-filters";
import { SortMenu } from "@/components/history/sort-menu";
import { PageHeader } from "@/components/layout/page-header";
import { pageReader } from "@/lib/auth/page";
import { readPage } from "@/lib/browse/queries";
import { isNarrowed, readList } from "@/lib/browse/rules";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readList(await searchParams);
  return { title: q ? `“${q}” in incidents` : "Incidents" };
}

/** The whole history, as the address narrows and orders it. */
export default async function IncidentsPage({ searchParams }: Props) {
  const { ctx, zone } = await pageReader();
  const { state, page, names, counted } = await readPage(ctx, readList(await searchParams));
  const now = Date.now();
  const isEmpty = page.items.length === 0;
  return (
    <>
      <PageHeader title="Incidents" />
      {page.total === 0 && !isNarrowed(state) ? (
        <NothingYet zone={zone} now={now} />
      ) : (
        <ListBar state={state}>
          <QuickFilters state={state} counted={counted}>
            <FilterButton state={state} names={names} zone={zone} />
            <SortMenu state={state} />
          </QuickFilters>
          <FilterChips state={state} names={names} zone={zone} />
          {isEmpty ? <NoMatch state={state} /> : <IncidentList incidents={page.items} zone={zone} now={now} />}
          {isEmpty ? null : <ListPager state={state} page={page} />}
        </ListBar>
      )}
    </>
  );
}
