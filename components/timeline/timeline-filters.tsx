import clsx from "clsx";
import type { Entry } from "../../lib/timeline/schema";

export type Filter = "all" | "starred" | "theories" | "decisions" | "verbs" | "evidence";

export const FILTERS: Record<Filter, { words: string; fits: (entry: Entry) => boolean }> = {
  all: { words: "All", fits: () => true },
  starred: { words: "Starred", fits: (entry) => entry.starred },
  theories: { words: "Theories", fits: (entry) => entry.kind === "hypothesis" },
  decisions: { words: "Tried and decided", fits: (entry) => entry.kind === "decision" || entry.kind === "action" },
  evidence: { words: "Evidence", fits: (entry) => ["evidence", "alert", "change", "impact"].includes(entry.kind) },
  verbs: { words: "Status and roles", fits: (entry) => ["status", "severity", "role", "comms"].includes(entry.kind) },
};

/** Shows one sort of entry. The silences between them are drawn only where all are shown. */
export function TimelineFilters({ filter, onFilter, entries }: { filter: Filter; onFilter(filter: Filter): void; entries: readonly Entry[] }) {
  if (entries.length < 8) return null;
  return (
    <fieldset aria-label="Show" className="mb-1 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      {(Object.keys(FILTERS) as Filter[]).map((name) => {
        const count = name === "all" ? 0 : entries.filter((entry) => !entry.deletedAt && FILTERS[name].fits(entry)).length;
        if (name !== "all" && count === 0 && name !== filter) return null;
        return (
          <button
            key={name}
            type="button"
            aria-pressed={filter === name}
            onClick={() => onFilter(name)}
            className={clsx("touch rounded-sm py-1 text-13", filter === name ? "font-semibold text-ink" : "text-soft hover:text-ink")}
          >
            {FILTERS[name].words}
            {count ? <span className="ml-1 font-normal text-faint">{count}</span> : null}
          </button>
        );
      })}
    </fieldset>
  );
}
