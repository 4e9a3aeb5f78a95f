import type { Metadata } from "next";
import { FilterButton } from "@/components/history/filter-button";
import { FilterChips } from "@/components/history/filter-chips";
import { IncidentList } from "@/components/history/incident-list";
import { ListBar } from "@/components/history/list-bar";
import { NoMatch } from "@/components/history/no-match";
import { NothingYet } from "@/components/history/nothing-yet";
import { QuickFilters } from "@/components/history/quick-filters";
import { SortMenu } from "@/components/history/sort-menu";
import { PageHeader } from "@/components/layout/page-header";
import { Pager } from "@/components/ui/pager";
import { pageReader } from "@/lib/auth/page";
import { namesIn } from "@/lib/browse/queries";
import { countWords, filtersOf, isNarrowed, pagePath, quickOf, readList } from "@/lib/browse/rules";
import { fromStartIfLost } from "@/lib/http/page-query";
import { facetIncidents } from "@/lib/search/facets";
import { listIncidents } from "@/lib/search/queries";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const OTHERS = { prevLabel: "Before", nextLabel: "Further" };
const PAGES = { newest: {}, oldest: { prevLabel: "Older", nextLabel: "Newer" }, updated: OTHERS, severity: OTHERS, relevance: OTHERS };

/** So many are counted by the server while it draws; more are counted when the page stands. */
const FEW = 1000;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readList(await searchParams);
  return { title: q ? `“${q}” in incidents` : "Incidents" };
}

export default async function IncidentsPage({ searchParams }: Props) {
  const { ctx, zone } = await pageReader();
  const state = readList(await searchParams);
  const query = { ...filtersOf(state), sort: state.sort ?? undefined, cursor: state.cursor ?? undefined };
  const [page, names] = await Promise.all([fromStartIfLost(query, (at) => listIncidents(ctx, at)), namesIn(ctx, state)]);
  const counted = quickOf(state) === "all" && page.total <= FEW ? await facetIncidents(ctx, filtersOf(state)) : null;
  const now = Date.now();
  if (page.items.length === 0 && !isNarrowed(state))
    return (
      <>
        <PageHeader title="Incidents" />
        <NothingYet zone={zone} now={now} />
      </>
    );
  return (
    <>
      <PageHeader title="Incidents" />
      <ListBar state={state}>
        <div className="pt-3">
          <QuickFilters state={state} counted={counted}>
            <FilterButton state={state} names={names} zone={zone} />
            <SortMenu state={state} />
          </QuickFilters>
        </div>
        <FilterChips state={state} names={names} zone={zone} />
        {page.items.length ? <IncidentList incidents={page.items} zone={zone} now={now} /> : <NoMatch state={state} />}
        <Pager
          prev={page.prevCursor && pagePath(state, page.prevCursor)}
          next={page.nextCursor && pagePath(state, page.nextCursor)}
          {...PAGES[state.sort ?? "newest"]}
        >
          {page.items.length ? (
            <span role="status">
              {countWords(page.total, page.totalIsExact)} {page.total === 1 ? "incident" : "incidents"}
            </span>
          ) : null}
        </Pager>
      </ListBar>
    </>
  );
}
