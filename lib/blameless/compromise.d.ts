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
declare module "*/orgWords.js";
declare module "*/patterns/endsWith.js";
declare module "*/patterns/neighbours.js";
declare module "*/patterns/prefixes.js";
declare module "*/patterns/suffixes.js";
declare module "*/placeWords.js";
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

declare module "*/plugin.js" {
  const part: unknown;
  export default part;
}
