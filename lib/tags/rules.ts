/** The labels nearest to what was typed, best first: those that share the most pairs of letters with it, each if it shares any. */
export function nearest(typed: string, labels: readonly string[], most = 3): string[] {
  const asked = pairsOf(typed);
  return labels
    .map((label) => ({ label, like: likeness(asked, pairsOf(label)) }))
    .filter(({ like }) => like > 0.1)
    .sort((a, b) => b.like - a.like || a.label.localeCompare(b.label, "en"))
    .slice(0, most)
    .map(({ label }) => label);
}

/** Twice what two have in common over all that they have: 1 for the same, 0 for nothing shared. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  const sum = size(a) + size(b);
  return sum === 0 ? 0 : (2 * common) / sum;
}

const size = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** Pairs of neighbouring letters within words, a word's edge being one too; without case and accents. */
function pairsOf(text: string): Map<string, number> {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const pairs = new Map<string, number>();
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? [])
    for (let at = 0; at <= word.length; at++) {
      const pair = ` ${word} `.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  return pairs;
}
