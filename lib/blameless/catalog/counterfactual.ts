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
      `[(should|ought|need|needed)&#ByPeople (to|not|never|#Adverb)* have ${NOT} ${DONE}&!{have}&!{be}&!#Gerund]`,
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
      `[(should|ought|need|needed|could) (to|not|never|#Adverb)* have ${NOT} been #Adverb* #Care&!#ByThem]`,
      `[(should|ought|could) (to|not)* have gone through (.)? (review|testing|staging|qa|approval)]`,
      "[(should|ought|need|needed) (to|not|never|#Adverb)* have ${NOT} been (part|checked|in place)]".replace("${NOT}", NOT),
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
    unless: ["(anyone|anybody|no|nobody|everyone) .? .? .? (could|might)", "could not have", "(each|any|all|one|either|both) of us could"],
    names: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.dekker,
  },
  {
    id: "would-have-noticed",
    class: "counterfactual",
    pattern: [
      `(somebody|someone|anyone|nobody|everyone|one|you) .? [would have (noticed|checked|asked|caught|seen|spotted|known|looked|tested|read|realised|realized|stopped|thought)]`,
    ],
    unless: ["wish|if only", "any (competent|sane|reasonable|decent|good|experienced) ."],
    why: WHY,
    question: QUESTION,
    source: SOURCES.fischhoff,
  },
  {
    id: "would-have-helped",
    class: "counterfactual",
    pattern: [
      `^ #Adverb* #Gerund (!would&!could&!might)* [(would|could|might) (not)? have #Adverb* (helped|prevented|avoided|caught|shown|revealed|saved|spared|flagged|surfaced|detected|told|shortened|cut|stopped|exposed|made|given|meant|taken|been)]`,
      "[(a|an|one|another|(five|ten|two|#Number) (minutes|hours|seconds) of) (#Adjective|#Noun)? (look|glance|call|question|test|review|rehearsal|drill|search|check|reading|thought|testing|reading|checking) (at|of|in|with|on)* (#Determiner)? .? .? (would|could|might) have]",
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
      "[if only (#Determiner)? (#Us|#Them|#Crowd|#They|#Nobody|someone|somebody|it|there) .? .?]",
      "[#Us&#Noun? wish (#Us|#Them|#They|#Crowd) (had|have|could|would) #Adverb? .]",
      "[wish (#Determiner)? (#Us|#Them|#They|#Crowd) (had|have) #Adverb? .]",
      "[if (#Us|#They) had (only|just|not)+ #Verb]",
      "[(had|if) (#Us|#They|#Nobody|someone|somebody|anyone) (had)? (looked|checked|asked|tested|read|known|noticed|waited|thought|told|paid|followed|verified|only|done|seen)]",
      "if .? .? [had&#ByThem not #Adverb? .]",
    ],
    unless: ["if #Us (have|are) .", "(anyone|anybody) had any"],
    names: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.dekker,
  },
  {
    id: "failed-to",
    class: "counterfactual",
    pattern: [
      "[{fail}&#ByPeople to #Adverb* #Verb]",
      "(for|by|after|in) [(failing|neglecting|forgetting) to #Adverb* #Verb]",
      "[(failure|omission) (of .? .? .?)? to #Adverb* (#Care|implement|take|maintain|communicate|patch|secure|decommission|adhere|comply|ensure|account|perform|provide|properly)]",
    ],
    names: true,
    why: "It names what was not done, and not what was done instead or why.",
    question: "What was done at that point, and what did it look like from there?",
    source: SOURCES.dekker,
  },
  {
    id: "forgot",
    class: "counterfactual",
    pattern: ["[#Lapse&#ByPeople&#Main (to #Verb)?]", "[({miss}|{skip}|{omit})&#ByPeople&#Main (that|#Determiner .)?]"],
    unless: ["({miss}|{skip}) (the|our|its)? (slo|sla|deadline|target|objective|goal|window|budget|bus|train|meeting)"],
    names: true,
    why: "A slip is where a search begins: it says nothing of what let it pass.",
    question: "What would have shown it, or made it impossible?",
    source: SOURCES.nine,
  },
  {
    id: "did-not",
    class: "counterfactual",
    pattern: [
      "[(did|had)&#ByPeople (not|never) #Adverb* (#Owed)&#Main]",
      "[never&#ByPeople #Adverb* #Owed&(#PastTense|read)]",
      "[(did|had)&#ByPeople (not|never) #Adverb* {think} to #Verb]",
      "!#Outside [(did|does) not #Adverb* (communicate|inform|notify|announce|consult|bother)&!#ByOutside]",
    ],
    unless: ["not see any", "because #Us {want}", "(chose|decided)"],
    names: true,
    why: "It names what was not done, and not what was done instead or why.",
    question: "What did they do at that point, and what would have told them to do this?",
    source: SOURCES.dekker,
  },
  {
    id: "nobody-did",
    class: "counterfactual",
    pattern: [
      "[#Nobody+ ((on|of|in|from|at) .? .)? (had|was|were|even|ever|really|actually)+ (watching|looking|checking|thinking) .?]",
      "[#Nobody+ (had|even|ever)* thought to .]",
      "[#Nobody+ ((on|of|in|from|at) .? .)? (had|has|was|were|even|ever|really|actually)* (bothered|told|noticed|checked|asked|questioned|tested|looked|read|remembered|realised|realized|spotted|caught|reviewed|verified|raised|escalated|informed|warned|considered|owned|followed|stopped|cared|picked|acked|acknowledged|responded|reacted|tried|saw) (.)?]",
      "[not #Verb by (anyone|anybody)]",
      "[(no|not) one (of . )? (bothered|told|noticed|checked|asked|tested|saw)]",
    ],
    unless: ["nobody was (paged|notified|hurt|affected)", "(ask|asks|asked|asking|wondering) (whether|if)"],
    why: "It reproaches everyone, and asks nothing of how anyone could have known.",
    question: "How would somebody have come to know of it?",
    source: SOURCES.dekker,
  },
  {
    id: "without-doing",
    class: "counterfactual",
    pattern: [
      "#Main&(#ByPeople|#Them) .? .? .? .? [without #Adverb* (waiting|checking|testing|asking|telling|verifying|looking|reviewing|coordinating|informing|consulting|notifying|announcing) .?]",
      "(#Them|#Crowd) .? .? [without #Adverb* (waiting|checking|testing|asking|telling|verifying|looking|reviewing|coordinating|informing|consulting|notifying|announcing) .?]",
    ],
    names: true,
    why: "It measures an act by a rule that only the ending brought up.",
    question: "What did they rely on instead, and had it held before?",
    source: SOURCES.dekker,
  },
];
