import { lineText } from "../diffs/rules";
import { KIND, type ParsedDiff } from "../diffs/words";

/** Which words of a changed line are other than in the line that it replaced. Work is bounded: what is too long is marked as a whole middle. */

export type Range = readonly [from: number, to: number];

const MOST_CHARACTERS = 2000;
const MOST_CELLS = 40_000;
/** Lines that share less than this are not the same line changed: marking their words would only be noise. */
const ALIKE = 0.35;
/** How far the partner of a line is looked for. */
const MOST_RUN = 400;

const TOKEN = /[\p{L}\p{N}_]+|\s+|./gsu;

/** The words that differ, on either side; null where the lines have too little in common to be one line changed. */
export function differingWords(before: string, after: string): { before: Range[]; after: Range[] } | null {
  if (before === after) return { before: [], after: [] };
  if (before.length > MOST_CHARACTERS || after.length > MOST_CHARACTERS) return null;
  const one = before.match(TOKEN) ?? [];
  const other = after.match(TOKEN) ?? [];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const [left, right] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const kept = left.length * right.length <= MOST_CELLS ? inBoth(left, right) : { left: new Set<number>(), right: new Set<number>() };
  const same = one.reduce((sum, token, at) => {
    const stays = at < head || at >= one.length - tail || kept.left.has(at - head);
    return sum + (stays && token.trim() !== "" ? token.length : 0);
  }, 0);
  const most = Math.max(before.replace(/\s/g, "").length, after.replace(/\s/g, "").length);
  if (same < most * ALIKE) return null;
  return { before: rangesOf(one, head, tail, kept.left), after: rangesOf(other, head, tail, kept.right) };
}

/** The longest common subsequence: which tokens of either side stand in both. */
function inBoth(left: readonly string[], right: readonly string[]) {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i * width + j] = left[i] === right[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const kept = { left: new Set<number>(), right: new Set<number>() };
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      kept.left.add(i++);
      kept.right.add(j++);
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return kept;
}

function rangesOf(tokens: readonly string[], head: number, tail: number, kept: ReadonlySet<number>): Range[] {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    const differs = n >= head && n < tokens.length - tail && !kept.has(n - head);
    const last = ranges.at(-1);
    if (differs && last?.[1] === at) last[1] = at + token.length;
    else if (differs) ranges.push([at, at + token.length]);
    at += token.length;
  }
  return ranges;
}

/** The line that line `n` replaced, or that replaced it: the nth of a run of removed lines pairs with the nth of the added ones after it. */
function partnerOf({ kinds }: ParsedDiff, n: number): number | null {
  const mine = kinds[n]!;
  if (mine !== KIND.added && mine !== KIND.removed) return null;
  const run = (from: number, kind: number, step: 1 | -1) => {
    let at = from;
    for (let far = 0; far < MOST_RUN && kinds[at] === kind; far++) at += step;
    return at;
  };
  const past = (at: number, step: 1 | -1) => (kinds[at] === KIND.note ? at + step : at);
  if (mine === KIND.removed) {
    const first = run(n, KIND.removed, -1) + 1;
    const added = past(run(n, KIND.removed, 1), 1);
    const partner = added + (n - first);
    return run(added, KIND.added, 1) > partner ? partner : null;
  }
  const first = run(n, KIND.added, -1) + 1;
  const lastRemoved = past(first - 1, -1);
  const firstRemoved = run(lastRemoved, KIND.removed, -1) + 1;
  const partner = firstRemoved + (n - first);
  return partner <= lastRemoved && kinds[partner] === KIND.removed ? partner : null;
}

/** The words to mark in a line, when it is drawn. */
export function marksOf(diff: ParsedDiff, n: number): readonly Range[] {
  const partner = partnerOf(diff, n);
  if (partner === null) return [];
  const isAdded = diff.kinds[n] === KIND.added;
  const text = (at: number) => lineText(diff, at, MOST_CHARACTERS + 1);
  const words = differingWords(text(isAdded ? partner : n), text(isAdded ? n : partner));
  return words ? (isAdded ? words.after : words.before) : [];
}
