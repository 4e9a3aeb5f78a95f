import { unpack } from "efrt";
import compute from "../../node_modules/compromise/src/2-two/preTagger/compute/index.js";
import methods from "../../node_modules/compromise/src/2-two/preTagger/methods/index.js";
import toPlural from "../../node_modules/compromise/src/2-two/preTagger/methods/transform/nouns/toPlural/index.js";
import expand from "../../node_modules/compromise/src/2-two/preTagger/model/_expand/index.js";
import clues from "../../node_modules/compromise/src/2-two/preTagger/model/clues/index.js";
import irregularPlurals from "../../node_modules/compromise/src/2-two/preTagger/model/irregulars/plurals.js";
import emoticons from "../../node_modules/compromise/src/2-two/preTagger/model/lexicon/emoticons.js";
import frozenLex from "../../node_modules/compromise/src/2-two/preTagger/model/lexicon/frozenLex.js";
import misc from "../../node_modules/compromise/src/2-two/preTagger/model/lexicon/misc.js";
import models from "../../node_modules/compromise/src/2-two/preTagger/model/models/index.js";
import endsWith from "../../node_modules/compromise/src/2-two/preTagger/model/patterns/endsWith.js";
import neighbours from "../../node_modules/compromise/src/2-two/preTagger/model/patterns/neighbours.js";
import prefixPatterns from "../../node_modules/compromise/src/2-two/preTagger/model/patterns/prefixes.js";
import suffixPatterns from "../../node_modules/compromise/src/2-two/preTagger/model/patterns/suffixes.js";
import regexNormal from "../../node_modules/compromise/src/2-two/preTagger/model/regex/regex-normal.js";
import regexNumbers from "../../node_modules/compromise/src/2-two/preTagger/model/regex/regex-numbers.js";
import regexText from "../../node_modules/compromise/src/2-two/preTagger/model/regex/regex-text.js";
import tags from "../../node_modules/compromise/src/2-two/preTagger/tagSet/index.js";
import words from "../generated/words.js";

/** compromise's tagger over fewer words (scripts/lib/generate.mjs): `A|B` is a word that is either, by what stands around it. */
function lexicons() {
  const names = new Set<string>();
  const lexicon: Record<string, string | string[]> = { ...misc };
  const switches: Record<string, string> = {};
  for (const [tag, packed] of Object.entries(words))
    for (const word of Object.keys(unpack(packed))) {
      if (/Name|Person|Honorific/.test(tag)) names.add(word);
      if (!tag.includes("|")) lexicon[word] = tag;
      else switches[word] = tag;
      if (tag === "Noun|Verb") switches[toPlural(word, { two: { irregularPlurals, uncountable: {} } })] = "Plural|Verb";
    }
  for (const sign of emoticons) lexicon[sign] = "Emoticon";
  for (const none of ["", " ", "null"]) delete lexicon[none];
  return { lexicon, switches, names };
}

const { lexicon, switches, names } = lexicons();
/** Words that name people, as far as compromise knows. */
export const PEOPLES_NAMES: ReadonlySet<string> = names;
const patterns = { suffixPatterns, prefixPatterns, endsWith, neighbours, regexNormal, regexText, regexNumbers };
const model = expand({
  one: { _multiCache: {}, lexicon, frozenLex },
  two: { irregularPlurals, models, ...patterns, switches, clues, uncountable: {}, orgWords: {}, placeWords: {} },
});

export default { compute, methods, model, tags, hooks: ["preTagger"] };
