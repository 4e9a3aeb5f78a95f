"use client";

import { paths } from "../../lib/paths";
import type { Entry } from "../../lib/timeline/schema";
import { useUpdateEntry } from "../../lib/timeline/client";
import { theoriesOf } from "../../lib/rail/rules";
import { plainLine } from "../../lib/timeline/rules";
import { Menu } from "../ui/menu";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { Panel } from "./panel";
import { useRoom } from "./room-context";

/** Theories open, confirmed and ruled out. Wrong turns stay readable: they are what the next person needs first. */
export function TheoriesPanel({ entries, canWrite, onRuleOut }: { entries: readonly Entry[]; canWrite: boolean; onRuleOut(entry: Entry): void }) {
  const { incidentRef } = useRoom();
  const update = useUpdateEntry(incidentRef);
  const { open, ruledOut, confirmed } = theoriesOf(entries);
  if (open.length + ruledOut.length + confirmed.length === 0) return null;
  const set = (entry: Entry, state: "open" | "confirmed") =>
    update.mutate(
      { id: entry.id, input: { data: { state } } },
      {
        onSuccess: () =>
          toast(state === "confirmed" ? "Confirmed" : "Open again", {
            undo: () => update.mutate({ id: entry.id, input: { data: { state: entry.data.state ?? "open" } } }),
          }),
        onError: (error) => toast(error.message, { tone: "danger" }),
      },
    );
  const line = (entry: Entry) => (
    <a href={paths.entry(incidentRef, entry.id)} className="isolate-text line-clamp-2 hover:underline">
      {plainLine(entry.body)}
    </a>
  );
  return (
    <Panel title="Theories" aside={open.length ? `${open.length} open` : "none open"}>
      <ul className="space-y-1.5">
        {confirmed.map((entry) => (
          <li key={entry.id}>
            {line(entry)}
            <span className="font-semibold text-13 text-calm">confirmed</span>
          </li>
        ))}
        {open.map((entry) => (
          <li key={entry.id} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">{line(entry)}</span>
            {canWrite ? (
              <Menu
                label="This theory"
                align="end"
                trigger={(anchor) => (
                  <Button size="sm" variant="quiet" {...anchor}>
                    Judge
                  </Button>
                )}
                items={[
                  { label: "Rule out …", hint: "and say because of what", onSelect: () => onRuleOut(entry) },
                  { label: "Confirm", onSelect: () => set(entry, "confirmed") },
                ]}
              />
            ) : null}
          </li>
        ))}
        {ruledOut.map((entry) => (
          <li key={entry.id} className="text-soft">
            <s className="decoration-1">{line(entry)}</s>
            {entry.data.because ? <span className="isolate-text block text-13">because {entry.data.because}</span> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
