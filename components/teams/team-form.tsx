"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { isProblem } from "@/lib/http/fetch";
import { useCreateTeam, useUpdateTeam } from "@/lib/teams/client";
import type { Team } from "@/lib/teams/schema";
import { Differences } from "../directory/differences";
import { same, takeUntouched } from "../directory/merge";
import { Controlled } from "../forms/controlled";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { MembersField } from "./members-field";
import { changesOf, inputOf, TEAM_FIELDS, TEAM_LABELS, type TeamValues, valuesOf, wordsOf } from "./team-fields";

interface Props {
  /** Left out, a new one is made. */
  team?: Team;
  onDone: (saved: Team) => void;
  onCancel: () => void;
}

const schema = () => import("@/lib/teams/schema").then((m) => m.TeamForm);

/** Makes a team or changes one. Who saves second sees what the first one wrote, and loses nothing. */
export function TeamForm({ team, onDone, onCancel }: Props) {
  const create = useCreateTeam();
  const update = useUpdateTeam(team?.id ?? "");
  const [theirs, setTheirs] = useState<Team | null>(null);

  async function save(values: TeamValues, form: UseFormReturn<TeamValues>) {
    const base = theirs ?? team;
    if (!base) return onDone(await create.mutateAsync(inputOf(values)));
    const input = changesOf(values, base);
    if (Object.keys(input).length === 0) return onDone(base);
    try {
      onDone(await update.mutateAsync({ input, ifMatch: base.version }));
    } catch (error) {
      if (isProblem(error, "CONFLICT")) {
        // Told by what stands beside the fields, not by a sentence above them.
        const current = error.current as Team;
        takeUntouched(form, valuesOf(base), valuesOf(current), TEAM_FIELDS);
        setTheirs(current);
      } else throw error;
    }
  }

  return (
    <Form<TeamValues> defaultValues={valuesOf(team ?? null)} schema={schema} fields={TEAM_FIELDS} onSubmit={save}>
      {(form) => (
        <div className="grid gap-4">
          {theirs ? <Theirs form={form} theirs={theirs} /> : null}
          <Field name="name" label={TEAM_LABELS.name} required>
            {(control) => <Input {...control} {...form.register("name")} autoComplete="off" data-autofocus />}
          </Field>
          <Field name="description" label={TEAM_LABELS.description} optional>
            {(control) => <Textarea {...control} {...form.register("description")} rows={2} />}
          </Field>
          <Controlled control={form.control} name="members" label={TEAM_LABELS.members} hint="A lead may change this team" optional>
            {(bound, control) => <MembersField control={control} value={bound.value} onChange={bound.onChange} />}
          </Controlled>
          <div className="flex gap-2 pt-1">
            <SubmitButton>{team ? (theirs ? "Save mine over it" : "Save") : "Make the team"}</SubmitButton>
            <Button variant="quiet" onClick={onCancel}>
              {team ? "Leave it as it was" : "Not now"}
            </Button>
          </div>
        </div>
      )}
    </Form>
  );
}

function Theirs({ form, theirs }: { form: UseFormReturn<TeamValues>; theirs: Team }) {
  const [mine, now] = [form.watch(), valuesOf(theirs)];
  const differing = TEAM_FIELDS.filter((field) => !same(mine[field], now[field]));
  return (
    <Differences
      version={theirs.version}
      of={differing.map((field) => ({
        label: TEAM_LABELS[field],
        theirs: wordsOf(now, field),
        take: () => form.setValue(field, now[field], { shouldDirty: true }),
      }))}
    />
  );
}
