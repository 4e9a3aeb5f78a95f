import clsx from "clsx";
import type { CombinationMap } from "../../lib/factors/rules";
import { FACTOR_GROUP_WORDS } from "../../lib/factors/words";

interface Props {
  map: CombinationMap;
  /** Whose lines stand out, if any. */
  hot?: string | null;
  small?: boolean;
}

/** The groups' names and the lines of a map, behind its chips. A list beside it tells the same, so this is not read aloud. */
export function MapPicture({ map, hot = null, small }: Props) {
  return (
    <div aria-hidden="true" className="pointer-events-none">
      {map.heads.map((head) => (
        <span
          key={head.group}
          style={{ left: `${head.left}%`, top: head.top }}
          className={clsx("absolute max-w-[31%] truncate", small ? "text-12" : "text-13", head.empty ? "text-faint" : "text-soft")}
        >
          {FACTOR_GROUP_WORDS[head.group]}
        </span>
      ))}
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden with what stands around it */}
      <svg data-graphic className="absolute inset-0 size-full overflow-visible fill-none" viewBox={`0 0 100 ${map.height}`} preserveAspectRatio="none">
        {map.lines.map((line) => {
          const isHot = hot !== null && line.of.includes(hot);
          return (
            <path
              key={line.key}
              d={line.d}
              vectorEffect="non-scaling-stroke"
              className={clsx("transition-colors", isHot ? "stroke-accent" : hot === null ? "stroke-soft" : "stroke-edge")}
              strokeWidth={isHot ? 2 : 1.25}
            />
          );
        })}
      </svg>
    </div>
  );
}
