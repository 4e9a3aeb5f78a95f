"use client";

import { ChevronsDownUp, ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ParsedDiff } from "../../lib/diffs/words";
import { useShortcuts } from "../layout/shortcuts";
import { Button } from "../ui/button";
import { DiffFile } from "./diff-file";
import { lineAnchor } from "./diff-line";
import { fileAt, HEAD, openAtFirst, segmentAt, segmentsOf, topOfLine } from "./segments";
import { useInView } from "./use-in-view";

interface Props {
  diff: ParsedDiff;
  /** What can be done with the chosen line (cite it), in its row. */
  tools?: (line: number, path: string) => ReactNode;
  /** Beside the counts: where the raw text is. */
  children?: ReactNode;
}

const lineOfHash = () => {
  const n = Number(/^#L(\d{1,7})$/.exec(location.hash)?.[1] ?? Number.NaN);
  return Number.isNaN(n) ? null : n - 1;
};

/**
 * A diff to be read: files folded, words marked, each line an address. Only what is in the window is drawn, so that a megabyte opens
 * as a page does. `n` and `p` go from hunk to hunk, `[` and `]` from file to file, arrows from line to line.
 */
export function DiffView({ diff, tools, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() => openAtFirst(diff));
  const [current, setCurrent] = useState<number | null>(null);
  const [from, to] = useInView(place);
  const { segments, height } = useMemo(() => segmentsOf(diff, open), [diff, open]);
  const first = segmentAt(segments, from);
  const shown = segments.slice(first, Math.max(first + 1, segmentAt(segments, to) + 1));

  const latest = useRef({ segments, current });
  useEffect(() => {
    latest.current = { segments, current };
  });
  const wanted = useRef<{ line: number; focus: boolean } | null>(null);

  const toggle = useCallback((key: string) => {
    const at = Number(key);
    setOpen((held) => (held.has(at) ? new Set([...held].filter((one) => one !== at)) : new Set([...held, at])));
  }, []);

  const go = useCallback(
    (line: number, { focus = true, address = true } = {}) => {
      const at = fileAt(diff, line);
      wanted.current = { line, focus };
      setOpen((held) => (held.has(at) ? held : new Set([...held, at])));
      setCurrent(line);
      if (address) history.replaceState(history.state, "", `#${lineAnchor(line)}`);
    },
    [diff],
  );

  // It is scrolled to when its place is known, and focused when it is drawn.
  useEffect(() => {
    const { current: want } = wanted;
    if (!want || !place.current) return;
    const segment = segments.find((one) => want.line >= one.from && want.line < one.to && one.open);
    if (!segment) return;
    const drawn = document.getElementById(lineAnchor(want.line));
    const y = topOfLine(segment, want.line);
    const top = place.current.getBoundingClientRect().top + y;
    if (top < 90 || top > window.innerHeight - 120) window.scrollBy({ top: top - window.innerHeight / 3 });
    if (!drawn) return;
    wanted.current = null;
    if (want.focus) drawn.querySelector("a")?.focus({ preventScroll: true });
  });

  useEffect(() => {
    const follow = () => {
      const line = lineOfHash();
      if (line !== null && line < diff.kinds.length) go(line, { focus: false, address: false });
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [diff, go]);

  const hunks = useMemo(() => diff.files.flatMap((file) => file.hunks.map((hunk) => hunk.from)), [diff]);
  const step = (by: 1 | -1) => {
    const here = latest.current.current ?? -1;
    const next = by === 1 ? hunks.find((line) => line > here) : hunks.findLast((line) => line < here);
    if (next !== undefined) go(next);
  };
  const stepFile = (by: 1 | -1) => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-file]")?.dataset.file;
    const here = focused ? Number(focused) : fileAt(diff, latest.current.current ?? -1);
    const next = Math.max(0, Math.min(diff.files.length - 1, here + by));
    const segment = latest.current.segments.find((one) => one.key === `${next}`);
    if (!segment || !place.current) return;
    const top = place.current.getBoundingClientRect().top + segment.top;
    if (top < 70 || top > window.innerHeight - HEAD) window.scrollBy({ top: top - 90 });
    const focus = (tries: number) => {
      const head = place.current?.querySelector<HTMLElement>(`[data-file="${next}"]`);
      if (head) head.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    focus(10);
  };
  useShortcuts([
    { keys: "n", label: "The next hunk of the diff", group: "On this page", run: () => step(1) },
    { keys: "p", label: "The hunk before", group: "On this page", run: () => step(-1) },
    { keys: "]", label: "The next file of the diff", group: "On this page", run: () => stepFile(1) },
    { keys: "[", label: "The file before", group: "On this page", run: () => stepFile(-1) },
  ]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>("[data-line]")?.dataset.line;
    const segment = segments.find((one) =>
      line === undefined ? one.key === target.dataset.segment : one.open && Number(line) >= one.from && Number(line) < one.to,
    );
    if (!segment) return;
    const next = line === undefined ? segment.from : Number(line) + (event.key === "ArrowDown" ? 1 : -1);
    if (next < segment.from || next >= segment.to) return;
    event.preventDefault();
    go(next);
  }

  const allOpen = open.size >= diff.files.length;
  const pathOf = (line: number) => diff.files[fileAt(diff, line)]?.path ?? "";
  const draw = (line: number) => tools?.(line, pathOf(line)) ?? null;
  return (
    <div className="min-w-0">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 text-13 text-soft">
        <span>{inShort(diff)}</span>
        {diff.files.length > 1 ? (
          <Button
            size="sm"
            variant="quiet"
            icon={allOpen ? <ChevronsDownUp aria-hidden="true" /> : <ChevronsUpDown aria-hidden="true" />}
            onClick={() => setOpen(allOpen ? new Set() : new Set(diff.files.keys()))}
          >
            {allOpen ? "Fold all" : "Open all"}
          </Button>
        ) : null}
        {children}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows from line to line, for the links that stand in it */}
      <div ref={place} onKeyDown={onKeyDown} className="relative" style={{ height }}>
        {shown.map((segment) => (
          <DiffFile
            key={segment.key}
            diff={diff}
            segment={segment}
            from={from}
            to={to}
            current={current !== null && current >= segment.from && current < segment.to ? current : null}
            tools={draw}
            onToggle={toggle}
          />
        ))}
      </div>
    </div>
  );
}

function inShort({ files, broken }: ParsedDiff): string {
  if (broken) return `Shown as text. ${broken}`;
  const sum = (of: "added" | "removed") => files.reduce((total, file) => total + file[of], 0);
  return `${files.length.toLocaleString("en")} ${files.length === 1 ? "file" : "files"}, +${sum("added").toLocaleString("en")} −${sum("removed").toLocaleString("en")}`;
}
