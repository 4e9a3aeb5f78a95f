import Link from "next/link";
import { paths } from "@/lib/paths";
import type { Team } from "@/lib/teams/schema";
import { AvatarRow } from "../people/avatar-row";

/** Teams by name: what each looks after, and who is in it. */
export function TeamList({ teams }: { teams: readonly Team[] }) {
  return (
    <ul className="border-hairline border-b">
      {teams.map((team) => (
        <li
          key={team.id}
          data-row
          className="relative grid gap-x-6 gap-y-1.5 border-hairline border-t py-3.5 hover:bg-hover sm:grid-cols-[minmax(0,1fr)_12rem_10rem]"
        >
          <div className="min-w-0">
            <Link data-row-link href={paths.team(team.id)} className="isolate-text font-[550] text-16 after:absolute after:inset-0">
              {team.name}
            </Link>
            {team.description ? <p className="isolate-text mt-0.5 line-clamp-2 text-soft">{team.description}</p> : null}
          </div>
          <span className="isolate-text line-clamp-2 min-w-0 text-13 text-soft sm:pt-0.5">
            {team.services.map((service) => service.name).join(", ") || "owns no service yet"}
          </span>
          <span className="sm:flex sm:justify-end sm:pt-0.5">
            {team.members.length ? (
              <AvatarRow label={`Members of ${team.name}`} people={team.members.map(({ person }) => person)} />
            ) : (
              <span className="text-13 text-faint">nobody yet</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
