import type { Metadata } from "next";
import { NameFilter } from "@/components/directory/name-filter";
import { NothingFound } from "@/components/directory/nothing-found";
import { PageHeader } from "@/components/layout/page-header";
import { PeopleList } from "@/components/people/people-list";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { ViewLinks } from "@/components/ui/view-links";
import { pageReader } from "@/lib/auth/page";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { may } from "@/lib/incidents/policy";
import { paths, withQuery } from "@/lib/paths";
import { listPeople } from "@/lib/people/queries";
import { ListPeople } from "@/lib/people/schema";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await pageReader();
  const { limit: _, ...query } = pageQuery(ListPeople, await searchParams);
  const { items, nextCursor } = await fromStartIfLost({ ...query, limit: 100 }, (at) => listPeople(ctx, at));
  const left = query.disabled === true;
  const at = (cursor: string | null) => withQuery(paths.people(), { q: query.q, disabled: left ? "true" : null, cursor });
  return (
    <>
      <PageHeader
        title="People"
        actions={may("invitation.write", { role: ctx.actor.role }) ? <ButtonLink href={paths.settingsInvitations()}>Invite someone</ButtonLink> : null}
      >
        Who works here, and in which teams.
      </PageHeader>
      <ViewLinks
        label="People"
        views={[
          { href: paths.people(), label: "Here", current: !left },
          { href: withQuery(paths.people(), { disabled: "true" }), label: "Left", current: left },
        ]}
      >
        <NameFilter action={paths.people()} q={query.q} label="Find someone" keep={left ? { disabled: "true" } : {}} />
      </ViewLinks>
      {items.length ? <PeopleList people={items} me={ctx.actor.id} /> : null}
      {items.length === 0 && query.q ? <NothingFound q={query.q} all={withQuery(paths.people(), { disabled: left ? "true" : null })} label="Everyone" /> : null}
      {items.length === 0 && !query.q ? <p className="py-8 text-soft">Nobody has left. What someone wrote stays theirs when they do.</p> : null}
      <Pager prev={query.cursor ? at(null) : null} next={nextCursor ? at(nextCursor) : null} prevLabel="From the start" nextLabel="More" />
    </>
  );
}
