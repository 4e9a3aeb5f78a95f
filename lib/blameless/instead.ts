import type { Rule } from "./catalog/rule";

/** What may stand in the place of a span, so that the sentence still reads: in its capitals, and with its commas. */
interface Instead {
  start: number;
  end: number;
  suggestions: string[];
}

export function instead({ replace, takesOut }: Rule, sentence: string, start: number, end: number): Instead {
  const said = sentence.slice(start, end);
  if (takesOut) return without(sentence, start, end) ?? { start, end, suggestions: [] };
  const lower = said.toLowerCase();
  const [was, by] = Object.entries(replace ?? {}).find(([each]) => lower.includes(each)) ?? [];
  if (was === undefined || by === undefined) return { start, end, suggestions: [] };
  const at = lower.indexOf(was);
  return { start, end, suggestions: [inCapitals(said, said.slice(0, at) + by + said.slice(at + was.length))] };
}

/** Without the span nothing is left to underline: the word behind it comes with it, and where it stood between commas the one before. */
function without(sentence: string, start: number, end: number): Instead | null {
  const behind = /^(,?)\s+([\p{L}\p{N}@][\p{L}\p{N}\p{M}'’-]*)/u.exec(sentence.slice(end));
  const next = behind?.[2];
  // What is covered is all x.
  if (!behind || !next || /^x+$/.test(next)) return null;
  const to = end + behind[0].length;
  const before = behind[1] ? /([\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*),\s+$/u.exec(sentence.slice(0, start)) : null;
  if (before?.[1] && !/^x+$/.test(before[1])) return { start: before.index, end: to, suggestions: [`${before[1]} ${next}`] };
  return { start, end: to, suggestions: [inCapitals(sentence.slice(start, end), next)] };
}

const inCapitals = (was: string, is: string) => (/^\p{Lu}/u.test(was) ? is.charAt(0).toUpperCase() + is.slice(1) : is);
