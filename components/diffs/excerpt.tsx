"use client";

import { useQuery } from "@tanstack/react-query";
import { diffQuery } from "../../lib/changes/client";
import { KIND, type ParsedDiff } from "../../lib/diffs/words";
import { paths } from "../../lib/paths";
import { DiffLine } from "./diff-line";
import { Scrolled } from "./scrolled";
import { LINE } from "./segments";
import { useParsed } from "./use-parsed";

const MOST = 12;

/** Where a diff begins to change something: a dozen lines, and the way to the rest. */
export default function Excerpt({ change, incidentRef }: { change: { id: string; version: number }; incidentRef: string }) {
  const { data, error } = useQuery(diffQuery(change, incidentRef));
  const diff = useParsed(data);
  if (error) return <p className="text-13 text-soft">{error.message}</p>;
  if (!diff) return <p className="animate-late text-13 text-soft">Reading the diff …</p>;
  const { path, lines } = beginning(diff);
  return (
    <figure className="mt-1.5 overflow-hidden rounded-md border border-line bg-raised">
      <figcaption className="flex justify-between gap-3 border-hairline border-b px-3 py-1.5 text-12 text-soft">
        <span className="isolate-text truncate font-mono">{path}</span>
        <a href={paths.changeLine(incidentRef, change.id, (lines[0] ?? 0) + 1)} className="link shrink-0">
          the whole diff
        </a>
      </figcaption>
      <Scrolled label={`Beginning of the diff of ${path}`}>
        <div className="relative w-[52rem] min-w-full" style={{ height: lines.length * LINE }}>
          {lines.map((n, at) => (
            <DiffLine
              key={n}
              diff={diff}
              n={n}
              top={at * LINE}
              current={false}
              id={`x${change.id}-${n}`}
              href={paths.changeLine(incidentRef, change.id, n + 1)}
            />
          ))}
        </div>
      </Scrolled>
    </figure>
  );
}

/** From two lines before the first that came or went; of a text, its first lines. */
function beginning({ files, kinds }: ParsedDiff): { path: string; lines: number[] } {
  const file = files.find((one) => one.hunks.length > 0);
  const hunk = file?.hunks[0];
  const [from, to] = hunk ? [hunk.from + 1, hunk.to] : [0, kinds.length];
  let first = from;
  while (hunk && first < to && kinds[first] !== KIND.added && kinds[first] !== KIND.removed) first++;
  const begin = Math.max(from, (first < to ? first : from) - 2);
  return { path: file?.path || "as text", lines: Array.from({ length: Math.min(MOST, to - begin) }, (_, at) => begin + at) };
}
