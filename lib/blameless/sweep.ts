/**
 * compromise's own sweep asks each sentence for each of some thousand words and tags that its patterns need, and then each pattern that needs
 * any of them. This one asks the sentence's words and tags for the patterns that need them most of all: the same ones are tried, in the same
 * order, in a third of the time.
 */
interface Pattern {
  match: string;
  needs: readonly string[];
  ifNo?: readonly string[];
  wants: readonly string[];
  minWant: number;
  minWords: number;
}
interface Net {
  hooks: Readonly<Record<string, readonly Pattern[]>>;
  always: readonly Pattern[];
}
type Place = [sentence: number, from: number, to: number];
interface Methods {
  one: {
    cacheDoc(sentences: readonly unknown[][]): ReadonlySet<string>[];
    match(sentences: readonly unknown[][], pattern: Pattern): { ptrs: Place[] };
  };
}

interface Index {
  /** Each pattern once, under its rarest need; without needs under each of its wants. */
  byHook: ReadonlyMap<string, readonly Pattern[]>;
  /** Where a pattern stands among all that a hook brings, hooks one after the other. */
  places: ReadonlyMap<Pattern, ReadonlyMap<string, number>>;
}
const indexes = new WeakMap<Net, Index>();

function indexOf(net: Net): Index {
  const known = indexes.get(net);
  if (known) return known;
  const places = new Map<Pattern, Map<string, number>>();
  let place = 0;
  for (const [hook, patterns] of Object.entries(net.hooks))
    for (const pattern of patterns) {
      const its = places.get(pattern) ?? new Map<string, number>();
      places.set(pattern, its.set(hook, place++));
    }
  const byHook = new Map<string, Pattern[]>();
  const rarity = (hook: string) => net.hooks[hook]?.length ?? 0;
  for (const pattern of places.keys()) {
    const rarest = pattern.needs.reduce<string | null>((best, need) => (best === null || rarity(need) < rarity(best) ? need : best), null);
    for (const hook of rarest === null ? pattern.wants : [rarest]) byHook.set(hook, [...(byHook.get(hook) ?? []), pattern]);
  }
  const index = { byHook, places };
  indexes.set(net, index);
  return index;
}

export function quickSweep(sentences: readonly unknown[][], net: Net, methods: Methods): (Pattern & { pointer: Place })[] {
  const { byHook, places } = indexOf(net);
  return methods.one.cacheDoc(sentences).flatMap((has, n) => {
    const sentence = sentences[n]!;
    const mayMatch = ({ minWords, needs, ifNo, wants, minWant }: Pattern) =>
      sentence.length >= minWords &&
      needs.every((need) => has.has(need)) &&
      !ifNo?.some((no) => has.has(no)) &&
      (wants.length === 0 || wants.filter((want) => has.has(want)).length >= minWant);
    const first = new Map<Pattern, number>();
    for (const hook of has)
      for (const pattern of byHook.get(hook) ?? []) {
        if (first.has(pattern) || !mayMatch(pattern)) continue;
        let place = Number.POSITIVE_INFINITY;
        for (const [brings, at] of places.get(pattern)!) if (at < place && has.has(brings)) place = at;
        first.set(pattern, place);
      }
    const tried = new Set<string>();
    const patterns = [...first]
      .sort(([, a], [, b]) => a - b)
      .map(([pattern]) => pattern)
      .filter(({ match }) => !tried.has(match) && tried.add(match));
    return [...patterns, ...net.always.filter(({ minWords }) => sentence.length >= minWords)].flatMap((pattern) =>
      methods.one.match([sentence], pattern).ptrs.map(([, from, to]) => ({ ...pattern, pointer: [n, from, to] satisfies Place })),
    );
  });
}
