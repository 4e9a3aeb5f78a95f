"use client";

import { lazy, useCallback, useEffect, useState } from "react";
import { paths } from "../../lib/paths";
import { useDeleteEntry, useUpdateEntry } from "../../lib/timeline/client";
import type { Entry } from "../../lib/timeline/schema";
import { toast } from "../ui/toast";
import type { EntryAction } from "./entry-menu";

export const DIALOGS = {
  edit: lazy(() => import("./dialogs/edit-entry")),
  pin: lazy(() => import("./dialogs/pin-milestone")),
  history: lazy(() => import("./dialogs/entry-history")),
  redact: lazy(() => import("./dialogs/redact-entry")),
};
export type Asks = keyof typeof DIALOGS;

/** What is done at once is done here, with an undo; what has to be asked opens its dialog. */
export function useAct(incidentRef: string, onRuleOut: (entry: Entry) => void, ask: (what: Asks, entry: Entry) => void) {
  const update = useUpdateEntry(incidentRef).mutate;
  const remove = useDeleteEntry(incidentRef).mutate;
  const [doing] = useState(() => ({ ask, onRuleOut }));
  useEffect(() => void Object.assign(doing, { ask, onRuleOut }), [doing, ask, onRuleOut]);
  return useCallback(
    (entry: Entry, action: EntryAction) => {
      const sorry = { onError: (error: Error) => void toast(error.message, { tone: "danger" }) };
      const edit = (input: Parameters<typeof update>[0]["input"]) => update({ id: entry.id, input }, sorry);
      if (action === "star") edit({ starred: !entry.starred });
      else if (action === "later") edit({ knownLater: !entry.knownLater });
      else if (action === "confirm") edit({ data: { state: "confirmed" } });
      else if (action === "reopen") edit({ data: { state: "open" } });
      else if (action === "restore") edit({ deleted: false });
      else if (action === "rule-out") doing.onRuleOut(entry);
      else if (action === "link")
        void navigator.clipboard.writeText(new URL(paths.entry(incidentRef, entry.id), location.href).href).then(() => toast("Copied"));
      else if (action === "delete") remove(entry.id, { ...sorry, onSuccess: () => void toast("Deleted", { undo: () => edit({ deleted: false }) }) });
      else doing.ask(action, entry);
    },
    [update, remove, doing, incidentRef],
  );
}
