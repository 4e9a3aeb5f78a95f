import { NOT_DONE } from "./not-done";
import { type Rule, SOURCES } from "./rule";

const WHY = "It tells of a world that did not happen, and leaves out what made sense in this one.";
const QUESTION = "What did people see and know at that moment, and what made this the sensible thing to do?";
const DONE = "(#PastTense|#Participle|run|set|put|read|let|cut|shut|gone|taken|written|known|seen|caught|told|thought|done|made|kept|left|sent|given)";
const NOT = "(not|never|at|least|#Adverb)*";

export const COUNTERFACTUAL: readonly Rule[] = [
  {
    id: "should-have",
    class: "counterfactual",
    pattern: [
      `whoever (!should&!ought)* [(should|ought) (to|not)* have ${NOT} ${DONE}]`,
      `[(should|ought|need|needed)&#ByPeople (to|not|never|#Adverb)* have ${NOT} ${DONE}&!{have}&!{be}&!#Gerund]`,
      `[(should|ought|need|needed|could)&#ByPeople (to|not|never|#Adverb)* have ${NOT} been #Adverb* (#PastTense|#Participle)]`,
      "(#Us|#Them|#Crowd|#They) (was|were)&#ByPeople [(supposed|meant|expected|required) to .]",
      `(#Us|#Them|#Crowd|#They|someone) [(should|ought|need|needed) (to|not|never|#Adverb)* have been (#Gerund|more|better|less|aware|careful|quicker|faster|sooner|on)]`,
    ],
    names: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.dekker,
  },
  {
    id: "should-have-been",
    class: "counterfactual",
    pattern: [
      `[(should|ought|need|needed|could) (to|not|never|#Adverb)* have ${NOT} been (better|more|properly|further|code|peer|#Adverb)* #Care&!#ByThem]`,
      `[(should|ought) (to|ever)* not (to|ever|#Adverb)* have ${NOT} been #Adverb* (#PastTense|#Participle)&!#Ran]`,
      "[(should|ought|needed|need|could) (to|#Adverb)* have been (written|put|taken|thought|signed|carried|called|worked|turned|ruled|picked|handed|backed|looked|followed|locked|cleaned) (down|up|out|in|off|over|into|through|on)]",
      `[(should|ought|could) (to|not)* have (gone|been put) through (.)? (.)? (.)? (review|testing|staging|qa|approval)]`,
      `[(should|ought|need|needed) (to|not|never|#Adverb)* have ${NOT} been (part|checked|in place)]`,
    ],
    unless: ["been . by", "(been|being) . . by", "that (should|could) have been"],
    why: WHY,
    question: "How would anybody have come upon it, with what was at hand that day?",
    source: SOURCES.dekker,
  },
  {
    id: "could-have",
    class: "counterfactual",
    pattern: [
      `[could&#ByPeople (also|at|least|#Adverb)* have ${NOT} ${DONE}&!{have}&!{be}]`,
      `^ [(could|should) have #Adverb* ${DONE}]`,
      `[(could|might) (also)? at least have .]`,
    ],
    unless: [
      "could have (absorbed|survived|coped|carried|handled|sustained|withstood|tolerated|afforded|held|served|run)",
      "(anyone|anybody|no|nobody|everyone) .? .? .? (could|might)",
      "could not have",
      "(each|any|all|one|either|both) of us could",
    ],
    names: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.dekker,
  },
  {
    id: "would-have-noticed",
    class: "counterfactual",
    pattern: [
      "[(#Us|#They|#Them) would have #Adverb* ({spot}|{notice}|{see}|{catch}|{know}|{stop}|{ask}|{check}|{realise}|{realize}|{find}|{save}|{avoid})]",
      `(somebody|someone|anyone|everyone|one|you) .? [would have (noticed|checked|asked|caught|seen|spotted|known|looked|tested|read|realised|realized|stopped|thought)]`,
    ],
    unless: ["wish|if only", "any (competent|sane|reasonable|decent|good|experienced) ."],
    names: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.fischhoff,
  },
  {
    id: "would-have-helped",
    class: "counterfactual",
    pattern: [
      `^ #Adverb* #Gerund (!would&!could&!might&!that&!which)* [(would|could|might) (not)? have #Adverb* (helped|prevented|avoided|caught|shown|revealed|saved|spared|flagged|surfaced|detected|told|shortened|cut|stopped|exposed|made|given|meant|taken|been)]`,
      "[(a|an|one|another|more|(five|ten|two|#Number) (minutes|hours|seconds) of) (#Adjective|#Noun)* (look|glance|call|question|test|review|rehearsal|drill|search|check|reading|thought|testing|checking|word|conversation|chat|dialogue|meeting|email|mail|message|reminder|read-through|walkthrough|dry-run|handover|talk|discussion|pause|visit|inspection|heads-up|involvement|opinion|communication|care) (at|of|in|with|on|to|between|from|about)* (#Determiner)? .? .? .? .? (would|could|might) have]",
      "[(could|might|would) (easily|likely|probably|well|#Adverb)* have been (#Adverb)* (avoided|prevented|averted|mitigated|caught|spotted|shorter|contained|spared|noticed|minimised|minimized)]",
      "[(a|an|one|another) (#Adjective|#Noun)* (look|glance|call|question|test|review|rehearsal|drill|check|walkthrough|dry-run|handover)] .* would have (spared|saved|prevented|caught|shown|told)",
      "!that&!which&!who [(would|could|might) have (really|also)? helped]",
      "[(more|better|closer|careful|thorough|proper|simple|quick|earlier|basic|single|short|brief|little|second|deeper|decent|real|full|dry|five-minute|two-minute) #Adjective* #Noun? (look|test|testing|review|check|glance|rehearsal|question|call|conversation|search|run|drill|read|planning|communication|preparation|training|monitoring|coordination|documentation|handover|checks|tests|design)+ (at|of|in|with|on)* (#Determiner)? .? .? (would|could|might) (have)?]",
    ],
    why: WHY,
    question: "What stood in the way of it, then?",
    source: SOURCES.fischhoff,
  },
  {
    id: "would-have-taken",
    class: "counterfactual",
    pattern: [
      "[(would|might|could) (also|perhaps|probably|have|#Adverb)* been (#Adverb|much|far|a|the)* (better|wise|wiser|prudent|safer|smarter|sensible|preferable|advisable|idea|kinder|nicer|cleaner|quicker|good idea|better idea|right call|right thing|smart) (to|if|for|had|not)]",
      "[(the|a) (best|right|better|correct|safer|proper|wiser|sensible|obvious) (#Noun|thing|way)? (would|might) have been]",
      "it [would (only|just)? have (only|just)? (taken|cost|been) (us|them|him|her)? (just|only|a|an|one|two|three|four|five|ten|minutes|easy|trivial|simple|enough|better|wise|wiser|safer|nothing|seconds|#Number|less)+]",
    ],
    why: "It weighs what was done against what is easy to see now.",
    question: QUESTION,
    source: SOURCES.fischhoff,
  },
  {
    id: "if-only",
    class: "counterfactual",
    pattern: [
      "[(should|ought) (to)? have been (something|a thing|one) .* #Us]",
      "[what (#Us|#They|#Them) did not do]",
      "[(should|ought) not (to)? have been] ($|and|but|because)",
      "#Us #Adverb* [(should|ought) (not|of|course|really|#Adverb)* have had]",
      "[better to have (#PastTense|#Participle)]",
      "[at no (point|time|stage) (did|had|was)] (#Nobody|anyone|anybody|someone|#Us|#They|#Them|#Crowd|the)",
      "[(should|could|would|might) not (#Us|#They|#Them|you|someone|anyone) (just|simply|#Adverb)* have]",
      "[if only (#Determiner)? (#Us|#Them|#Crowd|#They|#Nobody|someone|somebody|it|there) .? .?]",
      "[#Us&#Noun? wish (#Us|#Them|#They|#Crowd) (had|have|could|would) #Adverb? .]",
      "[wish (#Determiner)? (#Us|#Them|#They|#Crowd) (had|have) #Adverb? .]",
      "^ [had (#Determiner)? (#Noun|#Adjective)? (#Them|#Crowd|#Bare) (and (#Determiner)? (#Them|#Crowd|#Bare))? #Adverb? (#PastTense|#Participle)]",
      "[if (#Us|#They) had (only|just|not)+ #Verb]",
      "[if (#Determiner)? (#Us|#They|#Them|#Crowd) had #Adverb* (#PastTense|#Participle)&!{have}]",
      "[(had|if) (#Us|#They|#Nobody|someone|somebody|anyone) (had)? (looked|checked|asked|tested|read|known|noticed|waited|thought|told|paid|followed|verified|only|done|seen)]",
      "[had (#Us|#They|someone|somebody|anyone|anybody) (not|#Adverb)* (#PastTense|#Participle)]",
      "(^|#Break) [had (#Determiner|#Noun|#Adjective)+ (not|#Adverb)* been (#Duty|#Care)]",
      "(^|#Break) [if (#Determiner|#Noun|#Adjective)+ had (not|#Adverb)* been (#Duty|#Care|{start}|{do}|{finish}|{begin})&!#Ran]",
      "if .? .? [had&#ByThem not #Adverb? .]",
    ],
    unless: ["if #Us (have|are) .", "(anyone|anybody) had any"],
    names: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.dekker,
  },
  ...NOT_DONE,
];
