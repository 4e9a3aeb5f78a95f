"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { EVENT_NOUNS, eventWords, typesOf } from "@/lib/audit/words";
import { paths, withQuery } from "@/lib/paths";
import { Field } from "../forms/field";
import { PersonPicker } from "../people/person-picker";
import type { Choice } from "../ui/combobox";
import { DateTimeInput } from "../ui/date-time-input";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

export interface AuditFilter {
  type: string | null;
  actor: string | null;
  incident: string | null;
  from: string | null;
  to: string | null;
}

/** What is looked for stands in the address: each choice goes there at once. */
export function AuditFilters({ filter, actor, zone }: { filter: AuditFilter; actor: Choice | null; zone: string }) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const go = (change: Partial<AuditFilter>) =>
    startTransition(() => router.replace(withQuery(paths.settingsAudit(), { ...filter, ...change }), { scroll: false }));

  return (
    <form
      className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3"
      action={paths.settingsAudit()}
      onSubmit={(event) => {
        event.preventDefault();
        const incident = new FormData(event.currentTarget).get("incident");
        go({ incident: typeof incident === "string" ? refOf(incident) : null });
      }}
    >
      <Field label="What happened">
        {(control) => (
          <Select {...control} name="type" value={filter.type ?? ""} onChange={(event) => go({ type: event.target.value || null })}>
            <option value="">Everything</option>
            {Object.entries(EVENT_NOUNS).map(([noun, label]) => (
              <optgroup key={noun} label={label}>
                <option value={noun}>{label}: all</option>
                {typesOf(noun).map((type) => (
                  <option key={type} value={type}>
                    {eventWords(type)}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Who did it">
        {(control) => (
          <PersonPicker {...control} single value={actor ? [actor] : []} onChange={([chosen]) => go({ actor: chosen?.id ?? null })} placeholder="Anyone" />
        )}
      </Field>
      <Field label="Incident">
        {(control) => (
          <Input
            {...control}
            key={filter.incident}
            name="incident"
            defaultValue={filter.incident ?? ""}
            placeholder="INC-42, then Enter"
            autoComplete="off"
            onBlur={(event) => event.target.value !== (filter.incident ?? "") && go({ incident: refOf(event.target.value) })}
          />
        )}
      </Field>
      <Field label="From">{(control) => <DateTimeInput {...control} value={filter.from} onChange={(from) => go({ from })} zone={zone} />}</Field>
      <Field label="Until">{(control) => <DateTimeInput {...control} value={filter.to} onChange={(to) => go({ to })} zone={zone} />}</Field>
    </form>
  );
}

/** "42", "inc-42" and "INC-42" are the same incident; anything else is none. */
function refOf(typed: string): string | null {
  const number = /^\s*(?:inc-?)?([1-9]\d{0,8})\s*$/i.exec(typed)?.[1];
  return number ? `INC-${number}` : null;
}
