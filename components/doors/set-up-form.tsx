"use client";

import { paths } from "../../lib/paths";
import { Field } from "../forms/field";
import { SubmitButton } from "../forms/submit-button";
import { Input, type InputProps } from "../ui/input";
import { DoorForm, type Refused } from "./door-form";
import { PasswordInput } from "./password-input";

const schema = () => import("../../lib/doors/schema").then((m) => m.SetUpForm);

export function SetUpForm({ example, refused }: { example: boolean; refused: Refused | null }) {
  const begin = refused?.values.exampleHistory ?? String(example);
  return (
    <DoorForm action={paths.door(paths.setUp())} defaults={{ name: "", email: "", password: "", exampleHistory: begin }} refused={refused} schema={schema}>
      {({ input, error }) => (
        <>
          <Field name="name" label="Your name" error={error("name")}>
            {(control) => <Input {...control} {...input("name")} look="lg" autoComplete="name" autoFocus required />}
          </Field>
          <Field name="email" label="E-mail" error={error("email")}>
            {(control) => <Input {...control} {...input("email")} type="email" look="lg" autoComplete="username" required />}
          </Field>
          <Field name="password" label="A password" hint="12 characters or more; a sentence is good" error={error("password")}>
            {(control) => <PasswordInput {...control} {...input("password")} look="lg" autoComplete="new-password" required />}
          </Field>
          <fieldset>
            <legend className="mb-1.5 font-[550] text-13">Begin</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              <Way input={input("exampleHistory")} value="false" chosen={begin !== "true"} title="Start empty" hint="Your first incident is the first page." />
              <Way
                input={input("exampleHistory")}
                value="true"
                chosen={begin === "true"}
                title="Load the example history"
                hint="A grocer’s year: some 25 incidents, to look around and to practise on."
              />
            </div>
          </fieldset>
          <SubmitButton size="lg" className="w-full" pendingLabel="Setting up">
            Set up Candor
          </SubmitButton>
        </>
      )}
    </DoorForm>
  );
}

function Way({ input, value, chosen, title, hint }: { input: InputProps; value: string; chosen: boolean; title: string; hint: string }) {
  const { defaultValue: _, ...wired } = input;
  return (
    <label className="relative flex flex-col gap-1 rounded-md border border-edge bg-raised px-3 py-2.5 transition-colors hover:bg-hover has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <span className="flex items-center gap-2 font-[550]">
        <input {...wired} type="radio" value={value} defaultChecked={chosen} className="size-4 accent-(--accent)" />
        {title}
      </span>
      <span className="text-13 text-soft">{hint}</span>
    </label>
  );
}
