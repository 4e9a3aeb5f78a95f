import { FindButton } from "./find-button";
import { PersonMenu, type ShellPerson } from "./person-menu";
import { Wordmark } from "./wordmark";

/** On a phone: the name, the search and oneself. */
export function TopBar({ person, signOutTo }: { person: ShellPerson; signOutTo: string }) {
  return (
    <header data-no-print className="sticky top-0 z-10 flex h-(--above) items-center justify-between border-hairline border-b bg-surface px-4 md:hidden">
      <Wordmark />
      <div className="-mr-1.5 flex items-center gap-1">
        <FindButton look="bar" />
        <PersonMenu person={person} signOutTo={signOutTo} look="bar" />
      </div>
    </header>
  );
}
