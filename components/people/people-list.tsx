import Link from "next/link";
import { paths } from "@/lib/paths";
import type { PersonProfile } from "@/lib/people/schema";
import { APP_ROLE_WORDS } from "@/lib/people/words";
import { Avatar } from "./avatar";
import { TeamLinks } from "./team-links";

/** People by name, with their teams. What someone may do in the app is said where it is not the usual. */
export function PeopleList({ people, me }: { people: readonly PersonProfile[]; me: string }) {
  return (
    <ul className="border-hairline border-b">
      {people.map((person) => (
        <li key={person.id} data-row className="relative flex items-center gap-3 border-hairline border-t py-2.5 hover:bg-hover">
          <Avatar person={person} />
          <div className="grid min-w-0 flex-1 gap-x-6 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem]">
            <span className="min-w-0 truncate">
              <Link
                data-row-link
                href={paths.person(person.id)}
                className="isolate-text inline-block max-w-full truncate align-bottom font-[550] leading-6 after:absolute after:inset-0"
              >
                {person.name}
              </Link>
              {person.id === me ? <span className="ml-2 text-13 text-faint">you</span> : null}
            </span>
            <span className="min-w-0 truncate text-13 text-soft">
              <TeamLinks teams={person.teams} missing="in no team" />
            </span>
            <span className="text-13 text-soft sm:text-right">
              {person.disabledAt ? "left" : person.role === "member" ? "" : APP_ROLE_WORDS[person.role].toLowerCase()}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
