import Link from "next/link";
import { Fragment } from "react";
import { paths } from "@/lib/paths";

/** The teams that someone is in, as a sentence of links; a lead is named as one. */
export function TeamLinks({ teams, missing }: { teams: readonly { id: string; name: string; role: string }[]; missing: string }) {
  if (teams.length === 0) return <span className="text-faint">{missing}</span>;
  return teams.map((team, at) => (
    <Fragment key={team.id}>
      {at ? ", " : null}
      <Link href={paths.team(team.id)} className="isolate-text relative inline-block leading-6 hover:text-ink hover:underline">
        {team.name}
      </Link>
      {team.role === "lead" ? " (lead)" : null}
    </Fragment>
  ));
}
