"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { type ReactNode, useDeferredValue, useEffect, useState } from "react";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { MarkedText } from "../ui/marked-text";
import { useListbox } from "../ui/use-listbox";
import { palette } from "./openers";
import { DESTINATIONS } from "./palette-destinations";

export interface PaletteHit {
  id: string;
  href?: string;
  run?: () => void;
  /** May hold marked words between U+E000 and U+E001. */
  label: string;
  /** The line under it: a snippet, with marks. */
  snippet?: string;
  /** Before it, in the mono: "INC-42". */
  refText?: string;
  icon?: ReactNode;
  /** At the right: "today", a status, a key. */
  aside?: ReactNode;
  keys?: string;
}

export interface PaletteGroup {
  label: string;
  hits: readonly PaletteHit[];
}

interface Props {
  /** Looks for what was typed, grouped by kind. Called when the hand rests; aborted when it goes on. */
  search: (query: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;
  /** Beside the shell's own places: what a page offers. */
  destinations?: readonly PaletteHit[];
  /** "All results for …": where the whole search stands. */
  allHref?: (query: string) => string;
}

const REST = 90;
const fits = (hit: PaletteHit, query: string) => hit.label.toLowerCase().includes(query.toLowerCase());

/** Goes anywhere and finds anything. Places are matched at once, the rest is asked for as one types. */
export function Palette({ search, destinations = [], allHref }: Props) {
  const opened = palette.use();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<{ query: string; groups: readonly PaletteGroup[]; failed?: boolean }>({ query: "", groups: [] });
  const wanted = useDeferredValue(query.trim());
  const waits = wanted !== "" && found.query !== wanted;

  useEffect(() => {
    if (opened.open) setQuery(opened.with ?? "");
  }, [opened]);

  useEffect(() => {
    if (!opened.open || wanted === "") return setFound({ query: "", groups: [] });
    const gone = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, gone.signal).then(
        (groups) => !gone.signal.aborted && setFound({ query: wanted, groups }),
        () => !gone.signal.aborted && setFound({ query: wanted, groups: [], failed: true }),
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [wanted, opened.open, search]);

  const places = [...DESTINATIONS, ...destinations].filter((place) => fits(place, wanted));
  const groups: PaletteGroup[] = [
    ...(wanted ? found.groups : []),
    ...(places.length ? [{ label: "Go to", hits: wanted ? places.slice(0, 4) : places }] : []),
    ...(wanted && allHref ? [{ label: "Everything", hits: [{ id: "all", href: allHref(wanted), label: `All incidents that say “${wanted}”` }] }] : []),
  ].filter((group) => group.hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);

  function choose(at: number) {
    const hit = hits[at];
    if (!hit) return;
    palette.close();
    if (hit.run) hit.run();
    else if (hit.href) router.push(hit.href);
  }
  const listbox = useListbox({ count: hits.length, open: opened.open, onChoose: choose, onClose: palette.close });

  let index = -1;
  return (
    <Dialog open={opened.open} onClose={palette.close} title="Find anything" hideTitle at="top" width="md">
      <div className="flex items-center gap-3 border-hairline border-b px-4">
        <input
          type="text"
          data-autofocus
          aria-label="Find anything"
          placeholder="Find an incident, a word of its timeline, a service, a person"
          spellCheck={false}
          {...listbox.field}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={listbox.onKeyDown}
          className="h-13 min-w-0 flex-1 bg-transparent text-16 outline-none"
        />
        <Kbd keys="Esc" className="max-sm:hidden" />
      </div>
      <div
        {...(hits.length ? { ...listbox.list, "aria-label": "Results" } : {})}
        className={clsx("max-h-[min(26rem,60dvh)] overflow-y-auto p-2 transition-opacity", waits && "opacity-70")}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={group.label} role="group" aria-label={group.label} className="mb-1">
            <p aria-hidden="true" className="px-2.5 pt-2 pb-1 text-12 text-faint">
              {group.label}
            </p>
            {group.hits.map((hit) => {
              index += 1;
              return <Row key={hit.id} hit={hit} active={index === listbox.active} option={listbox.option(index)} />;
            })}
          </div>
        ))}
      </div>
      <p role="status" className={clsx("px-4.5 pb-3 text-13 text-soft empty:hidden", hits.length && !found.failed && "sr-only")}>
        {found.failed
          ? "The search does not answer right now. The places are still here."
          : wanted && !waits
            ? hits.length
              ? `${hits.length} results`
              : "Nothing that you can see says that."
            : ""}
      </p>
    </Dialog>
  );
}

function Row({ hit, active, option }: { hit: PaletteHit; active: boolean; option: ReturnType<ReturnType<typeof useListbox>["option"]> }) {
  return (
    <div {...option} tabIndex={-1} className={clsx("flex cursor-pointer items-start gap-3 rounded-md px-2.5 py-2", active && "bg-sunken")}>
      {hit.icon ? <span className="mt-0.5 text-soft [&_svg]:size-4">{hit.icon}</span> : null}
      {hit.refText ? <span className="w-16 shrink-0 font-mono text-13 text-soft leading-5">{hit.refText}</span> : null}
      <span className="min-w-0 flex-1">
        <span className="isolate-text block truncate leading-5">
          <MarkedText>{hit.label}</MarkedText>
        </span>
        {hit.snippet ? (
          <span className="isolate-text line-clamp-1 text-13 text-soft">
            <MarkedText>{hit.snippet}</MarkedText>
          </span>
        ) : null}
      </span>
      {hit.keys ? <Kbd keys={hit.keys} /> : hit.aside ? <span className="shrink-0 text-13 text-soft leading-5">{hit.aside}</span> : null}
    </div>
  );
}
