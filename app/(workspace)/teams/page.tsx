import type { Metadata } from "next";
import { NameFilter } from "@/components/directory/name-filter";
import { NothingFound } from "@/components/directory/nothing-found";
import { PageHeader } from "@/components/layout/page-header";
import { AddTeam } from "@/components/teams/add-team";
import { TEAM_EXAMPLE } from "@/components/teams/team-example";
import { TeamList } from "@/components/teams/team-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { pageReader } from "@/lib/auth/page";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { may } from "@/lib/incidents/policy";
import { paths, withQuery } from "@/lib/paths";
import { listTeams } from "@/lib/teams/queries";
import { ListTeams } from "@/lib/teams/schema";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await pageReader();
  const { limit: _, ...query } = pageQuery(ListTeams, await searchParams);
  const { items, nextCursor } = await fromStartIfLost({ ...query, limit: 50 }, (at) => listTeams(ctx, at));
  const canCreate = may("team.create", { role: ctx.actor.role });
  const at = (cursor: string | null) => withQuery(paths.teams(), { q: query.q, cursor });
  return (
    <>
      <PageHeader title="Teams" actions={canCreate ? <AddTeam /> : null}>
        Who looks after what. A call for help to a team reaches everyone in it.
      </PageHeader>
      {items.length || query.q ? (
        <div className="flex justify-end pb-3">
          <NameFilter action={paths.teams()} q={query.q} label="Find a team" />
        </div>
      ) : null}
      {items.length ? <TeamList teams={items} /> : null}
      {items.length === 0 && query.q ? <NothingFound q={query.q} all={paths.teams()} label="All teams" /> : null}
      {items.length === 0 && !query.q ? (
        <EmptyState title="No teams yet" actions={canCreate ? <AddTeam variant="primary" /> : null} example={<TeamList teams={TEAM_EXAMPLE} />}>
          A team owns services and can be called for help as one.{canCreate ? "" : " An admin makes the first one."}
        </EmptyState>
      ) : null}
      <Pager prev={query.cursor ? at(null) : null} next={nextCursor ? at(nextCursor) : null} prevLabel="From the start" nextLabel="More" />
    </>
  );
}
