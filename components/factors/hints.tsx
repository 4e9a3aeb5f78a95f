"use client";

import { Plus } from "lucide-react";
import { FACTOR_GROUP_WORDS } from "../../lib/factors/words";
import type { FactorSuggestion } from "../../lib/suggestions/schema";
import { Button } from "../ui/button";

/** What the room already holds offers factors. A press opens the form filled in; nothing is saved unasked. */
export function Hints({ hints, onTake }: { hints: readonly FactorSuggestion[]; onTake: (hint: FactorSuggestion) => void }) {
  if (hints.length === 0) return null;
  return (
    <section aria-label="The room hints at" className="mt-5 rounded-md border border-line border-dashed px-4 py-3 print:hidden">
      <h3 className="font-[550] text-13">The room hints at</h3>
      <ul className="mt-1">
        {hints.map((hint) => (
          <li key={hint.key} className="flex items-center gap-3 border-hairline border-b py-1.5 last:border-0">
            <span className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[13rem_minmax(0,1fr)] sm:items-baseline">
              <span className="isolate-text font-[550]">{hint.tag ?? `Something of ${FACTOR_GROUP_WORDS[hint.group].toLowerCase()}`}</span>
              <span className="isolate-text text-13 text-soft [overflow-wrap:anywhere]">{hint.because}</span>
            </span>
            <Button
              size="sm"
              variant="quiet"
              icon={<Plus aria-hidden="true" />}
              aria-label={`Add ${hint.tag ?? FACTOR_GROUP_WORDS[hint.group]} …`}
              onClick={() => onTake(hint)}
            >
              Add …
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
