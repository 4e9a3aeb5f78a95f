import type { Metadata } from "next";
import { NameFilter } from "@/components/directory/name-filter";
import { NothingFound } from "@/components/directory/nothing-found";
import { Section } from "@/components/layout/section";
import { MemberList } from "@/components/settings/member-list";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { ViewLinks } from "@/components/ui/view-links";
import { pageCtxFor } from "@/lib/auth/page";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { paths, withQuery } from "@/lib/paths";
import { listPeople } from "@/lib/people/queries";
import { ListPeople } from "@/lib/people/schema";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await pageCtxFor("person.role");
  const { limit: _, team: __, ...query } = pageQuery(ListPeople, await searchParams);
  const { items, nextCursor } = await fromStartIfLost({ ...query, limit: 50 }, (at) => listPeople(ctx, at));
  const closed = query.disabled === true ? "true" : null;
  const at = (cursor: string | null) => withQuery(paths.settingsPeople(), { q: query.q, disabled: closed, cursor });
  return (
    <Section
      title="Members"
      aside={
        <ButtonLink size="sm" href={paths.settingsInvitations()}>
          Invite someone
        </ButtonLink>
      }
    >
      <ViewLinks
        label="Members"
        views={[
          { href: paths.settingsPeople(), label: "Here", current: !closed },
          { href: withQuery(paths.settingsPeople(), { disabled: "true" }), label: "Account closed", current: !!closed },
        ]}
      >
        <NameFilter action={paths.settingsPeople()} q={query.q} label="A name or an e-mail" keep={closed ? { disabled: closed } : {}} />
      </ViewLinks>
      {items.length ? <MemberList people={items} me={ctx.actor.id} /> : null}
      {items.length === 0 && query.q ? <NothingFound q={query.q} all={withQuery(paths.settingsPeople(), { disabled: closed })} label="Everyone" /> : null}
      {items.length === 0 && !query.q ? <p className="py-8 text-soft">No account was closed.</p> : null}
      <Pager prev={query.cursor ? at(null) : null} next={nextCursor ? at(nextCursor) : null} prevLabel="From the start" nextLabel="More" />
    </Section>
  );
}
