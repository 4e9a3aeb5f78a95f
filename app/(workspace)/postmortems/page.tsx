import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { stripOf, scaleOf } from "@/components/incidents/strip-phases";
import { LibraryChips, LibraryFacets, LibrarySearch, type LibraryState } from "@/components/library/library-filters";
import { LibraryRow } from "@/components/library/library-row";
import { NothingPublished } from "@/components/library/nothing-published";
import { Pager } from "@/components/ui/pager";
import { pageReader } from "@/lib/auth/page";
import { FACTOR_GROUP_WORDS } from "@/lib/factors/words";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { facetPostmortems, listPostmortems } from "@/lib/library/queries";
import { paths } from "@/lib/paths";
import { ListPostmortems } from "@/lib/postmortems/schema";
import { getService } from "@/lib/services/queries";
import { knownTags } from "@/lib/tags/queries";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = pageQuery(ListPostmortems, await searchParams);
  return { title: q ? `“${q}” in post-mortems` : "Post-mortems" };
}

/** The library: what was published, as the address narrows it. */
export default async function PostmortemsPage({ searchParams }: Props) {
  const { ctx, zone } = await pageReader();
  const { limit: _, tag, cursor, ...given } = pageQuery(ListPostmortems, await searchParams);
  // A tag that is none any more narrows nothing.
  const known = tag ? (await knownTags(ctx, [tag]))[0]?.label : undefined;
  const query = { ...given, ...(given.q ? {} : { q: undefined }), tag: known };
  const [{ items, nextCursor }, facets, service] = await Promise.all([
    fromStartIfLost({ ...query, cursor }, (at) => listPostmortems(ctx, at)),
    facetPostmortems(ctx, query),
    query.service ? getService(ctx, query.service).catch(() => null) : null,
  ]);
  const state: LibraryState = { q: query.q ?? null, service: query.service ?? null, group: query.group ?? null, tag: known ?? null };
  const narrowed = Object.values(state).some((value) => value !== null);
  const now = Date.now();
  const scale = scaleOf(items.map(({ incident }) => stripOf(incident, now)));
  const names = { service: service?.name ?? "A service that is gone", group: query.group ? FACTOR_GROUP_WORDS[query.group] : null };
  return (
    <>
      <PageHeader title="Post-mortems">What was learned, written by those who were there.</PageHeader>
      {items.length === 0 && !narrowed && !cursor ? (
        <NothingPublished zone={zone} now={now} />
      ) : (
        <div className="grid gap-x-14 gap-y-4 xl:grid-cols-[minmax(0,1fr)_13rem]">
          <div className="min-w-0 max-w-[52rem]">
            <LibrarySearch state={state} />
            <LibraryChips state={state} names={names} />
            {narrowed ? (
              <p role="status" className="pt-3 text-13 text-soft">
                {facets.total === 0
                  ? "None that you can see says that. Choose less, or other words."
                  : `${facets.total} ${facets.total === 1 ? "post-mortem" : "post-mortems"}`}
              </p>
            ) : null}
            <details className="group pt-3 xl:hidden">
              <summary className="touch w-fit text-13 text-soft hover:text-ink">Narrow by service or by what combined</summary>
              <div className="grid gap-6 pt-3 sm:grid-cols-3">
                <LibraryFacets state={state} facets={facets} />
              </div>
            </details>
            <ul aria-label="Post-mortems" className="pt-1">
              {items.map((row) => (
                <LibraryRow key={row.incident.id} row={row} scale={scale} zone={zone} now={now} />
              ))}
            </ul>
            <Pager
              prev={cursor ? paths.postmortems({ ...state }) : null}
              next={nextCursor ? paths.postmortems({ ...state, cursor: nextCursor }) : null}
              prevLabel="From the start"
              nextLabel="Older"
            />
          </div>
          <div className="space-y-7 pt-2 max-xl:hidden">
            <LibraryFacets state={state} facets={facets} />
          </div>
        </div>
      )}
    </>
  );
}
