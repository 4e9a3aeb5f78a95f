"use client";

import { useUpdatePerson } from "@/lib/people/client";
import { PasswordInput } from "../doors/password-input";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { toast } from "../ui/toast";

interface Values {
  currentPassword: string;
  password: string;
}

const FIELDS = ["currentPassword", "password"] as const;
const EMPTY: Values = { currentPassword: "", password: "" };
const schema = () => import("@/lib/people/schema").then((m) => m.UpdatePerson.pick({ currentPassword: true, password: true }).required());

export function PasswordForm({ personId, email }: { personId: string; email: string }) {
  const update = useUpdatePerson(personId);
  return (
    <Form<Values>
      defaultValues={EMPTY}
      schema={schema}
      fields={FIELDS}
      className="grid max-w-[30rem] gap-5"
      onSubmit={async (input, form) => {
        await update.mutateAsync({ input });
        form.reset(EMPTY);
        toast("Your new password is set. You are signed out everywhere else.", { tone: "calm" });
      }}
    >
      {(form) => (
        <>
          <input type="email" value={email} readOnly autoComplete="username" hidden />
          <Field name="currentPassword" label="Current password">
            {(control) => <PasswordInput {...control} {...form.register("currentPassword")} autoComplete="current-password" />}
          </Field>
          <Field name="password" label="New password" hint="12 characters or more; a sentence is good">
            {(control) => <PasswordInput {...control} {...form.register("password")} autoComplete="new-password" />}
          </Field>
          <div>
            <SubmitButton variant="secondary" pendingLabel="Setting it">
              Set the new password
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
