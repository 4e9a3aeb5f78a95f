"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { HintClass } from "../../lib/blameless/words";
import { isProblem } from "../../lib/http/fetch";
import { usePreviewLanguage, useSetLanguage } from "../../lib/language/client";
import type { LanguageSetting } from "../../lib/language/schema";
import { useDraft } from "../../lib/outbox/client";
import { Field } from "../forms/field";
import { Form } from "../forms/form";
import { SubmitButton } from "../forms/submit-button";
import { Section } from "../layout/section";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import { LANGUAGE_FIELDS, languageInput, languageValues, type LanguageValues, merged } from "./language-fields";
import { LanguagePreview } from "./language-preview";
import { LanguageRules } from "./language-rules";
import { PhraseFields } from "./phrase-fields";

/** What the form tells of a rule: all else stands on the page of rules. */
export interface RuleLine {
  id: string;
  name: string;
  class: HintClass;
  why: string;
}

interface Props {
  setting: LanguageSetting;
  rules: readonly RuleLine[];
  meId: string;
}

interface Draft {
  /** What the values were changed from. */
  base: LanguageSetting;
  values: LanguageValues;
}

const NONE: Draft | null = null;

/** Which rules are read, which phrases are added, what is a system. What was changed and not saved outlives a closed tab. */
export function LanguageForm(props: Props) {
  const draft = useDraft<Draft | null>(props.meId, "settings language", NONE);
  const [kept] = draft;
  const [first, setFirst] = useState<Draft | null>(null);
  const isTouched = useRef(false);
  // The browser's draft is known once the page has woken; from then on the form is ahead of it.
  useEffect(() => {
    if (kept && !isTouched.current) setFirst(kept);
    isTouched.current ||= kept !== null;
  }, [kept]);
  return <LanguageSheet key={first ? "kept" : "as it stands"} {...props} draft={draft} first={first} onTouched={() => (isTouched.current = true)} />;
}

interface SheetProps extends Props {
  draft: ReturnType<typeof useDraft<Draft | null>>;
  first: Draft | null;
  onTouched: () => void;
}

/** It is seen in what is published before it is saved. */
function LanguageSheet({ setting, rules, draft: [, keep, forget], first, onTouched }: SheetProps) {
  const [base, setBase] = useState(first?.base ?? setting);
  const [isKept, setKept] = useState(first !== null);
  const [together, setTogether] = useState(false);
  const set = useSetLanguage();
  const preview = usePreviewLanguage();

  function leave(form: UseFormReturn<LanguageValues>, now: LanguageSetting) {
    forget();
    setKept(false);
    setTogether(false);
    preview.reset();
    setBase(now);
    form.reset(languageValues(now));
  }

  async function save(values: LanguageValues, form: UseFormReturn<LanguageValues>) {
    try {
      leave(form, await set.mutateAsync({ input: languageInput(values), ifMatch: base.version }));
      toast("Saved. Everyone who writes has it within minutes", { tone: "calm" });
    } catch (error) {
      if (!isProblem(error, "CONFLICT")) throw error;
      const now = error.current as LanguageSetting;
      const both = merged(languageValues(base), values, languageValues(now));
      form.reset(both);
      keep({ base: now, values: both });
      setBase(now);
      setTogether(true);
    }
  }

  async function look(form: UseFormReturn<LanguageValues>) {
    form.clearErrors();
    try {
      await preview.mutateAsync(languageInput(form.getValues()));
    } catch (error) {
      const errors = isProblem(error) ? error.errors : [];
      for (const [at, { path, message }] of errors.entries()) form.setError(path as "vendors", { type: "server", message }, { shouldFocus: at === 0 });
      if (errors.length === 0) toast((error as Error).message, { tone: "danger" });
    }
  }

  return (
    <Form<LanguageValues> defaultValues={first?.values ?? languageValues(setting)} fields={LANGUAGE_FIELDS} onSubmit={save}>
      {(form) => {
        const changed = () => {
          onTouched();
          setKept(true);
          keep({ base, values: form.getValues() });
        };
        return (
          <div onInput={changed}>
            {together ? (
              <Banner tone="caution" role="alert" className="mt-4">
                Another admin saved in the meantime. Their changes stand here together with yours: look them over, and save again.
              </Banner>
            ) : null}
            <PhraseFields onChanged={changed} />
            <Section title="Names of systems">
              <Field
                name="vendors"
                label="Companies and products"
                hint="One a line. Services are known already. “Fernroute dropped the packets” is then about a machine, and is left alone."
              >
                {(control) => <Textarea {...control} {...form.register("vendors")} rows={3} maxRows={12} className="max-w-[30rem]" />}
              </Field>
            </Section>
            <LanguageRules rules={rules} />
            <div className="mt-4 border-line border-t py-4">
              <div className="flex flex-wrap items-center gap-2">
                <SubmitButton pendingLabel="Saving">Save</SubmitButton>
                <Button pending={preview.isPending} onClick={() => void look(form)}>
                  See what this would change
                </Button>
                {isKept ? (
                  <>
                    <Button variant="quiet" onClick={() => leave(form, base)}>
                      Leave it as it was
                    </Button>
                    <span className="text-13 text-soft max-sm:sr-only">Not saved yet; it is kept in this browser.</span>
                  </>
                ) : null}
              </div>
            </div>
            {preview.data ? <LanguagePreview preview={preview.data} rules={rules} values={form.getValues()} /> : null}
          </div>
        );
      }}
    </Form>
  );
}
