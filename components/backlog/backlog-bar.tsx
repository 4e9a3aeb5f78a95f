"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ACTION_STATUS_WORDS, ACTION_STATUSES, ACTION_TYPE_WORDS, ACTION_TYPES } from "../../lib/actions/words";
import { type BacklogState, backlogPath } from "../../lib/backlog/rules";
import { ServicePicker } from "../services/service-picker";
import { TeamPicker } from "../teams/team-picker";
import type { Choice } from "../ui/combobox";
import { useShortcuts } from "../layout/shortcuts";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

const REST = 250;

/** What narrows the list; each choice is an address. */
export function BacklogBar({ state, service, team }: { state: BacklogState; service: Choice[]; team: Choice[] }) {
  const router = useRouter();
  const [typed, setTyped] = useState(state.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(state.q);
  const field = useRef<HTMLInputElement>(null);
  const go = (change: Partial<BacklogState>) => router.replace(backlogPath({ ...state, q: typed.trim() }, change), { scroll: false });
  // The address changed by another hand: the field follows, unless it is what brought it about.
  useEffect(() => {
    if (state.q === asked.current) return;
    asked.current = state.q;
    setTyped(state.q);
  }, [state.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts([{ keys: "f", label: "Search the action items", group: "On this page", run: () => field.current?.select() }]);

  function onType(text: string) {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      asked.current = text.trim();
      router.replace(backlogPath(state, { q: asked.current }), { scroll: false });
    }, REST);
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    clearTimeout(timer.current);
    go({});
  }

  return (
    <search className="mt-3 mb-3 block">
      <form
        onSubmit={onSubmit}
        className="grid grid-cols-2 gap-2 [&>:first-child]:max-lg:col-span-2 lg:grid-cols-[minmax(0,1.4fr)_10rem_10rem_minmax(0,1fr)_minmax(0,1fr)]"
      >
        <Input
          ref={field}
          type="search"
          aria-label="Search the titles"
          placeholder="Words of a title, or ACT-7"
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
        <Select aria-label="Status" value={state.status} onChange={(event) => go({ status: event.target.value as BacklogState["status"] })}>
          <option value="">Open ones</option>
          {ACTION_STATUSES.map((status) => (
            <option key={status} value={status}>
              {ACTION_STATUS_WORDS[status]}
            </option>
          ))}
        </Select>
        <Select aria-label="Type" value={state.type} onChange={(event) => go({ type: event.target.value as BacklogState["type"] })}>
          <option value="">Every type</option>
          {ACTION_TYPES.map((type) => (
            <option key={type} value={type}>
              {ACTION_TYPE_WORDS[type]}
            </option>
          ))}
        </Select>
        <ServicePicker aria-label="Service" single placeholder="Every service" value={service} onChange={([one]) => go({ service: one?.id ?? "" })} />
        <TeamPicker
          aria-label="Team"
          single
          placeholder="Every team"
          value={team}
          onChange={([one]) => go({ team: one?.id ?? "", ...(one && state.view === "team" ? { view: "all" } : {}) })}
        />
      </form>
    </search>
  );
}
