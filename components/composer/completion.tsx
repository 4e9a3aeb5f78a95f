"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useId, useState } from "react";
import { type Option, staticOptions, wantedAt } from "../../lib/completion/rules";
import { api, queryString } from "../../lib/http/fetch";
import type { PersonPage } from "../../lib/people/schema";
import type { SearchHits } from "../../lib/search/schema";

const MOST = 8;

/** People and incidents come from the server, the rest is known. */
function useServerOptions(kind: string | undefined, query: string): Option[] {
  const people = useQuery({
    queryKey: ["people", "mention", query],
    queryFn: ({ signal }) => api<PersonPage>("GET", `/people${queryString({ q: query || undefined, limit: MOST })}`, { signal }),
    enabled: kind === "person",
    staleTime: 30_000,
  });
  const incidents = useQuery({
    queryKey: ["incidents", "mention", query],
    queryFn: ({ signal }) => api<SearchHits>("GET", `/search${queryString({ q: query, limit: MOST })}`, { signal }),
    enabled: kind === "incident" && query.length > 1,
    staleTime: 30_000,
  });
  if (kind === "person")
    return (people.data?.items ?? []).map((person) => ({
      insert: `@${person.name} `,
      label: person.name,
      hint: person.teams.map((team) => team.name).join(", "),
    }));
  if (kind === "incident") return (incidents.data?.incidents ?? []).map((row) => ({ insert: `#${row.ref} `, label: row.ref, hint: row.title }));
  return [];
}

/** What is offered at the caret, which of it is active, and whether the person moved to it. */
export function useCompletion(text: string, caret: number, theories: readonly { body: string }[]) {
  const listId = useId();
  const wanted = wantedAt(text, caret);
  const at = wanted ? `${wanted.kind} ${wanted.from} ${wanted.query}` : "";
  const [closedAt, setClosedAt] = useState("");
  const [moved, setMoved] = useState({ at: "", to: 0 });
  const served = useServerOptions(wanted?.kind, wanted?.query ?? "");
  const options = (wanted ? [...staticOptions(text, wanted, theories), ...served] : []).slice(0, MOST + 5);
  const active = Math.min(moved.at === at ? moved.to : 0, Math.max(0, options.length - 1));
  return {
    listId,
    wanted,
    options,
    active,
    open: options.length > 0 && closedAt !== at,
    /** Enter takes the option where the person moved to it, or where the word is not whole yet. */
    isChosen: moved.at === at || (wanted?.kind !== "word" && !options.some((option) => option.insert.trim() === text.slice(wanted?.from, wanted?.to).trim())),
    optionId: (index: number) => `${listId}-${index}`,
    move: (by: number) => setMoved({ at, to: (active + by + options.length) % Math.max(1, options.length) }),
    close: () => setClosedAt(at),
  };
}

export function Completion({ state, onChoose }: { state: ReturnType<typeof useCompletion>; onChoose(at: number): void }) {
  return (
    <div
      id={state.listId}
      role="listbox"
      aria-label="Suggestions"
      className="absolute right-0 bottom-full left-0 z-20 mb-2 max-h-72 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float"
    >
      {state.options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's, which points here by aria-activedescendant
        <div
          key={`${option.label} ${option.insert}`}
          id={state.optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === state.active}
          className={clsx("flex items-baseline gap-3 rounded-sm px-2.5 py-1.5", index === state.active ? "bg-sunken" : "hover:bg-hover")}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          <span className="shrink-0 font-[550]">{option.label}</span>
          <span className="min-w-0 truncate text-13 text-soft">{option.hint}</span>
        </div>
      ))}
    </div>
  );
}
