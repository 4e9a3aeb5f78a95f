/** Sentences of a line, with where they begin. A full stop inside of an abbreviation, a version or a time ends none. */
export interface Sentence {
  text: string;
  start: number;
}

const END = /[.!?…]+[)"”’\]]*\s+(?=[\p{Lu}\d"“‘@([*_])/gu;
const NO_END = /(?:^|[\s(])(?:e\.g|i\.e|vs|etc|approx|cf|no|fig|ca|resp|mr|ms|dr)\.$/i;
/** Longer than any sentence: whatever has no ends is read in pieces, so that the time stays in proportion. */
const LONGEST = 1200;

export function sentencesOf(line: string, start: number): Sentence[] {
  const all: Sentence[] = [];
  let from = 0;
  const put = (to: number) => {
    for (; to - from > LONGEST; from += cut(line, from)) all.push({ text: line.slice(from, from + cut(line, from)), start: start + from });
    const text = line.slice(from, to);
    if (/\p{L}/u.test(text)) all.push({ text, start: start + from });
    from = to;
  };
  for (const found of line.matchAll(END)) {
    const to = found.index + found[0].trimEnd().length;
    if (!NO_END.test(line.slice(Math.max(0, to - 10), to))) put(to);
  }
  put(line.length);
  return all;
}

/** At a space where there is one. */
function cut(line: string, from: number): number {
  const at = line.lastIndexOf(" ", from + LONGEST);
  return at > from ? at - from : LONGEST;
}
