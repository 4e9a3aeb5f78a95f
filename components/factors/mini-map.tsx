import clsx from "clsx";
import { mapOf, SMALL } from "../../lib/factors/rules";
import type { Factor } from "../../lib/factors/schema";
import { FACTOR_ROLE_WORDS } from "../../lib/factors/words";
import { MapPicture } from "./map-picture";
import { ROLE_EDGE, ROLE_INK } from "./role-look";

export type MiniFactor = Pick<Factor, "id" | "group" | "tag" | "role" | "combinesWith" | "order">;

/** The combination map at the side of a room: to be looked at. What leads on stands beside it. */
export function MiniMap({ factors }: { factors: readonly MiniFactor[] }) {
  const map = mapOf(factors, SMALL);
  return (
    <div aria-hidden="true" className="relative" style={{ height: map.height }}>
      <MapPicture map={map} small />
      {map.chips.map((chip) => {
        const factor = factors.find((one) => one.id === chip.id)!;
        return (
          <span
            key={chip.id}
            style={{ left: `${chip.left}%`, top: chip.top, width: `${SMALL.wide}%`, height: SMALL.chip }}
            className={clsx("absolute flex flex-col overflow-hidden rounded-sm bg-raised px-1.5 py-1", ROLE_EDGE[factor.role])}
          >
            <span className="isolate-text line-clamp-2 text-12 leading-3.5">{factor.tag}</span>
            <span className={clsx("mt-auto truncate text-12", ROLE_INK[factor.role])}>{FACTOR_ROLE_WORDS[factor.role].toLowerCase()}</span>
          </span>
        );
      })}
    </div>
  );
}
