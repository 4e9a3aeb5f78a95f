"use client";

import { paths } from "../../lib/paths";
import { Field } from "../forms/field";
import { SubmitButton } from "../forms/submit-button";
import { Input } from "../ui/input";
import { DoorForm, type Refused } from "./door-form";
import { PasswordInput } from "./password-input";

const schema = () => import("../../lib/doors/schema").then((m) => m.InvitationForm);

/** Asks for a name and a password alone; the e-mail address stands there for the reader and for password managers. */
export function InvitationForm({ token, email, refused }: { token: string; email: string; refused: Refused | null }) {
  return (
    <DoorForm action={paths.door(paths.invitation(token))} defaults={{ name: "", password: "" }} refused={refused} schema={schema}>
      {({ input, error }) => (
        <>
          <Field label="E-mail">
            {(control) => <Input {...control} type="email" value={email} readOnly autoComplete="username" look="lg" className="bg-sunken text-soft" />}
          </Field>
          <Field name="name" label="Your name" hint="As your colleagues know you" error={error("name")}>
            {(control) => <Input {...control} {...input("name")} look="lg" autoComplete="name" autoFocus required />}
          </Field>
          <Field name="password" label="A password" hint="12 characters or more; a sentence is good" error={error("password")}>
            {(control) => <PasswordInput {...control} {...input("password")} look="lg" autoComplete="new-password" required />}
          </Field>
          <SubmitButton size="lg" className="w-full" pendingLabel="Coming in">
            Come in
          </SubmitButton>
        </>
      )}
    </DoorForm>
  );
}
