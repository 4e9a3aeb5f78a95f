import type { PersonProfile } from "@/lib/people/schema";
import { APP_ROLE_HINTS, APP_ROLE_WORDS } from "@/lib/people/words";
import { Fact, Facts, Unsaid } from "../directory/facts";
import { TeamLinks } from "./team-links";

/** Teams and role; mail address and zone where the reader may see them. */
export function PersonFacts({ person }: { person: PersonProfile }) {
  return (
    <Facts>
      <Fact label="Teams">
        <TeamLinks teams={person.teams} missing="In no team yet" />
      </Fact>
      <Fact label="In Candor">
        {APP_ROLE_WORDS[person.role]} <span className="block text-13 text-soft">{APP_ROLE_HINTS[person.role]}</span>
      </Fact>
      {person.email ? (
        <Fact label="E-mail">
          <span className="break-all">{person.email}</span>
        </Fact>
      ) : null}
      {person.email ? <Fact label="Time zone">{person.zone ?? <Unsaid>As the browser says</Unsaid>}</Fact> : null}
    </Facts>
  );
}
