import Link from "next/link";
import { paths } from "@/lib/paths";
import type { TeamMember } from "@/lib/teams/schema";
import { Unsaid } from "../directory/facts";
import { Avatar } from "../people/avatar";

/** Who is in a team, its leads first. */
export function TeamMembers({ members }: { members: readonly TeamMember[] }) {
  if (members.length === 0) return <Unsaid>Nobody yet, so a call for help to this team reaches nobody</Unsaid>;
  return (
    <ul className="grid gap-x-6 gap-y-1 pt-0.5 sm:grid-cols-2">
      {members.map(({ person, role }) => (
        <li key={person.id} className="flex items-center gap-2.5">
          <Avatar person={person} size="sm" />
          <Link href={paths.person(person.id)} className="isolate-text link min-w-0 truncate">
            {person.name}
          </Link>
          {role === "lead" ? <span className="text-13 text-soft">lead</span> : null}
        </li>
      ))}
    </ul>
  );
}
