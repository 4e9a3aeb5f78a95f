declare module "*/compromise/src/nlp.js" {
  import type { ReadWord } from "./english";

  interface View {
    document: ReadWord[][];
    compute(what: "root"): View;
  }
  interface Nlp {
    (text: string): View;
    plugin(part: unknown): void;
  }
  const nlp: Nlp;
  export default nlp;
}

declare module "*/preTagger/model/_expand/index.js" {
  const expand: (model: object) => object;
  export default expand;
}

declare module "*/toPlural/index.js" {
  const toPlural: (word: string, model: object) => string;
  export default toPlural;
}

declare module "*/lexicon/emoticons.js" {
  const emoticons: readonly string[];
  export default emoticons;
}

declare module "*/lexicon/misc.js" {
  const misc: Readonly<Record<string, string | string[]>>;
  export default misc;
}

declare module "*/compute/index.js";
declare module "*/methods/index.js";
declare module "*/clues/index.js";
declare module "*/irregulars/plurals.js";
declare module "*/lexicon/frozenLex.js";
declare module "*/models/index.js";
declare module "*/patterns/endsWith.js";
declare module "*/patterns/neighbours.js";
declare module "*/patterns/prefixes.js";
declare module "*/patterns/suffixes.js";
declare module "*/regex/regex-normal.js";
declare module "*/regex/regex-numbers.js";
declare module "*/regex/regex-text.js";
declare module "*/tagSet/index.js";

declare module "efrt" {
  export function unpack(packed: string): Record<string, unknown>;
}

declare module "*/generated/words.js" {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module "*/model/contractions.js" {
  const contractions: { word?: string; out: string[] }[];
  export default contractions;
}

declare module "*/plugin.js" {
  const part: unknown;
  export default part;
}

declare module "*/model/adjective/adjective.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/adjective/adj-adverb.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/adjective/adj-gerund.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/adjective/adj-noun.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/adjective/adj-verb.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/adverb.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/dates/date-phrase.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/dates/date.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/nouns/nouns.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/noun-gerund.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/verb-noun.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/numbers/numbers.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/person/person-phrase.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/person/ambig-name.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/verbs.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/auxiliary.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/phrasal.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/imperative.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/adj-gerund.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/verbs/passive.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/_misc.js" {
  const patterns: readonly object[];
  export default patterns;
}

declare module "*/model/conjunctions.js" {
  const patterns: readonly object[];
  export default patterns;
}
