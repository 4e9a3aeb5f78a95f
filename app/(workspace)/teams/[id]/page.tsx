import type { Metadata } from "next";
import { IncidentsSection } from "@/components/directory/incidents-section";
import { TeamView } from "@/components/teams/team-view";
import { found, pageReader } from "@/lib/auth/page";
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
  const incidents = await listIncidents(ctx, { team: team.id, limit: 12 });
  return (
    <TeamView team={team}>
      <IncidentsSection
        page={incidents}
        filter={{ team: team.id }}
        none="None that you can see. Incidents that this team worked on stand here as strips on one time scale, newest first."
        zone={zone}
        now={Date.now()}
      />
    </TeamView>
  );
}
