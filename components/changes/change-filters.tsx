"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { CHANGE_GROUP_WORDS, CHANGE_GROUPS, CHANGE_KIND_WORDS, KINDS_OF } from "../../lib/changes/words";
import { ENVIRONMENT_WORDS, ENVIRONMENTS } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { Field } from "../forms/field";
import { ServicePicker } from "../services/service-picker";
import type { Choice } from "../ui/combobox";
import { Select } from "../ui/select";

export interface ChangeFilter {
  service: string | null;
  /** One kind, or all of a group with commas between, as the address has it. */
  kind: string | null;
  environment: string | null;
}

/** What is looked for stands in the address: each choice goes there at once. */
export function ChangeFilters({ filter, service }: { filter: ChangeFilter; service: Choice | null }) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const go = (part: Partial<ChangeFilter>) => startTransition(() => router.replace(paths.changes({ ...filter, ...part }), { scroll: false }));
  return (
    <form action={paths.changes()} className="grid gap-x-5 gap-y-3 border-line border-b pb-4 sm:grid-cols-3" onSubmit={(event) => event.preventDefault()}>
      <Field label="Service">
        {(control) => (
          <ServicePicker
            {...control}
            single
            placeholder="Any service"
            value={service ? [service] : []}
            onChange={([chosen]) => go({ service: chosen?.id ?? null })}
          />
        )}
      </Field>
      <Field label="Kind">
        {(control) => (
          <Select {...control} value={filter.kind ?? ""} onChange={(event) => go({ kind: event.target.value || null })}>
            <option value="">Every kind</option>
            {CHANGE_GROUPS.map((group) => (
              <optgroup key={group} label={CHANGE_GROUP_WORDS[group]}>
                <option value={KINDS_OF[group].join(",")}>{CHANGE_GROUP_WORDS[group]}: all</option>
                {KINDS_OF[group].map((kind) => (
                  <option key={kind} value={kind}>
                    {CHANGE_KIND_WORDS[kind]}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Environment">
        {(control) => (
          <Select {...control} value={filter.environment ?? ""} onChange={(event) => go({ environment: event.target.value || null })}>
            <option value="">Every environment</option>
            {ENVIRONMENTS.map((environment) => (
              <option key={environment} value={environment}>
                {ENVIRONMENT_WORDS[environment]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </form>
  );
}
