"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { HINT_CLASS_WORDS, HINT_CLASSES } from "../../lib/blameless/words";
import { Field } from "../forms/field";
import { Section } from "../layout/section";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { type LanguageValues, NEW_PHRASE } from "./language-fields";

/** The organisation's own phrases: the words, what kind of wording it is, why, and what to ask instead. */
export function PhraseFields({ onChanged }: { onChanged: () => void }) {
  const { control, register } = useFormContext<LanguageValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "phrases", keyName: "at" });
  return (
    <Section title="Your phrases">
      <p className="mb-4 max-w-[60ch] text-soft">
        Wording of your own that ends the search too early. Plain words; <code className="font-mono text-13">*</code> stands for any one word, as in “asleep at
        * wheel”.
      </p>
      {fields.map((field, at) => (
        <fieldset key={field.at} className="grid gap-x-4 gap-y-3 border-hairline border-t py-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <legend className="sr-only">{field.words ? `The phrase “${field.words}”` : "A new phrase"}</legend>
          <Field
            name={`phrases.${at}.words`}
            label="Words"
            required
            aside={
              <IconButton
                size="sm"
                className="-my-1"
                label={field.words ? `Remove “${field.words}”` : "Remove this phrase"}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => {
                  remove(at);
                  onChanged();
                }}
              />
            }
          >
            {(bound) => <Input {...bound} {...register(`phrases.${at}.words`)} autoComplete="off" spellCheck={false} data-phrase />}
          </Field>
          <Field name={`phrases.${at}.class`} label="Kind of wording">
            {(bound) => (
              <Select {...bound} {...register(`phrases.${at}.class`)}>
                {HINT_CLASSES.map((of) => (
                  <option key={of} value={of}>
                    {HINT_CLASS_WORDS[of].label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name={`phrases.${at}.why`} label="Why" hint="One sentence: what this wording hides" required className="sm:col-span-2">
            {(bound) => <Input {...bound} {...register(`phrases.${at}.why`)} autoComplete="off" />}
          </Field>
          <Field name={`phrases.${at}.question`} label="What to ask instead" hint="A how or a what" optional className="sm:col-span-2">
            {(bound) => <Input {...bound} {...register(`phrases.${at}.question`)} autoComplete="off" />}
          </Field>
        </fieldset>
      ))}
      <Button
        size="sm"
        variant="quiet"
        icon={<Plus aria-hidden="true" />}
        className="-ml-2.5"
        onClick={() => {
          append({ ...NEW_PHRASE }, { focusName: `phrases.${fields.length}.words` });
          onChanged();
        }}
      >
        Add a phrase
      </Button>
    </Section>
  );
}
