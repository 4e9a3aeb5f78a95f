"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { sendDoor } from "../../lib/doors/client";
import { Form } from "../forms/form";
import type { InputProps } from "../ui/input";

/** What a refused post brought back to the page (lib/http/form.ts). */
export interface Refused {
  values: Record<string, string>;
  errors: readonly { path: string; message: string }[];
  detail: string;
}

interface Wiring {
  /** Spread on the input: its name, and what was typed before. */
  input: (name: string) => InputProps;
  /** The error to show until the page has woken: after that the form keeps its own. */
  error: (name: string) => string | undefined;
}

interface Props {
  action: string;
  /** Sent along, not shown. */
  hidden?: Record<string, string>;
  defaults: Record<string, string>;
  refused: Refused | null;
  schema: () => Promise<z.ZodType>;
  children: (wiring: Wiring) => ReactNode;
}

const never = () => () => {};
const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

type Values = Record<string, string>;

/** One of the forms before one is signed in: it works as a plain post, and better once the page has woken. */
export function DoorForm({ action, hidden = {}, defaults, refused, schema, children }: Props) {
  const awake = useAwake();
  const values: Values = { ...defaults, ...refused?.values };
  const fields = Object.keys(defaults);

  const wiring = (form: UseFormReturn<Values>): Wiring => ({
    input: (name) => ({ ...form.register(name), defaultValue: values[name] ?? "" }),
    error: (name) => (awake ? undefined : refused?.errors.find((error) => error.path === name)?.message),
  });
  return (
    <Form<Values>
      defaultValues={values}
      schema={schema}
      fields={fields}
      refusal={refused}
      action={action}
      className="space-y-5"
      onSubmit={async (typed) => {
        // A whole new page: whatever was kept of the one who was here before goes with the old one.
        window.location.assign(await sendDoor(action, { ...typed, ...hidden }));
        await new Promise(() => {});
      }}
    >
      {(form) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children(wiring(form))}
        </>
      )}
    </Form>
  );
}
