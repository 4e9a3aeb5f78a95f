"use client";

import { ChevronRight } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { HINT_CLASS_WORDS, HINT_CLASSES } from "../../lib/blameless/words";
import { paths } from "../../lib/paths";
import { Section } from "../layout/section";
import { Switch } from "../ui/switch";
import type { LanguageValues } from "./language-fields";
import type { RuleLine } from "./language-form";

/** Every rule with its switch, by class; the sentences that it knows are one link away. */
export function LanguageRules({ rules }: { rules: readonly RuleLine[] }) {
  const { control, setValue } = useFormContext<LanguageValues>();
  const off = useWatch({ control, name: "off" });
  const turn = (id: string, on: boolean) => setValue("off", on ? off.filter((one) => one !== id) : [...off, id], { shouldDirty: true });
  return (
    <Section
      title="Rules"
      aside={
        <a className="link" href={paths.language()} target="_blank" rel="noreferrer">
          With their sentences
        </a>
      }
    >
      {HINT_CLASSES.map((of) => {
        const own = rules.filter((rule) => rule.class === of);
        const quiet = own.filter(({ id }) => off.includes(id)).length;
        if (own.length === 0) return null;
        return (
          <details key={of} className="group border-hairline border-t py-1" open={quiet > 0}>
            <summary className="flex cursor-pointer items-center gap-2 rounded-sm py-2">
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-soft transition-transform group-open:rotate-90" />
              <h3 className="font-[550]">{HINT_CLASS_WORDS[of].label}</h3>
              <span className="text-13 text-soft">
                {own.length} {own.length === 1 ? "rule" : "rules"}
                {quiet ? `, ${quiet} off` : ""}
              </span>
            </summary>
            <ul className="grid gap-x-10 pb-3 lg:grid-cols-2">
              {own.map(({ id, name, why }) => (
                <li key={id} className="border-hairline border-t py-1.5">
                  <Switch label={name} hint={why} checked={!off.includes(id)} onChange={(event) => turn(id, event.target.checked)} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Section>
  );
}
