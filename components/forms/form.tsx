"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, FormProvider, type Path, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import { isProblem, mayRetry } from "../../lib/http/fetch";
import { FieldErrors } from "./field-errors";
import { FormSummary } from "./form-summary";
import { lazyResolver } from "./lazy-resolver";
import { useErrorAt } from "./use-error-at";

interface Props<Values extends FieldValues> {
  defaultValues: DefaultValues<Values>;
  /** Loaded at the first touch of the form, so that no page sends the parser: `() => import("…/schema").then((m) => m.UpdatePerson)`. */
  schema?: () => Promise<z.ZodType>;
  /** Sends it. What it throws is shown: field errors beside their fields, the rest above the form. Nothing typed is lost. */
  onSubmit: (values: Values, form: UseFormReturn<Values>) => Promise<unknown> | unknown;
  /** Errors that stand there from the start (a form that was answered by a redirect). */
  refusal?: { detail: string; errors: readonly { path: string; message: string }[] } | null;
  /** The fields on the screen; an error of any other is told above the form. */
  fields?: readonly Path<Values>[];
  /** Where it is posted to by a browser without JavaScript, or before the page has woken. Without it such a form is not sent at all. */
  action?: string;
  className?: string;
  children: ReactNode | ((form: UseFormReturn<Values>) => ReactNode);
}

export interface Refusal {
  message: string;
  /** Nothing was refused, it did not get through: trying again may help. */
  retry: boolean;
}

/** The one form idiom: react-hook-form, the room's zod schema, and the API's problem documents. */
export function Form<Values extends FieldValues>({ defaultValues, schema, onSubmit, refusal, fields, action, className, children }: Props<Values>) {
  const [resolver] = useState(() => (schema ? lazyResolver<Values>(schema) : undefined));
  const form = useForm<Values>({ defaultValues, shouldFocusError: true, ...(resolver ? { resolver: resolver.resolve } : {}) });
  const [refused, setRefused] = useState<Refusal | null>(refusal ? { message: refusal.detail, retry: false } : null);
  const summary = useRef<HTMLDivElement>(null);
  const busy = useRef(false);

  /** Puts the API's errors beside their fields; answers those that have no field here. */
  function place(errors: readonly { path: string; message: string }[]): string[] {
    const homeless = errors.filter(({ path }) => fields && !fields.some((field) => path === field || path.startsWith(`${field}.`)));
    const placed = errors.filter((error) => !homeless.includes(error) && error.path);
    for (const [at, { path, message }] of placed.entries()) form.setError(path as Path<Values>, { type: "server", message }, { shouldFocus: at === 0 });
    return [...homeless, ...errors.filter((error) => !error.path)].map((error) => error.message);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a redirect brought is placed once
  useEffect(() => {
    if (refusal) place(refusal.errors);
  }, []);

  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    try {
      await onSubmit(values, form);
    } catch (error) {
      const problem = isProblem(error) ? error : null;
      const rest = place(problem?.errors ?? []);
      const isBeside = problem !== null && problem.errors.length > 0 && rest.length === 0;
      const told = error instanceof Error && error.message ? error.message : "That did not work. What you typed is kept.";
      setRefused({ message: rest.length ? rest.join(" ") : told, retry: mayRetry(error) });
      if (!isBeside) requestAnimationFrame(() => summary.current?.focus());
    }
  });

  /** Once at a time, however often Enter is pressed. */
  async function send() {
    if (busy.current) return;
    busy.current = true;
    await submit().finally(() => {
      busy.current = false;
    });
  }

  function onSubmitted(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A form in a dialog stands in another form's tree at times: what it sends is its own.
    event.stopPropagation();
    void send();
  }

  return (
    <FormProvider {...form}>
      <FieldErrors value={useErrorAt}>
        <form noValidate method="post" action={action} onSubmit={onSubmitted} onFocus={resolver?.load} className={className}>
          <FormSummary ref={summary} refused={refused} onRetry={() => void send()} />
          {typeof children === "function" ? children(form) : children}
        </form>
      </FieldErrors>
    </FormProvider>
  );
}
