"use client";

import { useEffect, useRef, useState } from "react";
import { Avatar } from "../people/avatar";
import type { Present } from "./report";

interface Props {
  people: readonly Present[];
  onJump: (client: number) => void;
}

const MOST = 5;

/** Who else has it open, each with the colour of their caret. A press leads to where they write. */
export function Presence({ people, onJump }: Props) {
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  const rest = people.slice(shown.length);
  return (
    <>
      {people.length ? (
        <ul aria-label="Here now" className="flex items-center gap-1 max-sm:[&>li:nth-child(n+3)]:hidden">
          {shown.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                data-hand={person.hand}
                aria-label={person.client === null ? `${person.name} is reading` : `Go to where ${person.name} writes`}
                aria-disabled={person.client === null || undefined}
                data-tip={person.client === null ? `${person.name} is reading` : `${person.name}: go to their caret`}
                onClick={() => person.client !== null && onJump(person.client)}
                className="grid rounded-full p-0.5 ring-(--hand) ring-2 ring-inset"
              >
                <Avatar person={person} size="sm" />
              </button>
            </li>
          ))}
          {rest.length ? (
            <li className="text-12 text-soft" data-tip={rest.map(({ name }) => name).join(", ")}>
              +{rest.length}
              <span className="sr-only"> more: {rest.map(({ name }) => name).join(", ")}</span>
            </li>
          ) : null}
        </ul>
      ) : null}
      <ComingAndGoing people={people} />
    </>
  );
}

const GATHER = 1500;

/** For who cannot see the faces: one sentence for those who came and went within a moment. */
function ComingAndGoing({ people }: { people: readonly Present[] }) {
  const [sentence, setSentence] = useState("");
  const told = useRef<ReadonlyMap<string, string> | null>(null);
  // Busy until it is known who was here before.
  const [isListening, setListening] = useState(false);
  // By who they are: their carets move with every key, and would put the sentence off for as long as anyone writes.
  const here = JSON.stringify(people.map(({ id, name }) => [id, name]).sort());
  useEffect(() => {
    const now = new Map(JSON.parse(here) as [string, string][]);
    const timer = setTimeout(() => {
      const before = told.current;
      told.current = now;
      if (!before) return setListening(true);
      const came = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
      const left = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name);
      const parts = [came.length ? `${came.join(", ")} joined.` : "", left.length ? `${left.join(", ")} left.` : ""].filter(Boolean);
      if (parts.length) setSentence(parts.join(" "));
    }, GATHER);
    return () => clearTimeout(timer);
  }, [here]);
  return (
    <span role="status" aria-busy={!isListening} className="sr-only">
      {sentence}
    </span>
  );
}
