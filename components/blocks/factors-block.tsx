import clsx from "clsx";
import { FULL, inOrder, mapOf, type Sizes } from "../../lib/factors/rules";
import type { Factor } from "../../lib/factors/schema";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_WORDS } from "../../lib/factors/words";
import { MapPicture } from "../factors/map-picture";
import { ROLE_EDGE, ROLE_INK } from "../factors/role-look";
import { roomLinks } from "../timeline/room-links";
import { Markdown } from "../ui/markdown";
import type { BlockProps } from "./block";
import { BlockEvidence } from "./block-evidence";
import { Nothing } from "./nothing";

/** Lower than on the page where they are edited: the why stands beneath. */
const SIZES: Sizes = { ...FULL, chip: 78, gap: 28 };

/** What combined: the map to be seen at once, and beneath it the same in words. */
export function FactorsBlock({ blocks, zone }: BlockProps) {
  const factors = inOrder(blocks.factors ?? []);
  if (factors.length === 0) return <Nothing>Nobody has named a factor yet.</Nothing>;
  const tags = new Map(factors.map(({ id, tag }) => [id, tag]));
  return (
    <>
      {factors.length > 1 ? <Picture factors={factors} /> : null}
      <ol className="mt-4 border-line border-t">
        {factors.map((factor) => {
          const others = factor.combinesWith.flatMap((id) => tags.get(id) ?? []);
          return (
            <li key={factor.id} data-factor={factor.id} className="border-hairline border-b py-3">
              <p className="flex flex-wrap items-baseline gap-x-2.5">
                <strong className="isolate-text font-[550] [overflow-wrap:anywhere]">{factor.tag}</strong>
                <span className="text-13 text-soft">{FACTOR_GROUP_WORDS[factor.group]}</span>
                <span className={clsx("text-13", ROLE_INK[factor.role])}>{FACTOR_ROLE_WORDS[factor.role].toLowerCase()}</span>
              </p>
              {factor.why ? (
                <Markdown className="mt-0.5 whitespace-pre-line font-serif text-16! leading-[1.55]!" links={roomLinks}>
                  {factor.why}
                </Markdown>
              ) : null}
              {others.length ? <p className="isolate-text mt-1 text-13 text-soft">Combines with {others.join(" and ")}</p> : null}
              {factor.evidence.length ? (
                <BlockEvidence evidence={factor.evidence} known={blocks.evidence ?? {}} incidentRef={blocks.incident.ref} zone={zone} />
              ) : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Picture({ factors }: { factors: readonly Factor[] }) {
  const map = mapOf(factors, SIZES);
  return (
    <div aria-hidden="true" data-map className="relative break-inside-avoid" style={{ height: map.height - SIZES.gap / 2 }}>
      <MapPicture map={map} />
      {map.chips.map((chip) => {
        const factor = factors.find(({ id }) => id === chip.id)!;
        return (
          <span
            key={chip.id}
            style={{ left: `${chip.left}%`, top: chip.top, width: `${SIZES.wide}%`, height: SIZES.chip }}
            className={clsx("absolute flex flex-col overflow-hidden rounded-md bg-raised px-2 py-1.5 sm:px-3 sm:py-2", ROLE_EDGE[factor.role])}
          >
            <span className="isolate-text line-clamp-3 font-[550] text-12 [overflow-wrap:anywhere] sm:text-14 sm:leading-4.5">{factor.tag}</span>
            <span className={clsx("mt-auto pt-0.5 text-12 max-sm:leading-3.5", ROLE_INK[factor.role])}>{FACTOR_ROLE_WORDS[factor.role]}</span>
          </span>
        );
      })}
    </div>
  );
}
