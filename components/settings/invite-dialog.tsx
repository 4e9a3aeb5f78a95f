"use client";

import { useState } from "react";
import { useInvite } from "@/lib/invitations/client";
import type { NewInvitation } from "@/lib/invitations/schema";
import { APP_ROLE_HINTS, APP_ROLE_WORDS, APP_ROLES, type AppRole } from "@/lib/people/words";
import { Controlled } from "../forms/controlled";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { TeamPicker } from "../teams/team-picker";
import { Button } from "../ui/button";
import type { Choice } from "../ui/combobox";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { RadioKeys } from "../ui/radio-keys";
import { ShownOnce } from "./shown-once";

interface Values {
  email: string;
  role: AppRole;
  teamIds: Choice[];
}

const FIELDS = ["email", "role", "teamIds"] as const;
const ROLES = APP_ROLES.map((role) => ({ value: role, label: APP_ROLE_WORDS[role], hint: APP_ROLE_HINTS[role] }));

interface Props {
  open: boolean;
  /** Filled in already: for one whose invitation ran out. */
  email: string;
  mails: boolean;
  onClose: () => void;
}

export function InviteDialog({ open, email, mails, onClose }: Props) {
  const [made, setMade] = useState<NewInvitation | null>(null);
  function close() {
    onClose();
    setMade(null);
  }
  const again = (
    <>
      <Button onClick={() => setMade(null)}>Invite another</Button>
      <Button variant="primary" onClick={close}>
        Done
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={close} title={made ? `${made.email} is invited` : "Invite someone"} footer={made ? again : null}>
      {made ? <Shown made={made} mails={mails} /> : <InviteForm email={email} onMade={setMade} onCancel={close} />}
    </Dialog>
  );
}

function Shown({ made, mails }: { made: NewInvitation; mails: boolean }) {
  if (!made.url)
    return (
      <p className="text-soft">
        It was made, but the answer with its link was lost on the way. Invite them once more: the new link takes the place of this one.
      </p>
    );
  return (
    <ShownOnce label="The link" secret={made.url}>
      {made.mailed
        ? "It went out by mail; you can hand it over as well."
        : mails
          ? "The mail did not leave yet. Better hand the link over yourself."
          : "Hand it over yourself."}{" "}
      It works once, within seven days.
    </ShownOnce>
  );
}

function InviteForm({ email, onMade, onCancel }: { email: string; onMade: (made: NewInvitation) => void; onCancel: () => void }) {
  const invite = useInvite();
  return (
    <Form<Values>
      defaultValues={{ email, role: "member", teamIds: [] }}
      fields={FIELDS}
      className="grid gap-5"
      onSubmit={async (values) => onMade(await invite.mutateAsync({ email: values.email, role: values.role, teamIds: values.teamIds.map((team) => team.id) }))}
    >
      {(form) => (
        <>
          <Field name="email" label="E-mail">
            {(control) => <Input {...control} {...form.register("email")} type="email" autoComplete="off" data-autofocus />}
          </Field>
          <Controlled control={form.control} name="teamIds" label="Teams" hint="They are in them from the first moment" optional>
            {(bound, control) => <TeamPicker {...control} value={bound.value} onChange={bound.onChange} />}
          </Controlled>
          <RadioKeys legend="They come as" columns={3} choices={ROLES} value={form.watch("role")} onChange={(role) => role && form.setValue("role", role)} />
          <div className="flex gap-2">
            <SubmitButton pendingLabel="Inviting">Make the link</SubmitButton>
            <Button variant="quiet" onClick={onCancel}>
              Not now
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
