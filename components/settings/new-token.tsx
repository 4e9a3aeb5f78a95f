"use client";

import { useState } from "react";
import { paths } from "@/lib/paths";
import type { TokenScope } from "@/lib/people/words";
import { useCreateToken } from "@/lib/tokens/client";
import type { NewToken as Made } from "@/lib/tokens/schema";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { RadioKeys } from "../ui/radio-keys";
import { Select } from "../ui/select";
import { ShownOnce } from "./shown-once";

interface Values {
  name: string;
  scope: TokenScope;
  days: string;
}

const DAY = 24 * 60 * 60 * 1000;
const SCOPES = [
  { value: "read", label: "Read", hint: "Sees what you see" },
  { value: "write", label: "Read and write", hint: "Does what you may do" },
] as const;
const FIELDS = ["name", "scope", "days"] as const;

/** Makes a token, and shows it in the same place. */
export function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  function close() {
    onClose();
    setMade(null);
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={made ? `${made.name} is made` : "Make a token"}
      width="sm"
      footer={
        made ? (
          <Button variant="primary" onClick={close}>
            I have it
          </Button>
        ) : null
      }
    >
      {made ? <Shown made={made} /> : <TokenForm onMade={setMade} onCancel={close} />}
    </Dialog>
  );
}

function Shown({ made }: { made: Made }) {
  if (!made.token) return <p className="text-soft">It was made, but its answer was lost on the way, and it is shown once only. Revoke it, and make another.</p>;
  return (
    <ShownOnce label="The token" secret={made.token}>
      Send it as <code className="font-mono text-12">Authorization: Bearer …</code>;{" "}
      <a className="link" href={paths.apiDocs()}>
        the API’s page
      </a>{" "}
      shows how.
    </ShownOnce>
  );
}

function TokenForm({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) {
  const create = useCreateToken();
  return (
    <Form<Values>
      defaultValues={{ name: "", scope: "read", days: "90" }}
      fields={FIELDS}
      className="grid gap-5"
      onSubmit={async ({ name, scope, days }) =>
        onMade(await create.mutateAsync({ name, scope, expiresAt: days ? new Date(Date.now() + Number(days) * DAY).toISOString() : null }))
      }
    >
      {(form) => (
        <>
          <Field name="name" label="What is it for?">
            {(control) => <Input {...control} {...form.register("name")} placeholder="Alerts from the checkout" autoComplete="off" data-autofocus />}
          </Field>
          <RadioKeys
            legend="What may it do?"
            columns={2}
            choices={SCOPES}
            value={form.watch("scope")}
            onChange={(scope) => scope && form.setValue("scope", scope)}
          />
          <Field name="days" label="Runs out">
            {(control) => (
              <Select {...control} {...form.register("days")}>
                <option value="7">in 7 days</option>
                <option value="30">in 30 days</option>
                <option value="90">in 90 days</option>
                <option value="365">in a year</option>
                <option value="">never</option>
              </Select>
            )}
          </Field>
          <div className="flex gap-2">
            <SubmitButton pendingLabel="Making it">Make the token</SubmitButton>
            <Button variant="quiet" onClick={onCancel}>
              Not now
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
