import compute from "../../node_modules/compromise/src/2-two/postTagger/compute/index.js";
import adjectives from "../../node_modules/compromise/src/2-two/postTagger/model/adjective/adjective.js";
import adjectiveAdverbs from "../../node_modules/compromise/src/2-two/postTagger/model/adjective/adj-adverb.js";
import adjectiveGerunds from "../../node_modules/compromise/src/2-two/postTagger/model/adjective/adj-gerund.js";
import adjectiveNouns from "../../node_modules/compromise/src/2-two/postTagger/model/adjective/adj-noun.js";
import adjectiveVerbs from "../../node_modules/compromise/src/2-two/postTagger/model/adjective/adj-verb.js";
import adverbs from "../../node_modules/compromise/src/2-two/postTagger/model/adverb.js";
import datePhrases from "../../node_modules/compromise/src/2-two/postTagger/model/dates/date-phrase.js";
import dates from "../../node_modules/compromise/src/2-two/postTagger/model/dates/date.js";
import nouns from "../../node_modules/compromise/src/2-two/postTagger/model/nouns/nouns.js";
import nounGerunds from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/noun-gerund.js";
import verbNouns from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/verb-noun.js";
import numbers from "../../node_modules/compromise/src/2-two/postTagger/model/numbers/numbers.js";
import personPhrases from "../../node_modules/compromise/src/2-two/postTagger/model/person/person-phrase.js";
import ambiguousNames from "../../node_modules/compromise/src/2-two/postTagger/model/person/ambig-name.js";
import verbs from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/verbs.js";
import auxiliaries from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/auxiliary.js";
import phrasals from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/phrasal.js";
import imperatives from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/imperative.js";
import gerundAdjectives from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/adj-gerund.js";
import passives from "../../node_modules/compromise/src/2-two/postTagger/model/verbs/passive.js";
import misc from "../../node_modules/compromise/src/2-two/postTagger/model/_misc.js";
import conjunctions from "../../node_modules/compromise/src/2-two/postTagger/model/conjunctions.js";

/** compromise's patterns that look at neighbours, without those of places, companies, money and exclamations. Their order decides. */
const matches = [
  passives,
  adjectives,
  adjectiveAdverbs,
  adjectiveGerunds,
  adjectiveNouns,
  adverbs,
  dates,
  datePhrases,
  nouns,
  nounGerunds,
  verbNouns,
  numbers,
  personPhrases,
  ambiguousNames,
  verbs,
  adjectiveVerbs,
  auxiliaries,
  phrasals,
  imperatives,
  gerundAdjectives,
  misc,
  conjunctions,
].flat();

export default { compute, model: { two: { matches } }, hooks: ["postTagger"] };
