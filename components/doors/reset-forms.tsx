"use client";

import { paths } from "../../lib/paths";
import { Field } from "../forms/field";
import { SubmitButton } from "../forms/submit-button";
import { Input } from "../ui/input";
import { DoorForm, type Refused } from "./door-form";
import { PasswordInput } from "./password-input";

const askSchema = () => import("../../lib/doors/schema").then((m) => m.ResetForm);
const setSchema = () => import("../../lib/doors/schema").then((m) => m.NewPasswordForm);

/** Asks for a link by mail. */
export function AskResetForm({ refused }: { refused: Refused | null }) {
  return (
    <DoorForm action={paths.door(paths.reset())} defaults={{ email: "" }} refused={refused} schema={askSchema}>
      {({ input, error }) => (
        <>
          <Field name="email" label="E-mail" error={error("email")}>
            {(control) => <Input {...control} {...input("email")} type="email" look="lg" autoComplete="username" autoFocus required />}
          </Field>
          <SubmitButton size="lg" className="w-full" pendingLabel="Sending">
            Send me a link
          </SubmitButton>
        </>
      )}
    </DoorForm>
  );
}

/** Sets the new password, by the link. */
export function NewPasswordForm({ token, email, refused }: { token: string; email: string; refused: Refused | null }) {
  return (
    <DoorForm action={paths.door(paths.resetWith(token))} defaults={{ password: "" }} refused={refused} schema={setSchema}>
      {({ input, error }) => (
        <>
          <input type="email" value={email} readOnly autoComplete="username" hidden />
          <Field name="password" label="New password" hint="12 characters or more; a sentence is good" error={error("password")}>
            {(control) => <PasswordInput {...control} {...input("password")} look="lg" autoComplete="new-password" autoFocus required />}
          </Field>
          <SubmitButton size="lg" className="w-full" pendingLabel="Setting it">
            Set the password
          </SubmitButton>
        </>
      )}
    </DoorForm>
  );
}
