"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { paths } from "@/lib/paths";
import { useDeleteTeam } from "@/lib/teams/client";
import type { Team } from "@/lib/teams/schema";
import { EditablePage } from "../directory/editable-page";
import { Fact, Facts } from "../directory/facts";
import { Refs } from "../services/service-facts";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { TeamForm } from "./team-form";
import { TeamMembers } from "./team-members";

/** A team's page around its incidents: who is in it, what it owns; changed in its place by its leads and admins. */
export function TeamView({ team, children }: { team: Team; children: ReactNode }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteTeam(team.id);

  return (
    <>
      <EditablePage
        title={team.name}
        up={{ href: paths.teams(), label: "Teams" }}
        description={team.description}
        editLabel="Edit this team"
        form={team.can.includes("team.update") ? (done, cancel) => <TeamForm team={team} onDone={done} onCancel={cancel} /> : undefined}
        actions={
          team.can.includes("team.delete") ? (
            <Button variant="quiet" onClick={() => setAsking(true)}>
              Delete
            </Button>
          ) : null
        }
        facts={
          <Facts>
            <Fact label="Members" wide>
              <TeamMembers members={team.members} />
            </Fact>
            <Fact label="Owns" wide>
              <Refs refs={team.services} missing="No service yet" />
            </Fact>
          </Facts>
        }
      >
        {children}
      </EditablePage>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Delete ${team.name}?`}
        action="Delete the team"
        danger
        onConfirm={async () => {
          await remove.mutateAsync();
          router.push(paths.teams());
        }}
      >
        <p>
          Its people and its services stay; the services then have no owner until someone gives them one. Past incidents no longer name this team. It cannot be
          undone.
        </p>
      </ConfirmDialog>
    </>
  );
}
