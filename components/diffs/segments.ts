import { lineLength } from "../../lib/diffs/rules";
import { type DiffFile, KIND, type ParsedDiff } from "../../lib/diffs/words";

/** Where each file of a diff stands on the page, in pixels: a million lines need no measuring, for all have one height. */

export const LINE = 20;
export const HEAD = 42;
/** Between two files, and what a line of a reason takes. */
const GAP = 10;
const NOTE = 32;
/** A browser lays out no page of twenty million pixels. */
const MOST_LINES = 200_000;
export const MOST_DRAWN = 2000;

export interface Segment {
  key: string;
  /** Null: what stands before the first file, or all of a text that is no diff. */
  file: DiffFile | null;
  /** Its lines to show: its head says the rest in words. */
  from: number;
  to: number;
  why: string | null;
  open: boolean;
  top: number;
  height: number;
}

const reasonOf = (file: DiffFile): string | null =>
  file.shownAsText ?? (file.broken ? `Line ${file.broken.line} does not fit: ${file.broken.why} From there on it is text.` : null);

/** Few files stand open, many are folded with their counts. */
export function openAtFirst(diff: ParsedDiff): ReadonlySet<number> {
  const few = diff.files.length <= 4 || diff.kinds.length <= 600;
  return new Set(few ? diff.files.keys() : []);
}

export const fileAt = (diff: ParsedDiff, line: number) => diff.files.findIndex((file) => line >= file.from && line < file.to);

/** `open` holds the places of files; -1 is what stands before the first. */
export function segmentsOf(diff: ParsedDiff, open: ReadonlySet<number>): { segments: Segment[]; height: number } {
  const segments: Segment[] = [];
  let top = 0;
  const put = (at: number, file: DiffFile | null, from: number, to: number, why: string | null, isOpen: boolean) => {
    const shown = file?.binary ? 0 : Math.min(to - from, MOST_LINES);
    const cut = file?.binary ? 0 : to - from - shown;
    const said = why ?? (cut ? `${cut.toLocaleString("en")} more lines are not drawn here; “As text” has them all.` : null);
    const body = isOpen ? shown * LINE + (said ? NOTE : 0) + (shown ? 12 : NOTE) : 0;
    const height = HEAD + body;
    segments.push({ key: `${at}`, file, from, to: from + shown, why: said, open: isOpen, top, height });
    top += height + GAP;
  };
  const first = diff.files[0]?.from ?? diff.kinds.length;
  if (diff.files.length === 0) put(-1, null, 0, diff.kinds.length, diff.broken, true);
  else if (first > 0) put(-1, null, 0, first, null, open.has(-1));
  for (const [at, file] of diff.files.entries()) {
    let from = file.from;
    while (from < file.to && diff.kinds[from] === KIND.header) from++;
    // Text between two files (a signature, a line of a log) goes with the one before it.
    put(at, file, from, diff.files[at + 1]?.from ?? diff.kinds.length, reasonOf(file), open.has(at));
  }
  return { segments, height: top };
}

/** The first segment that ends below `y`, by halving. */
export function segmentAt(segments: readonly Segment[], y: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.top + segments[middle]!.height < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How wide its longest line is, in characters; no more than is drawn of one. */
export function widthOf(diff: ParsedDiff, { from, to }: Segment): number {
  let most = 0;
  for (let n = from; n < to; n++) most = Math.max(most, lineLength(diff, n));
  return Math.min(most, MOST_DRAWN + 40);
}

export const topOfLine = (segment: Segment, n: number) => segment.top + HEAD + (segment.why ? NOTE : 0) + (n - segment.from) * LINE;
