import nlp from "../../node_modules/compromise/src/nlp.js";
import cache from "../../node_modules/compromise/src/1-one/cache/plugin.js";
import contractions from "../../node_modules/compromise/src/1-one/contraction-one/model/contractions.js";
import contractionOne from "../../node_modules/compromise/src/1-one/contraction-one/plugin.js";
import freeze from "../../node_modules/compromise/src/1-one/freeze/plugin.js";
import lexicon from "../../node_modules/compromise/src/1-one/lexicon/plugin.js";
import match from "../../node_modules/compromise/src/1-one/match/plugin.js";
import pointers from "../../node_modules/compromise/src/1-one/pointers/plugin.js";
import sweep from "../../node_modules/compromise/src/1-one/sweep/plugin.js";
import tag from "../../node_modules/compromise/src/1-one/tag/plugin.js";
import tokenize from "../../node_modules/compromise/src/1-one/tokenize/plugin.js";
import contractionTwo from "../../node_modules/compromise/src/2-two/contraction-two/plugin.js";
import { HASTY } from "./contracted";
import secondTagger from "./second-tagger";
import { quickSweep } from "./sweep";
import tagger from "./tagger";

/** Where parts hang what prints; nothing here calls it. */
const printing = { methods: { one: { debug: {} } } };

/** compromise knows some of them. */
const known = new Set(contractions.map(({ word }) => word));
for (const [word, words] of HASTY) if (!known.has(word)) contractions.push({ word, out: [...words] });

/**
 * compromise without what prints, changes, completes and looks up text: a browser would fetch it for nothing. Its own door has no smaller one
 * with parts of speech. A test holds it equal to the whole, but for names of places and companies.
 */
for (const part of [printing, match, pointers, tag, contractionOne, tokenize, freeze, cache, lexicon, sweep, tagger, contractionTwo, secondTagger])
  nlp.plugin(part);
nlp.plugin({ methods: { one: { bulkMatch: quickSweep } } });
// Its ids of words come with what changes text; asked for, and missing, they would fill the console with warnings.
nlp.plugin({ compute: { id: () => undefined } });

/** A word as compromise has read it. */
export interface ReadWord {
  text: string;
  pre: string;
  post: string;
  normal: string;
  implicit?: string;
  root?: string;
  tags: Set<string>;
}

/** The words of a sentence with their parts of speech and roots. */
export function wordsOf(sentence: string): ReadWord[] {
  const view = nlp(sentence);
  view.compute("root");
  return view.document.flat();
}
