"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { isProblem } from "@/lib/http/fetch";
import { useCreateService, useUpdateService } from "@/lib/services/client";
import type { Service } from "@/lib/services/schema";
import { TIER_HINTS, TIERS } from "@/lib/services/words";
import { Differences } from "../directory/differences";
import { same, takeUntouched } from "../directory/merge";
import { Controlled } from "../forms/controlled";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { TeamPicker } from "../teams/team-picker";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { changesOf, inputOf, SERVICE_FIELDS, SERVICE_LABELS, type ServiceValues, valuesOf, wordsOf } from "./service-fields";
import { ServicePicker } from "./service-picker";

interface Props {
  /** Left out, a new one is added. */
  service?: Service;
  onDone: (saved: Service) => void;
  onCancel: () => void;
}

const schema = () => import("@/lib/services/schema").then((m) => m.ServiceForm);

/** Adds a service or changes one. Who saves second sees what the first one wrote, and loses nothing. */
export function ServiceForm({ service, onDone, onCancel }: Props) {
  const create = useCreateService();
  const update = useUpdateService(service?.id ?? "");
  const [theirs, setTheirs] = useState<Service | null>(null);

  async function save(values: ServiceValues, form: UseFormReturn<ServiceValues>) {
    const base = theirs ?? service;
    if (!base) return onDone(await create.mutateAsync(inputOf(values)));
    const input = changesOf(values, base);
    if (Object.keys(input).length === 0) return onDone(base);
    try {
      onDone(await update.mutateAsync({ input, ifMatch: base.version }));
    } catch (error) {
      if (isProblem(error, "CONFLICT")) {
        // Told by what stands beside the fields, not by a sentence above them.
        const current = error.current as Service;
        takeUntouched(form, valuesOf(base), valuesOf(current), SERVICE_FIELDS);
        setTheirs(current);
      } else throw error;
    }
  }

  return (
    <Form<ServiceValues> defaultValues={valuesOf(service ?? null)} schema={schema} fields={SERVICE_FIELDS} onSubmit={save}>
      {(form) => (
        <div className="grid gap-4">
          {theirs ? <Theirs form={form} theirs={theirs} /> : null}
          <Field name="name" label={SERVICE_LABELS.name} required>
            {(control) => <Input {...control} {...form.register("name")} autoComplete="off" data-autofocus />}
          </Field>
          <Field name="description" label={SERVICE_LABELS.description} hint="A sentence for someone who meets it at night" optional>
            {(control) => <Textarea {...control} {...form.register("description")} rows={2} />}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Controlled control={form.control} name="teamId" label={SERVICE_LABELS.teamId} optional>
              {(bound, control) => <TeamPicker {...control} single value={bound.value} onChange={bound.onChange} />}
            </Controlled>
            <Field name="tier" label={SERVICE_LABELS.tier} optional>
              {(control) => (
                <Select {...control} {...form.register("tier")}>
                  <option value="">Not said</option>
                  {TIERS.map((tier) => (
                    <option key={tier} value={tier}>
                      {tier}: {TIER_HINTS[tier]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Controlled control={form.control} name="dependsOn" label={SERVICE_LABELS.dependsOn} hint="What it cannot work without" optional>
            {(bound, control) => <ServicePicker {...control} without={service?.id} value={bound.value} onChange={bound.onChange} />}
          </Controlled>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="runbookUrl" label={SERVICE_LABELS.runbookUrl} optional>
              {(control) => <Input {...control} {...form.register("runbookUrl")} type="url" placeholder="https://" />}
            </Field>
            <Field name="repositoryUrl" label={SERVICE_LABELS.repositoryUrl} optional>
              {(control) => <Input {...control} {...form.register("repositoryUrl")} type="url" placeholder="https://" />}
            </Field>
          </div>
          <div className="flex gap-2 pt-1">
            <SubmitButton>{service ? (theirs ? "Save mine over it" : "Save") : "Add the service"}</SubmitButton>
            <Button variant="quiet" onClick={onCancel}>
              {service ? "Leave it as it was" : "Not now"}
            </Button>
          </div>
        </div>
      )}
    </Form>
  );
}

function Theirs({ form, theirs }: { form: UseFormReturn<ServiceValues>; theirs: Service }) {
  const [mine, now] = [form.watch(), valuesOf(theirs)];
  const differing = SERVICE_FIELDS.filter((field) => !same(mine[field], now[field]));
  return (
    <Differences
      version={theirs.version}
      of={differing.map((field) => ({
        label: SERVICE_LABELS[field],
        theirs: field === "tier" && now.tier ? `${now.tier}: ${TIER_HINTS[Number(now.tier) as 1]}` : wordsOf(now, field),
        take: () => form.setValue(field, now[field], { shouldDirty: true }),
      }))}
    />
  );
}
