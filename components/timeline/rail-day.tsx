import { longDay, type When } from "../../lib/dates";
import type { RailPhase } from "./rail";

/** Where the reader's calendar turns a page. */
export function RailDay({ at, zone, phase = null }: { at: When; zone: string; phase?: RailPhase }) {
  return (
    <li data-phase={phase ?? undefined} className="rail-row py-2.5">
      <h3 className="relative z-1 col-start-3 -ml-2 justify-self-start rounded-full bg-sunken px-2.5 text-12 text-soft leading-5">{longDay(at, zone)}</h3>
    </li>
  );
}
