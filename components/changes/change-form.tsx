"use client";

import { useEffect } from "react";
import type { UseFormReturn } from "react-hook-form";
import { CHANGE_GROUP_WORDS, CHANGE_GROUPS, CHANGE_KIND_WORDS, KINDS_OF } from "../../lib/changes/words";
import { ENVIRONMENT_WORDS, ENVIRONMENTS } from "../../lib/incidents/words";
import { Controlled } from "../forms/controlled";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { ServicePicker } from "../services/service-picker";
import { Button } from "../ui/button";
import { DateTimeInput } from "../ui/date-time-input";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { CHANGE_FIELDS, type ChangeValues } from "./change-fields";
import { DiffField } from "./diff-field";

interface Props {
  values: ChangeValues;
  zone: string;
  action: string;
  /** Told at each keystroke, so that nothing typed is lost with the dialog. */
  onType?: (values: ChangeValues) => void;
  onSubmit: (values: ChangeValues) => Promise<unknown>;
  onCancel: () => void;
}

/** What was altered, in the order in which one knows it. */
export function ChangeForm({ values, zone, action, onType, onSubmit, onCancel }: Props) {
  return (
    <Form<ChangeValues> defaultValues={values} fields={CHANGE_FIELDS} onSubmit={onSubmit}>
      {(form) => (
        <div className="grid gap-4">
          {onType ? <Typed form={form} onType={onType} /> : null}
          <Field name="summary" label="What was altered" required>
            {(control) => (
              <Input {...control} {...form.register("summary")} autoComplete="off" data-autofocus placeholder="Deploy 812: retries in the payment client" />
            )}
          </Field>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="kind" label="Kind">
              {(control) => (
                <Select {...control} {...form.register("kind")}>
                  {CHANGE_GROUPS.map((group) => (
                    <optgroup key={group} label={CHANGE_GROUP_WORDS[group]}>
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
            <Controlled control={form.control} name="serviceId" label="Service" optional>
              {(bound, control) => <ServicePicker {...control} single value={bound.value} onChange={bound.onChange} />}
            </Controlled>
            <Field name="environment" label="Environment">
              {(control) => (
                <Select {...control} {...form.register("environment")}>
                  {ENVIRONMENTS.map((environment) => (
                    <option key={environment} value={environment}>
                      {ENVIRONMENT_WORDS[environment]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Controlled control={form.control} name="occurredAt" label="When" hint="Empty means now" optional>
            {(bound, control) => <DateTimeInput {...control} zone={zone} value={bound.value} onChange={bound.onChange} />}
          </Controlled>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="before" label="Last known good" optional>
              {(control) => <Input {...control} {...form.register("before")} className="font-mono" autoComplete="off" placeholder="4f1c2ab" />}
            </Field>
            <Field name="after" label="Now" optional>
              {(control) => <Input {...control} {...form.register("after")} className="font-mono" autoComplete="off" placeholder="9b1f2c3" />}
            </Field>
            <Field name="actor" label="Who or what made it" optional>
              {(control) => <Input {...control} {...form.register("actor")} autoComplete="off" placeholder="the pipeline" />}
            </Field>
            <Field name="url" label="Where it ran" optional>
              {(control) => <Input {...control} {...form.register("url")} type="url" placeholder="https://" />}
            </Field>
          </div>
          <Controlled control={form.control} name="diff" label="Its diff" optional>
            {(bound, control) => (
              <DiffField
                control={control}
                value={bound.value}
                onChange={bound.onChange}
                onRefuse={(why) => (why ? form.setError("diff", { message: why }) : form.clearErrors("diff"))}
              />
            )}
          </Controlled>
          <div className="flex gap-2 pt-1">
            <SubmitButton>{action}</SubmitButton>
            <Button variant="quiet" onClick={onCancel}>
              Not now
            </Button>
          </div>
        </div>
      )}
    </Form>
  );
}

function Typed({ form, onType }: { form: UseFormReturn<ChangeValues>; onType: (values: ChangeValues) => void }) {
  useEffect(() => {
    const { unsubscribe } = form.watch((values) => onType(values as ChangeValues));
    return unsubscribe;
  }, [form, onType]);
  return null;
}
