import { Avatar } from "./avatar";

interface Props {
  people: readonly { id: string; name: string; avatarUrl?: string | null }[];
  /** So many are shown; the rest are counted. */
  most?: number;
  /** "Here now": what these people are. */
  label: string;
}

/** Several people in a small place, overlapping like cards. */
export function AvatarRow({ people, most = 5, label }: Props) {
  if (people.length === 0) return null;
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const rest = people.slice(shown.length);
  return (
    <ul aria-label={label} className="flex items-center">
      {shown.map((person) => (
        <li key={person.id} className="-ml-1.5 rounded-full bg-surface p-px first:ml-0">
          <Avatar person={person} size="sm" named />
        </li>
      ))}
      {rest.length ? (
        <li className="ml-1 text-12 text-soft" data-tip={rest.map((person) => person.name).join(", ")}>
          +{rest.length}
          <span className="sr-only"> more: {rest.map((person) => person.name).join(", ")}</span>
        </li>
      ) : null}
    </ul>
  );
}
