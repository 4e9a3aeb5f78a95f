"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { detailsSaid } from "../../lib/declare/rules";
import {
  DETECTION_WORDS,
  DETECTIONS,
  type Detection,
  ENVIRONMENT_WORDS,
  ENVIRONMENTS,
  type Environment,
  MODE_HINTS,
  MODE_WORDS,
  MODES,
  type Mode,
} from "../../lib/incidents/words";
import { Field } from "../forms/field";
import { DateTimeInput } from "../ui/date-time-input";
import { RadioKeys } from "../ui/radio-keys";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { Textarea } from "../ui/textarea";
import { useDeclareFacts } from "./declare-context";
import { FOLDED } from "./refusal";
import type { Declaration } from "./use-declaration";

const MODE_KEYS = MODES.map((mode) => ({ value: mode, label: MODE_WORDS[mode], hint: MODE_HINTS[mode] }));

/** What one need not know to declare, folded away. It stands open where something in it was said or refused. */
export function MoreDetails({ declaration }: { declaration: Declaration }) {
  const { draft, change, refusal } = declaration;
  const { zone } = useDeclareFacts();
  const [open, setOpen] = useState(() => detailsSaid(draft) > 0);
  const refused = FOLDED.some((place) => refusal?.fields[place]);
  useEffect(() => {
    if (refused) setOpen(true);
  }, [refused]);
  const errors = refusal?.fields ?? {};

  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
      <summary className="inline-flex list-none items-center gap-1.5 rounded-sm py-1 font-[550] text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform duration-150 group-open:rotate-90" />
        More: kind, privacy, when it began
      </summary>
      <div className="mt-3 space-y-5">
        <RadioKeys<Mode>
          legend="Kind"
          choices={MODE_KEYS}
          value={draft.mode}
          onChange={(mode) => change({ mode: mode ?? "incident" })}
          columns={2}
          name="mode"
        />
        <div className="rounded-md border border-line px-4 py-3">
          <Switch
            label={<span className="font-[550]">Private</span>}
            hint={
              draft.isPrivate
                ? "Only you, whom you call or name in it, and admins will see it. You lead it. Its title shows nowhere else."
                : "Everyone here can see it, which is how the most help comes"
            }
            checked={draft.isPrivate}
            onChange={(event) => change({ isPrivate: event.target.checked })}
          />
        </div>
        <Field label="Summary" optional error={errors.summary}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxRows={10}
              placeholder="What you know so far"
              value={draft.summary}
              onChange={(event) => change({ summary: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <Field label="Impact began" optional error={errors.startedAt}>
            {(control) => <DateTimeInput {...control} zone={zone} value={draft.startedAt} onChange={(startedAt) => change({ startedAt })} />}
          </Field>
          <Field label="Detected" optional error={errors.detectedAt}>
            {(control) => <DateTimeInput {...control} zone={zone} value={draft.detectedAt} onChange={(detectedAt) => change({ detectedAt })} />}
          </Field>
          <Field label="Noticed by" optional error={errors.detection}>
            {(control) => (
              <Select {...control} value={draft.detection ?? ""} onChange={(event) => change({ detection: (event.target.value || null) as Detection | null })}>
                <option value="">Not said</option>
                {DETECTIONS.map((detection) => (
                  <option key={detection} value={detection}>
                    {sentence(DETECTION_WORDS[detection])}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Environment" error={errors.environment}>
            {(control) => (
              <Select {...control} value={draft.environment} onChange={(event) => change({ environment: event.target.value as Environment })}>
                {ENVIRONMENTS.map((environment) => (
                  <option key={environment} value={environment}>
                    {ENVIRONMENT_WORDS[environment]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </div>
    </details>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
