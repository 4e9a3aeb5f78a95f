import type { Metadata } from "next";
import { OpenItems } from "@/components/actions/open-items";
import { IncidentsSection } from "@/components/directory/incidents-section";
import { TeamView } from "@/components/teams/team-view";
import { OPEN_ACTIONS } from "@/lib/actions/words";
import { found, pageReader } from "@/lib/auth/page";
import { listActionItems } from "@/lib/backlog/queries";
import { dayKey } from "@/lib/dates";
import { paths } from "@/lib/paths";
import { listIncidents } from "@/lib/search/queries";
import { getTeam } from "@/lib/teams/queries";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const team = await found(getTeam(ctx, (await params).id));
  return { title: team.name };
}

export default async function TeamPage({ params }: Props) {
  const { ctx, zone } = await pageReader();
  const team = await found(getTeam(ctx, (await params).id));
  const [incidents, items] = await Promise.all([
    listIncidents(ctx, { team: team.id, limit: 12 }),
    listActionItems(ctx, { team: team.id, status: [...OPEN_ACTIONS], limit: 8 }),
  ]);
  const now = Date.now();
  return (
    <TeamView team={team}>
      <IncidentsSection
        page={incidents}
        filter={{ team: team.id }}
        none="None that you can see. Incidents that this team worked on stand here as strips on one time scale, newest first."
        zone={zone}
        now={now}
      />
      <OpenItems
        items={items.items}
        all={items.nextCursor ? paths.actions({ view: "all", team: team.id }) : null}
        none="Nothing open. What this team or somebody in it looks after stands here until it is done."
        today={dayKey(now, zone)}
      />
    </TeamView>
  );
}
