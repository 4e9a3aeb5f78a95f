"use client";

import Link from "next/link";
import { paths } from "../../lib/paths";
import { Field } from "../forms/field";
import { SubmitButton } from "../forms/submit-button";
import { Input } from "../ui/input";
import { DoorForm, type Refused } from "./door-form";
import { PasswordInput } from "./password-input";

const schema = () => import("../../lib/doors/schema").then((m) => m.SignInForm);

export function SignInForm({ callbackUrl, refused }: { callbackUrl: string; refused: Refused | null }) {
  return (
    <DoorForm action={paths.door(paths.signIn())} hidden={{ callbackUrl }} defaults={{ email: "", password: "" }} refused={refused} schema={schema}>
      {({ input, error }) => (
        <>
          <Field name="email" label="E-mail" error={error("email")}>
            {(control) => <Input {...control} {...input("email")} type="email" look="lg" autoComplete="username" autoFocus={!refused} required />}
          </Field>
          <Field
            name="password"
            label="Password"
            error={error("password")}
            aside={
              <Link href={paths.reset()} className="link">
                Forgotten?
              </Link>
            }
          >
            {(control) => <PasswordInput {...control} {...input("password")} look="lg" autoComplete="current-password" autoFocus={!!refused} required />}
          </Field>
          <SubmitButton size="lg" className="w-full" pendingLabel="Signing in">
            Sign in
          </SubmitButton>
        </>
      )}
    </DoorForm>
  );
}
