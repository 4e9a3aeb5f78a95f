import { Reader } from "./reader";
import { type DiffFile, KIND, type ParsedDiff } from "./words";

/**
 * Reads a unified diff (git's and plain ones). Every line of the text keeps its place and gets one kind, so nothing is lost: what does not
 * parse is text with its reason, and the files around it stay readable. Linear in the text, and never throws.
 */
export function parseDiff(text: string): ParsedDiff {
  const slices = parseInSlices(text);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** How many lines a slice reads: well under a frame's time. */
const SLICE = 1000;

/** The same in slices, for a page that must answer between them. */
export function* parseInSlices(text: string): Generator<undefined, ParsedDiff> {
  const reader = new Reader(text);
  for (let n = 1; reader.step(); n++) if (n % SLICE === 0) yield;
  return reader.end();
}

/** What a list says of a diff: how many files, and how many lines came and went. */
export function diffCounts(text: string): { files: number; added: number; removed: number } {
  const { files } = parseDiff(text);
  const sum = (of: (file: DiffFile) => number) => files.reduce((total, file) => total + of(file), 0);
  return { files: files.length, added: sum((file) => file.added), removed: sum((file) => file.removed) };
}

/** A line without its mark and its end, at most `most` characters of it. */
export function lineText(diff: ParsedDiff, n: number, most = 2000): string {
  const marked = diff.kinds[n]! === KIND.context || diff.kinds[n]! === KIND.added || diff.kinds[n]! === KIND.removed;
  const from = diff.starts[n]! + (marked && diff.starts[n + 1]! > diff.starts[n]! && diff.text.charCodeAt(diff.starts[n]!) > 31 ? 1 : 0);
  return diff.text.slice(from, Math.min(diff.starts[n + 1]!, from + most)).replace(/\r?\n$/, "");
}

/** How many characters a line has, with its mark and without its end. */
export const lineLength = (diff: ParsedDiff, n: number) => diff.starts[n + 1]! - diff.starts[n]!;
