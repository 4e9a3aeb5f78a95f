"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { isProblem } from "@/lib/http/fetch";
import { useUpdatePerson } from "@/lib/people/client";
import type { PersonProfile, UpdatePerson } from "@/lib/people/schema";
import { Controlled } from "../forms/controlled";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { Input } from "../ui/input";
import { Switch } from "../ui/switch";
import { toast } from "../ui/toast";
import { ZoneField } from "./zone-field";

interface Values {
  name: string;
  zone: string | null;
  shortcuts: boolean;
}

const FIELDS = ["name", "zone", "shortcuts"] as const;
const schema = () => import("@/lib/people/schema").then((m) => m.UpdatePerson.pick({ name: true, zone: true, shortcuts: true }));
const valuesOf = (me: PersonProfile): Values => ({ name: me.name, zone: me.zone ?? null, shortcuts: me.shortcuts ?? true });

export function ProfileForm({ me }: { me: PersonProfile }) {
  const [base, setBase] = useState(me);
  const update = useUpdatePerson(me.id);
  const router = useRouter();

  async function save(values: Values) {
    const before = valuesOf(base);
    const input: UpdatePerson = {};
    if (values.name !== before.name) input.name = values.name;
    if (values.zone !== before.zone) input.zone = values.zone;
    if (values.shortcuts !== before.shortcuts) input.shortcuts = values.shortcuts;
    if (Object.keys(input).length > 0) {
      try {
        setBase(await update.mutateAsync({ input, ifMatch: base.version }));
      } catch (error) {
        // What stands there now is what the next save is held against.
        if (isProblem(error, "CONFLICT")) setBase(error.current as PersonProfile);
        throw error;
      }
    }
    toast("Saved", { tone: "calm" });
    router.refresh();
  }

  return (
    <Form<Values> defaultValues={valuesOf(me)} schema={schema} fields={FIELDS} onSubmit={save} className="grid max-w-[30rem] gap-5">
      {(form) => (
        <>
          <Field name="name" label="Name" hint="As your colleagues know you">
            {(control) => <Input {...control} {...form.register("name")} defaultValue={base.name} autoComplete="name" />}
          </Field>
          <Field label="E-mail" hint="What you sign in with. An admin changes it.">
            {(control) => <Input {...control} type="email" value={me.email ?? ""} readOnly className="bg-sunken text-soft" />}
          </Field>
          <Controlled control={form.control} name="zone" label="Time zone" hint="Every time you read is written in it" optional>
            {(bound, control) => <ZoneField control={control} value={bound.value} onChange={bound.onChange} />}
          </Controlled>
          <Switch
            {...form.register("shortcuts")}
            defaultChecked={base.shortcuts ?? true}
            label="Single-key shortcuts"
            hint="d declares, / finds, ? shows them all. None fires while you type in a field."
          />
          <div>
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
