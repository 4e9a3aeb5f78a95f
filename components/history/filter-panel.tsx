"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { facetsQuery } from "../../lib/browse/client";
import { listPath, type ListState } from "../../lib/browse/rules";
import { dayKey, fromLocalInput } from "../../lib/dates";
import { FACTOR_GROUP_WORDS, FACTOR_GROUPS, FACTOR_ROLE_WORDS, FACTOR_ROLES } from "../../lib/factors/words";
import { ENVIRONMENT_WORDS, ENVIRONMENTS, HAVING_WORDS, HAVINGS, MODE_WORDS, MODES, SEVERITIES, STATUS_WORDS, STATUSES } from "../../lib/incidents/words";
import { tagsQuery } from "../../lib/tags/client";
import { Field } from "../forms/field";
import { PersonPicker } from "../people/person-picker";
import { ServicePicker } from "../services/service-picker";
import { TeamPicker } from "../teams/team-picker";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { type Choice, Combobox } from "../ui/combobox";
import { Input } from "../ui/input";
import type { Names } from "./filter-chips";

interface Props {
  state: ListState;
  names: Names;
  zone: string;
  onClose: () => void;
}

/** Everything by which the history can be narrowed, each with how many it would leave. It takes effect at once. */
export default function FilterPanel({ state: given, names, zone, onClose }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  // What was pressed shows at once; the address follows.
  const [state, setState] = useState(given);
  const [chosen, setChosen] = useState<Names>(names);
  // Changed by another hand (a chip, back): the panel follows, unless it is on its way somewhere itself.
  useEffect(() => {
    if (!isPending) setState(given);
  }, [given, isPending]);

  function change(part: Partial<ListState>) {
    const next = { ...state, ...part, cursor: null };
    setState(next);
    startTransition(() => router.replace(listPath(next), { scroll: false }));
  }
  const pick = (name: "service" | "team" | "lead") => ({
    single: true,
    value: state[name] ? [{ id: state[name], label: state[name] === "me" ? "Me" : (chosen[name] ?? "Not here any more") }] : [],
    onChange: ([choice]: Choice[]) => {
      setChosen({ ...chosen, [name]: choice?.label ?? null });
      change({ [name]: choice?.id ?? null });
    },
  });
  const onDay = (name: "from" | "to", text: string) =>
    change({ [name]: fromLocalInput(`${text}T${name === "from" ? "00:00:00" : "23:59:59"}`, zone)?.toISOString() ?? null });

  return (
    <div className="-m-3">
      <div className="grid max-h-[min(34rem,70dvh)] grid-cols-2 gap-x-7 gap-y-5 overflow-y-auto p-4 sm:grid-cols-4">
        <Words
          legend="Severity"
          all={SEVERITIES}
          words={(one) => one}
          value={state.severity}
          counts={useCounts(state, "severity")}
          onChange={(severity) => change({ severity })}
        />
        <Words
          legend="Status"
          all={STATUSES}
          words={(one) => STATUS_WORDS[one]}
          value={state.status}
          counts={useCounts(state, "status")}
          onChange={(status) => change({ status })}
        />
        <Words
          legend="Kind"
          all={MODES}
          words={(one) => MODE_WORDS[one]}
          value={state.mode}
          counts={useCounts(state, "mode")}
          onChange={(mode) => change({ mode })}
        />
        <Words
          legend="Environment"
          all={ENVIRONMENTS}
          words={(one) => ENVIRONMENT_WORDS[one]}
          value={state.environment}
          counts={useCounts(state, "environment")}
          onChange={(environment) => change({ environment })}
        />
        <Combined state={state} onChange={change} />
        <div className="col-span-full grid gap-4 sm:grid-cols-3">
          <Field label="Service">{(control) => <ServicePicker {...control} {...pick("service")} placeholder="Any" />}</Field>
          <Field label="Team">{(control) => <TeamPicker {...control} {...pick("team")} placeholder="Any" />}</Field>
          <Field label="Led by">{(control) => <PersonPicker {...control} {...pick("lead")} placeholder="Anyone" />}</Field>
        </div>
        <div className="col-span-full grid grid-cols-2 gap-4 sm:grid-cols-3">
          <Field label="Declared from">
            {(control) => (
              <Input {...control} type="date" value={state.from ? dayKey(state.from, zone) : ""} onChange={(event) => onDay("from", event.target.value)} />
            )}
          </Field>
          <Field label="Until">
            {(control) => (
              <Input {...control} type="date" value={state.to ? dayKey(state.to, zone) : ""} onChange={(event) => onDay("to", event.target.value)} />
            )}
          </Field>
        </div>
      </div>
      <div className="flex justify-end border-hairline border-t px-4 py-2.5">
        <Button size="sm" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

/** What combined in them. Several groups, tags or havings mean all of them in one incident, so each is counted beside those that are set. */
function Combined({ state, onChange }: { state: ListState; onChange: (part: Partial<ListState>) => void }) {
  const facets = useQuery(facetsQuery(state)).data;
  const tags = useQuery(tagsQuery()).data?.items ?? [];
  const counts = new Map(facets?.tag.map((row) => [row.value, row.count]));
  const choice = (label: string): Choice => ({ id: label, label, ...(counts.has(label) ? { hint: String(counts.get(label)) } : {}) });
  const choices = tags.map((tag) => choice(tag.label)).sort((a, b) => Number(b.hint ?? 0) - Number(a.hint ?? 0));
  return (
    <>
      <Words
        legend="All of these combined"
        all={FACTOR_GROUPS}
        words={(one) => FACTOR_GROUP_WORDS[one]}
        value={state.group}
        counts={facets?.group}
        onChange={(group) => onChange({ group })}
      />
      <div className="sm:col-span-2">
        <Words
          legend="A factor that"
          all={FACTOR_ROLES}
          words={(one) => FACTOR_ROLE_WORDS[one].toLowerCase()}
          value={state.role}
          counts={useCounts(state, "role")}
          onChange={(role) => onChange({ role })}
        />
      </div>
      <Words
        legend="It has"
        all={HAVINGS}
        words={(one) => HAVING_WORDS[one].replace("With ", "")}
        value={state.has}
        counts={facets?.has}
        onChange={(has) => onChange({ has })}
      />
      <Field label="Tags: all of these" className="col-span-full">
        {(control) => (
          <Combobox
            {...control}
            value={state.tag.map(choice)}
            onChange={(chosen) => onChange({ tag: chosen.map((one) => one.id) })}
            choices={choices}
            placeholder="Any"
            nothing="No tag by that name"
          />
        )}
      </Field>
    </>
  );
}

/** How many each word of a filter would leave beside the other filters, whatever of it is set itself. */
function useCounts(state: ListState, filter: "severity" | "status" | "mode" | "environment" | "role") {
  return useQuery(facetsQuery({ ...state, [filter]: [] })).data?.[filter];
}

interface WordsProps<T extends string> {
  legend: string;
  all: readonly T[];
  words: (one: T) => string;
  value: readonly T[];
  counts: readonly { value: string; count: number }[] | undefined;
  onChange: (value: T[]) => void;
}

function Words<T extends string>({ legend, all, words, value, counts, onChange }: WordsProps<T>) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-[550] text-13">{legend}</legend>
      {all.map((one) => (
        <Checkbox
          key={one}
          label={
            <span className="flex justify-between gap-2">
              {words(one)}
              {counts ? <span className="text-soft">{counts.find((row) => row.value === one)?.count ?? 0}</span> : null}
            </span>
          }
          className="[&>span:last-child]:flex-1"
          checked={value.includes(one)}
          onChange={(event) => onChange(all.filter((each) => (each === one ? event.target.checked : value.includes(each))))}
        />
      ))}
    </fieldset>
  );
}
