const NOT = ["did", "does", "do", "had", "have", "has", "was", "were", "is", "are", "should", "could", "would"];
const HAVE = ["should", "could", "would", "might", "must"];

/** Contractions as they are typed in haste, without their apostrophe: the words that they stand for. */
export const HASTY: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...NOT.map((verb): [string, string[]] => [`${verb}nt`, [verb, "not"]]),
  ...HAVE.map((verb): [string, string[]] => [`${verb}ve`, [verb, "have"]]),
  ["cant", ["can", "not"]],
  ["wont", ["will", "not"]],
]);
