"use client";

import { useRef, useState } from "react";
import { useUpdateActionItem, useAddActionItem } from "../../lib/actions/client";
import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_TYPE_WORDS, ACTION_TYPES, PRIORITIES } from "../../lib/actions/words";
import { isProblem } from "../../lib/http/fetch";
import { useDraft } from "../../lib/outbox/client";
import type { Source } from "../../lib/sources/rules";
import { Controlled } from "../forms/controlled";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { HintedInput } from "../hints/hinted-input";
import { PersonPicker } from "../people/person-picker";
import { TeamPicker } from "../teams/team-picker";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { addOf, changesOf, ITEM_FIELDS, type ItemValues, valuesOf } from "./item-fields";

interface Props {
  incidentRef: string;
  meId: string;
  /** Left out, a new one is made. */
  item?: ActionItem;
  source?: Source;
  onDone: (saved: ActionItem) => void;
  onCancel: () => void;
}

const EMPTY: ItemValues | null = null;

/** Makes an action item or changes one. A new one outlives a closed tab until it is sent. */
export function ItemForm({ incidentRef, meId, item, source = {}, onDone, onCancel }: Props) {
  const add = useAddActionItem(incidentRef);
  const update = useUpdateActionItem(item?.id ?? "");
  const from = source.factorId ?? source.net ?? source.entryId ?? source.place ?? "";
  const [kept, keep, forget] = useDraft<ItemValues | null>(meId, `action ${item?.ref ?? incidentRef} ${from}`, EMPTY);
  const [first] = useState(() => ({ ...valuesOf(item ?? null, source), ...kept }));
  const title = useRef<HTMLInputElement>(null);
  const finishTest = useRef<HTMLInputElement>(null);
  const [asksToLetIn, setAsks] = useState(false);
  const [letIn, setLetIn] = useState(false);

  async function save(values: ItemValues) {
    const more = letIn ? { letIn } : {};
    try {
      const saved = item
        ? await update.mutateAsync({ input: { ...changesOf(values, item), ...more }, ifMatch: item.version })
        : await add.mutateAsync({ ...addOf(values, source), ...more });
      forget();
      onDone(saved);
    } catch (error) {
      setAsks(isProblem(error) && error.errors.some(({ code }) => code === "not_let_in"));
      throw error;
    }
  }
  const cancel = () => {
    forget();
    onCancel();
  };

  const hinted = { kind: "action", incidentRef } as const;

  return (
    <Form<ItemValues> defaultValues={first} fields={[...ITEM_FIELDS]} onSubmit={save}>
      {(form) => (
        <div className="grid gap-4" onInput={() => keep(form.getValues())}>
          {source.words ? <p className="isolate-text text-13 text-soft">{source.words}</p> : null}
          <Field name="title" label="What will be different" hint="A bounded change to the system: “The pool alerts at 80 %”" required>
            {(control) => <HintedInput {...hinted} {...control} {...form.register("title")} field={title} autoComplete="off" data-autofocus />}
          </Field>
          <Field name="finishTest" label="How one sees that it is done" hint="“The alert fires in the next drill”" optional>
            {(control) => <HintedInput {...hinted} {...control} {...form.register("finishTest")} field={finishTest} autoComplete="off" />}
          </Field>
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="type" label="Type">
              {(control) => (
                <Select {...control} {...form.register("type")}>
                  <option value="">Not said</option>
                  {ACTION_TYPES.map((type) => (
                    <option key={type} value={type}>
                      {ACTION_TYPE_WORDS[type]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="priority" label="Priority">
              {(control) => (
                <Select {...control} {...form.register("priority")}>
                  <option value="">Not said</option>
                  {PRIORITIES.map((priority) => (
                    <option key={priority}>{priority}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="dueOn" label="Due on">
              {(control) => <Input {...control} {...form.register("dueOn")} type="date" min="2000-01-01" max="2099-12-31" />}
            </Field>
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <Controlled control={form.control} name="ownerId" label="Owner" optional>
              {(bound, control) => <PersonPicker {...control} single value={bound.value} onChange={bound.onChange} />}
            </Controlled>
            <Controlled control={form.control} name="teamId" label="Team" optional>
              {(bound, control) => <TeamPicker {...control} single value={bound.value} onChange={bound.onChange} />}
            </Controlled>
          </div>
          {asksToLetIn ? <Checkbox label="Let them in to this private incident" checked={letIn} onChange={(event) => setLetIn(event.target.checked)} /> : null}
          <Field name="description" label="More about it" optional>
            {(control) => <Textarea {...control} {...form.register("description")} rows={2} />}
          </Field>
          <Field name="trackerUrl" label="Link to your tracker" optional>
            {(control) => <Input {...control} {...form.register("trackerUrl")} inputMode="url" autoComplete="off" />}
          </Field>
          <div className="flex gap-2 pt-1">
            <SubmitButton>{item ? "Save" : "Add the action item"}</SubmitButton>
            <Button variant="quiet" onClick={cancel}>
              {item ? "Leave it as it was" : "Not now"}
            </Button>
          </div>
        </div>
      )}
    </Form>
  );
}
