"use client";

import { type FormEvent, useState } from "react";
import type { ActionItem } from "../../lib/actions/schema";
import { shortDate } from "../../lib/dates";
import { Field } from "../forms/field";
import { Section } from "../layout/section";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { useEditItems } from "./use-edit-items";

/** When it was done, and what shows it. */
export function EvidenceField({ item, zone, mayWrite }: { item: ActionItem; zone: string; mayWrite: boolean }) {
  const edit = useEditItems();
  const [url, setUrl] = useState(item.evidenceUrl ?? "");
  const [error, setError] = useState<string>();
  const [isEditing, setEditing] = useState(false);
  const said = item.doneAt ? `on ${shortDate(item.doneAt, zone)}` : "";

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const evidenceUrl = url.trim() || null;
    try {
      await edit({ items: [item], set: { evidenceUrl }, shown: { evidenceUrl } }, "Kept");
      setError(undefined);
      setEditing(false);
    } catch (refused) {
      setError((refused as Error).message);
    }
  }

  return (
    <Section title={`Done ${said}`}>
      {item.evidenceUrl ? (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <a href={item.evidenceUrl} rel="noopener noreferrer" className="link [overflow-wrap:anywhere]">
            {item.evidenceUrl}
          </a>
          {mayWrite && !isEditing ? (
            <button type="button" className="link touch text-13 text-soft" onClick={() => setEditing(true)}>
              edit
            </button>
          ) : null}
        </p>
      ) : null}
      {mayWrite && (isEditing || !item.evidenceUrl) ? (
        <form noValidate onSubmit={(event) => void onSubmit(event)} className="mt-2 flex max-w-xl items-end gap-2">
          <Field label="Link to what shows it" error={error} className="min-w-0 flex-1">
            {(control) => (
              <Input {...control} autoFocus={isEditing} inputMode="url" value={url} placeholder="https://" onChange={(event) => setUrl(event.target.value)} />
            )}
          </Field>
          <Button type="submit">Keep it</Button>
        </form>
      ) : null}
    </Section>
  );
}
