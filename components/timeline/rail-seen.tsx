import type { RailPhase } from "./rail";

/** Above what came since the reader last looked. */
export function RailSeen({ count, phase = null }: { count: number; phase?: RailPhase }) {
  return (
    <li data-phase={phase ?? undefined} className="rail-row py-2">
      <p className="col-start-3 flex items-center gap-3 font-[550] text-13 text-accent after:h-px after:flex-1 after:bg-accent">
        {count === 1 ? "1 entry" : `${count} entries`} since you last looked
      </p>
    </li>
  );
}
