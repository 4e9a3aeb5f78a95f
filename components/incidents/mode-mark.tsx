import clsx from "clsx";
import { MODE_HINTS, MODE_WORDS, type Mode } from "../../lib/incidents/words";

/** What is not an ordinary incident says so quietly: a dashed ring and the word. An ordinary one has no mark. */
export function ModeMark({ mode, className }: { mode: Mode; className?: string }) {
  if (mode === "incident") return null;
  return (
    <span className={clsx("inline-flex items-center gap-1.5 text-13 text-soft whitespace-nowrap", className)} data-tip={MODE_HINTS[mode]}>
      <svg viewBox="0 0 14 14" className="size-3.5 shrink-0" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
        {mode === "retrospective" ? (
          <path d="M2.2 4.2A5.8 5.8 0 1 1 1.2 7M2 1.6v2.8h2.8M7 4.2V7l1.9 1.3" strokeLinecap="round" strokeLinejoin="round" />
        ) : (
          <circle cx="7" cy="7" r="5.8" strokeDasharray="2.6 2" />
        )}
        {mode === "near_miss" ? <circle cx="7" cy="7" r="1.4" fill="currentColor" stroke="none" /> : null}
      </svg>
      {MODE_WORDS[mode]}
    </span>
  );
}
