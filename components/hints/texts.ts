import { keyOf } from "../../lib/blameless/kept";
import type { Finding } from "../../lib/blameless/words";

/** What is asked of a text while somebody writes it: which sentence stands under the hands, and where a hint is after an edit. */

/** A finding with its own words, and the keys by which it may have been kept. */
export interface Hint extends Finding {
  words: string;
  keys: readonly string[];
}

export const hintsOf = (text: string, found: readonly Finding[]): Hint[] =>
  found.map((one) => ({ ...one, words: text.slice(one.start, one.end), keys: keysOf(text, one.start, one.end) }));

const BEFORE = /(?:\S+\s+){1,2}\S*$/;
const AFTER = /^\S*(?:\s+\S+){1,2}/;

/**
 * A hint is kept with the words before it and with the words behind it, each under a key of its own, and is known again by either: so it
 * stays kept when one side is edited, and the same words elsewhere are asked about.
 */
function keysOf(text: string, start: number, end: number): string[] {
  const words = text.slice(start, end);
  const before = BEFORE.exec(text.slice(Math.max(0, start - 200), start))?.[0];
  const after = AFTER.exec(text.slice(end, end + 200))?.[0];
  const sides = [before && before + words, after && words + after].filter((side) => side !== undefined);
  return (sides.length ? sides : [words]).map(keyOf);
}

export const keptAs = (rule: string, key: string) => `${rule} ${key}`;

export const isKept = (kept: ReadonlySet<string>, { rule, keys }: Hint) => keys.some((key) => kept.has(keptAs(rule, key)));

const ENDS = /[.!?…。！？]+["'”’)\]]*(?=\s)|\n/g;
const ENDED = /[.!?…。！？]["'”’)\]]*\s*$/;

/** The sentence in which the caret stands, `[start, end)`; null where the one before it has just been ended and none is begun. */
export function sentenceAt(text: string, caret: number): { start: number; end: number } | null {
  let start = 0;
  let end = text.length;
  for (const { 0: mark, index } of text.matchAll(ENDS)) {
    const behind = index + mark.length;
    if (behind <= caret) start = behind;
    else {
      end = behind;
      break;
    }
  }
  const isEnded = ENDED.test(text.slice(0, caret)) && text.slice(caret, end).trim() === "";
  return isEnded || text.slice(start, end).trim() === "" ? null : { start, end };
}

export const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) => one.start < other.end && other.start < one.end;

/** Where hints are after an edit; those that it touched are gone until the text has been read again. */
export function carry(hints: readonly Hint[], before: string, after: string): Hint[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const by = after.length - before.length;
  return hints.flatMap((hint) => {
    if (hint.end <= head) return [hint];
    if (hint.start >= before.length - tail) return [{ ...hint, start: hint.start + by, end: hint.end + by }];
    return [];
  });
}
