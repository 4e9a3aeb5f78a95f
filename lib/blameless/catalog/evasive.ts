import { type Rule, SOURCES } from "./rule";

const WHY = "Somebody did or decided this, for reasons that are worth telling; without them nothing can be learned from it.";
const QUESTION = "Who did what, by which role, and what did they go by?";
const WAS = "(was|were|got|had been|has been|have been|been)";
const BY_SOMEBODY = ["by (#Determiner)? (#Noun|#Adjective)? (#Noun)? (#Them|#Crowd|#Us)"];

export const EVASIVE: readonly Rule[] = [
  {
    id: "mistakes-were-made",
    class: "evasive",
    pattern: [
      `[(#Adjective|#Wrong|some|a|an|the|#Number)* (mistakes|errors|mistake|oversight|decisions|assumptions|assumption|choices|misjudgements) (${WAS}) (#Adverb)? made]`,
      "[mistakes happened]",
      "[(it|the decision) (was|had been|got) (#Adverb)? (decided|agreed|assumed|deemed|felt|judged)]",
      "[the (decision|call|choice) was (made|taken)]",
    ],
    unless: BY_SOMEBODY,
    why: WHY,
    question: QUESTION,
    source: SOURCES.howie,
  },
  {
    id: "was-missed",
    class: "evasive",
    pattern: [
      `[(${WAS}) (#Adverb|never|simply|just|therefore|then)* (missed|overlooked|forgotten|neglected|misread|misjudged|misunderstood|miscommunicated|misapplied|mistyped|omitted)]`,
      `[(step|steps|check|checks|review|reviews|test|tests|canary|run|approval|procedure|stage|validation|it|this|that|#Heeded) (.)? (${WAS}) (#Adverb|simply|just)* skipped]`,
      `[#Heeded (.)? (.)? (${WAS}) (#Adverb)* (ignored|dismissed|disregarded)]`,
      "[(the|this|that|which|requirement|case|edge|detail|fact) (${WAS}) (#Adverb)* (overlooked|missed)]".replace("${WAS}", WAS),
    ],
    unless: [
      ...BY_SOMEBODY,
      "(requests|packets|messages|events|rows|records|keys|runs|proofs|frames|heartbeats|jobs|blocks|bytes) .? (was|were|are|got|being|to be) .? (missed|skipped|dropped)",
      "(was|were|is|are) skipped (by|when|if|on|for|since|automatically)",
      "(was|were|is|are) skipped because (!#Us)",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.howie,
  },
  {
    id: "was-not-done",
    class: "evasive",
    pattern: [
      `[(${WAS}) (not|never) (#Adverb|been|properly|fully|correctly|adequately|sufficiently)* (followed|communicated|tested|checked|reviewed|verified|informed|told|notified|rehearsed|renewed|rotated|documented|acted|considered|raised|escalated|coordinated|observed|questioned|heeded|planned|addressed|consulted|announced|maintained|anticipated) (on|upon|through)?]`,
      `[(${WAS}) (never|not|neither) (#Adverb|been|actually|ever)* #Duty&#NoAgent&(#PastTense|#Participle|read)]`,
      `[(${WAS}) never (#Adverb|been|actually|ever)* (#Care|#Duty)&#NoAgent&(#PastTense|#Participle|set|put|run|read)]`,
      `[(${WAS}) not (#Adverb|been)* (properly|adequately|thoroughly|sufficiently|carefully|appropriately|rigorously|diligently) .]`,
      `[(had|has|have) never (#Adverb|actually|ever)* been (#Adverb)* (#Care|#Duty)&(#PastTense|#Participle|set|put|run|read)]`,
      "[({go}|{remain}|{sit}|{stay}|{lie}|{leave}) (completely|largely|entirely|#Adverb)* (unnoticed|unread|unanswered|unreviewed|unchecked|untested|unchallenged|unaddressed|unacknowledged|unheeded|unactioned|unowned|unassigned|undocumented|unpatched|unattended|unquestioned|unreported)]",
      "[(was|were|been) not (#Adverb)* (done|performed|carried out|conducted|undertaken)]",
      "[(was|were|been) not (#Adverb)* (discovered|found|noticed|spotted|seen|realised|realized|recognised|recognized|identified|understood|picked up) until]",
      "[without (being|having been|getting) (#Adverb|properly)* (#Duty|#Care)]",
      `[(${WAS}) left (#Adverb)? (open|enabled|disabled|running|unattended|exposed|in|behind|on|off|unlocked|pointing|out|unset|empty|at|lying)]`,
      "[(had|has|have) (not|never) (#Adverb)* been (#Adverb)* (followed|communicated|tested|checked|reviewed|applied|updated|verified|informed|told|notified|rehearsed|renewed|rotated|documented|considered|escalated|coordinated|validated|planned|addressed|announced|patched|upgraded|closed|completed|set|configured|enabled|removed)]",
    ],
    unless: [
      ...BY_SOMEBODY,
      "nobody was (notified|informed|told)",
      "(not|never) (updated|applied|notified|validated|followed|checked) (by|because|when|since|until|if|as)",
      "(is|are) not (validated|checked|applied|updated|tested|documented|reviewed|verified)",
    ],
    why: WHY,
    question: "What was done instead, and what would have shown that this was due?",
    source: SOURCES.howie,
  },
  {
    id: "by-accident",
    class: "evasive",
    pattern: [
      "[(was|were|got|been|is|are)&!#ByThem&!#ByUs #Slipping #Verb]",
      "[#Slipping (got|was|were|been) .]",
      "[(#PastTense|#Participle)&!#ByPeople (in error|by mistake|by accident)]",
      "(#NoAgent|#ByNone)&#Main (.)? (.)? (.)? [(unchecked|unreviewed|untested|unverified|unannounced|unapproved|unsupervised)]",
      "#NoAgent&#Main .* [without #Adverb* (waiting|checking|testing|asking|telling|verifying|looking|reviewing|coordinating|informing|consulting|notifying|announcing|following|reading|validating|considering|understanding|thinking)]",
      "#NoAgent&#Main .* [without (a|any|the|prior|proper|peer|further|our|adequate|sufficient|due)* (review|approval|testing|sign-off|notice|warning|coordination|communication|consultation|consideration|oversight|supervision)]",
      "[(an|a|the)? (accidentally|inadvertently|mistakenly) (applied|deployed|deleted|configured|merged|set|removed|changed|pushed|enabled|disabled|introduced|committed|executed)] #Noun",
      `[(${WAS}) (set|configured|entered|applied|deployed|deleted|removed|changed|run|executed|typed|pointed|copied|merged|assigned|labelled|installed|connected) (incorrectly|wrongly|wrong|accidentally|inadvertently|by mistake|by accident|with a (typo|mistake)|in error|with the wrong .)]`,
      `[(${WAS}) . with a (typo|mistake)]`,
      "[(accidental|inadvertent|mistaken) (deletion|execution|removal|deployment|change|merge|push|release|commit|update|revert|misconfiguration|modification|shutdown|restart|overwrite|exposure|application)]",
      "[something (got|was) . (accidentally)?]",
    ],
    unless: [
      ...BY_SOMEBODY,
      "(was|were) (incorrectly|erroneously|wrongly) (marked|classified|flagged|reported|routed|treated|parsed|interpreted|identified|cached|computed|calculated|handled|assumed)",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.howie,
  },
  {
    id: "wrong-thing-happened",
    class: "evasive",
    pattern: [
      `[(#Determiner|a|an|the|some)? (wrong|incorrect|bad|broken|faulty|invalid|erroneous|untested) (#Noun|.) (#Noun)? (${WAS}) (#Adverb)* (deployed|promoted|uploaded|selected|used|entered|picked|chosen|copied|merged|applied|pushed|dropped|deleted|run|released|shipped|restarted|sent|published|committed|set|restored|removed|edited|executed|installed|issued|typed|pulled|unplugged|drained|rebooted|formatted|mounted|attached|cut|replaced|patched|tagged)]`,
    ],
    unless: BY_SOMEBODY,
    why: WHY,
    question: QUESTION,
    source: SOURCES.howie,
  },
  {
    id: "an-error-occurred",
    class: "evasive",
    pattern: [
      "[(an|a|the|some)? (#Adjective)? (error|mistake|oversight|misconfiguration|slip|mishap|misunderstanding|miscommunication|regression) (occurred|happened|was introduced|was made|crept in|slipped (in|through)|took place)]",
      "[(an|a) (#Adjective)? (error|mistake|slip|oversight) (during|in|while|made during) (a|an|the|our)? (#Adjective)? (migration|upgrade|deployment|change|maintenance|rollout|procedure|process|configuration|update|release|planned)]",
      "[(due to|through|by) an oversight]",
      "[there was (a|an|some) (mistake|misunderstanding|miscommunication|mix-up|oversight|lapse|confusion)]",
      "[(a|the|some)? (miscommunication|mix-up|communication breakdown|breakdown in communication)]",
    ],
    unless: [
      "(errors|error) occurred (#Number|at|in|where|because|when|on|for)",
      "(database|timeout|network|parse|memory|server|disk|connection|500|null) error occurred",
      ...BY_SOMEBODY,
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.howie,
  },
  {
    id: "fell-through-the-cracks",
    class: "evasive",
    pattern: [
      "[(fell|slipped|fall|went|falling|slip) through the (cracks|net|gaps)]",
      "[(wires|signals|lines) (got|were) crossed]",
      "[(ball|balls) (was|were|got) dropped]",
      "[lost in (translation|the shuffle|the noise)]",
      "[things (went|got) (missed|lost|sideways)]",
      "[slipped (by|past) (us|everyone|review)?]",
      "[got lost (somewhere|along|in)]",
      "[crept in]",
    ],
    why: WHY,
    question: "What path did it take, and where could it have been seen?",
    source: SOURCES.howie,
  },
];
