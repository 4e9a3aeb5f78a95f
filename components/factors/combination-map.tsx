"use client";

import clsx from "clsx";
import { type KeyboardEvent, useRef, useState } from "react";
import { type Direction, FULL, inOrder, mapOf, neighbour } from "../../lib/factors/rules";
import type { Factor } from "../../lib/factors/schema";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_WORDS } from "../../lib/factors/words";
import { plainLine } from "../../lib/timeline/rules";
import { MapPicture } from "./map-picture";
import { ROLE_EDGE, ROLE_INK } from "./role-look";

interface Props {
  factors: readonly Factor[];
  mayWrite: boolean;
  onOpen: (factor: Factor) => void;
  /** Joins the two, or parts them where they are joined. */
  onCombine: (one: Factor, other: Factor) => void;
  onRemove: (factor: Factor) => void;
}

/** What combined, as a picture that one walks with arrows. The list beneath says the same in words. */
export function CombinationMap({ factors, mayWrite, onOpen, onCombine, onRemove }: Props) {
  const map = mapOf(factors);
  const [wanted, setWanted] = useState<string | null>(null);
  const [hot, setHot] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  const here = wanted !== null && byId.has(wanted) ? wanted : (inOrder(factors)[0]?.id ?? null);
  const combining = from === null ? undefined : byId.get(from);

  function go(id: string | null) {
    if (id === null) return;
    setWanted(id);
    place.current?.querySelector<HTMLElement>(`[data-chip="${id}"]`)?.focus();
  }

  function choose(factor: Factor) {
    if (!combining) return onOpen(factor);
    setFrom(null);
    if (combining.id !== factor.id) onCombine(combining, factor);
  }

  function onKeyDown(event: KeyboardEvent, factor: Factor) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      go(neighbour(map.chips, factor.id, event.key as Direction));
    } else if (event.key === "Escape" && combining) {
      event.preventDefault();
      setFrom(null);
    } else if (mayWrite && event.key === "c") {
      event.preventDefault();
      event.stopPropagation();
      if (combining) choose(factor);
      else setFrom(factor.id);
    } else if (mayWrite && event.key === "Delete") {
      event.preventDefault();
      onRemove(factor);
    }
  }

  const standsOut = hot ?? from;
  return (
    <figure className="m-0">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons that are walked with arrows, no form */}
      <div ref={place} role="group" aria-label="Combination map" className="relative" style={{ height: map.height }} onMouseLeave={() => setHot(null)}>
        <MapPicture map={map} hot={standsOut} />
        {map.chips.map((chip) => {
          const factor = byId.get(chip.id)!;
          const isNear = standsOut === null || standsOut === chip.id || factor.combinesWith.includes(standsOut);
          return (
            <button
              key={chip.id}
              type="button"
              data-chip={chip.id}
              tabIndex={chip.id === here ? 0 : -1}
              aria-label={wordsOf(factor, byId)}
              aria-pressed={combining ? combining.id === chip.id : undefined}
              onFocus={() => {
                setWanted(chip.id);
                setHot(chip.id);
              }}
              onBlur={() => setHot(null)}
              onMouseEnter={() => setHot(chip.id)}
              onClick={() => choose(factor)}
              onKeyDown={(event) => onKeyDown(event, factor)}
              style={{ left: `${chip.left}%`, top: chip.top, width: `${FULL.wide}%`, height: FULL.chip }}
              className={clsx(
                "absolute flex flex-col overflow-hidden rounded-md bg-raised px-2 py-1.5 text-left transition-[background-color] hover:bg-hover sm:px-3 sm:py-2",
                ROLE_EDGE[factor.role],
                from === chip.id && "bg-accent-wash!",
                combining && from !== chip.id && "cursor-copy",
              )}
            >
              <span className={clsx("isolate-text line-clamp-3 font-[550] text-12 sm:text-14 sm:leading-4.5", !isNear && "text-soft")}>{factor.tag}</span>
              <span className="isolate-text mt-0.5 line-clamp-2 shrink-0 text-12 text-soft max-sm:hidden">{plainLine(factor.why)}</span>
              <span className={clsx("mt-auto truncate pt-0.5 text-12 max-sm:whitespace-normal max-sm:leading-3.5", ROLE_INK[factor.role])}>
                {FACTOR_ROLE_WORDS[factor.role]}
              </span>
            </button>
          );
        })}
      </div>
      <figcaption className="text-13 text-soft print:hidden" aria-live="polite">
        {combining ? (
          <>
            <strong className="font-[550] text-ink">{combining.tag}</strong> combines with … choose another (again to part them), or Esc
          </>
        ) : mayWrite ? (
          <span className="max-sm:hidden">Arrows walk the map, Enter opens, c combines with another, Delete takes away</span>
        ) : null}
      </figcaption>
    </figure>
  );
}

function wordsOf(factor: Factor, byId: ReadonlyMap<string, Factor>): string {
  const others = factor.combinesWith.flatMap((id) => byId.get(id)?.tag ?? []);
  return [
    factor.tag,
    FACTOR_GROUP_WORDS[factor.group],
    FACTOR_ROLE_WORDS[factor.role],
    others.length ? `combines with ${others.join(" and ")}` : "combines with none",
  ].join(", ");
}
