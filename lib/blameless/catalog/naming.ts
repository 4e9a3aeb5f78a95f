import { type Rule, SOURCES } from "./rule";

const WHY = "A person as the cause ends the search: whoever had stood there might have done the same.";
const QUESTION = "What made it possible, and what would have stopped it whoever did it?";
/** Somebody of ours, as a phrase. */
const ONE = "(#Determiner|a|an|the|our)? (#Noun|#Adjective|#Place)* (#Them|#Crowd)&!#TheirOwn ((on|from|in) #Noun #Noun?)?";

/** Said of an act, it makes its doer the failing party. */
const SLIPPING = "(#Slipping|carelessly|by mistake|by accident|in error|in (a|their|his|her) (hurry|rush|haste)|instead of .)";

export const NAMING: readonly Rule[] = [
  {
    id: "who-broke-it",
    class: "naming",
    pattern: [
      "[(#Ruin|#Gone)&#ByThem&#Main&!fat-fingered (up)?] (!ball|$)",
      "[({take}|{bring}|{knock})&#ByThem&#Main (#Determiner . .?)? (down|offline)]",
      "[({run}|{execute}|{test}|{point}|{apply})&#ByThem&#Main] .? .? .? .? (against|on|in|to) (the)? (production|prod|live)",
      "[#Touch&#ByThem&#Main&!#Find (#Determiner|.)? (.)? (.)? (#Wrong|#Slip)]",
      "[#ByThem&#Main&!#Find (the|a|an)? (#Wrong|#Slip)]",
      "[#ByThem&#Main&!#Find] .* with (a|an|the)? (#Wrong|lax)",
      "[({ship}|{write}|{deploy}|{push}|{merge}|{build}|{add})&#ByThem&#Main (#Determiner|a)? (.)? .] that #Verb",
      "[#Ruin&#ByUs&#Main&!{mess}&!{tank}] (the|our|it|production|prod|everything|all)",
      "[i&#Us ({delete}|{drop}|{wipe}|{nuke}) ]",
      "[#Stray&#ByThem&#Main (from)?]",
      "[#Touch&#ByThem&#Main] .* (past|despite|against|in spite of|around) (the|a|an|our|all)? (advice|red|warning|warnings|policy|rules|failing|gate|check|review|objections|freeze)",
      "[#ByThem&#Main&!#Find&!#Duty] .* (causing|which (caused|broke|led|triggered)|leading to|resulting in|which resulted in|and (caused|broke|crashed|killed)) !{improve}",
      `[#ByThem&#Main] .? .? .? .? .? .? ${SLIPPING}`,
      `#Comma? ${SLIPPING} (#Adverb|have|had)* [#ByThem&#Main]`,
      `[#ByThem ${SLIPPING} #Main]`,
    ],
    unless: [
      "(we|they) agreed to",
      "(had|needed|able|forced|obliged) to (bypass|circumvent|sidestep|overrule)",
      "(which|that) (fixed|resolved|restored|ended|stopped|cleared|healed|mitigated)",
      "({delete}|{drop}|{wipe}) (the|a|all|an|one|some)? (stuck|old|stale|dead|failed|failing|hung|temporary|temp|test|duplicate|orphaned|unused|poisoned|faulty|lock|job|jobs|pod|pods|cache|log|logs)",
      "(on purpose|in a drill|deliberately|as planned|correctly|successfully)",
    ],
    withDoer: true,
    why: WHY,
    question: QUESTION,
    source: SOURCES.allspaw,
  },
  {
    id: "fault",
    class: "naming",
    pattern: [
      "[(my|our|his|her|their|your|#TheirOwn) (own|#Noun)? (fault|bad)]",
      `[${ONE} (is|are|was|were)? (clearly|entirely|solely|mostly)? (to blame|at fault)]`,
      "[(they|we|he|she|i) (are|am|is|was|were) (to blame|at fault)]",
      "[(this|that|it|one|outage|incident) (is|was|s) (all|entirely|squarely)? on (me|us|them|him|her|you)]",
      "[(this|that|it|one|outage|incident) (is|was) (all|entirely|squarely)? on (the)? #Noun? (#Them|#Crowd)] (!#Noun|$)",
      "(it|this|that|which) was [(my|our|his|her|their|#TheirOwn) (own|big|stupid|#Adjective)? (mistake|doing|error|slip|oversight|failure|screw-up|blunder)]",
      "[(take|takes|took|taking|accept|accepts) (the|full|all|complete)+ (blame|responsibility)]",
      "[(mea culpa|guilty as charged)]",
      "[{blame} (#Determiner)? (#Noun)? (#Them|#Crowd|them|him|her|us|me)]",
      "[({point}|pointing) (the)? finger(s)? at]",
      "[. (owns|own) (this|that) (one|mess|failure|outage)?] (#Comma|$|and)",
      "[#Noun&!#System (owns|own) this one]",
    ],
    unless: [
      "(not|never|no|without|nobody|git|don't|doesn't) (to)? blame",
      "git blame",
      "(disk|node|switch|server|cable|router|driver|kernel|link|card) (was|is) at fault",
      "who own",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.allspaw,
  },
  {
    id: "culprit",
    class: "naming",
    pattern: [
      `[(the|our|main|real|actual) (culprit|perpetrator|offender) (was|is|here|were)* ${ONE}]`,
      `[(culprit|perpetrator|offender) (was|is) .] (from|in|of)`,
      "[(#Them|#Crowd) (was|is|were) the (culprit|offender|perpetrator)]",
      "[(person|people|one|individual|engineer|developer|team|party) responsible] (!for|$)",
      "[(guilty|offending) (party|person|one|engineer|developer)]",
      "[(the)? #Role responsible for (this|the) #Outage]",
      "[(root cause|cause|problem|reason) (was|is) #Determiner? #Noun? (#Them|#Crowd)&!#TheirOwn]",
    ],
    unless: ["responsible for (the)? (service|rota|on-call)"],
    why: WHY,
    question: QUESTION,
    source: SOURCES.pagerduty,
  },
  {
    id: "it-was-who",
    class: "naming",
    pattern: [
      `(it|that) (was|is|s) [${ONE} (who|that) .]`,
      "(it|that) (was|is) [(his|her|their|your|#TheirOwn) (last|own|new)? #Made]",
      "^ [who (the (hell|heck))? (#Adverb)? (merged|broke|approved|wrote|pushed|deployed|did|deleted|changed|thought|allowed|signed|reviewed|touched|left|let|committed|ran|forgot) .?]",
      "[whoever (#Adverb)? #PastTense&!{be}] .* (did not|never|should|could|forgot|was|has|clearly|must)",
      "[whoever (wrote|merged|pushed|approved|broke|deployed|did|thought|left|deleted|forgot|changed|ran|signed|shipped|reviewed|configured|set|designed|touched|introduced|committed) (this|that|it|.)? (.)?]",
    ],
    unless: [
      "^ who (did|do|does|was|is|will|can|should|could|would) (we|you|the|it|they|that|this|take|page|own|need|see|know|find|declare|lead|call|get|say|have|be)",
      "whoever (is|was) on (call|duty) (gets|is|can|will|sees|knows|has)",
      "(tell|tells|page|pages|ask|lets|for|by|to) whoever",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.allspaw,
  },
  {
    id: "their-change",
    class: "naming",
    pattern: [
      "[(the|our)? (#Noun)? (#TheirOwn|your|his|her|their) (team's|squad's|team)? (last|latest|own|new|big|bad|broken|careless|untested)? (#Noun)? #Made] (#Adverb|is|was|has|had|what|that|which)* (#Ruin|#Gone|{cause}|{trigger}|{introduce}|{kill}|{crash}|{flood}|{block}|took|taken|brought|knocked|led)",
      "(caused|triggered|broken|introduced|due|because|down|after|blame|blamed) (by|to|of|on)? [(the)? (#Noun)? (#TheirOwn|your|his|her|their) (last|latest|own|new|big|bad|broken)? (#Noun)? #Made]",
      "(accidentally|inadvertently|wrongly|broken|broke|wrong) (in|by|with|from) [(#TheirOwn|his|her|their|your) #Made]",
      "[(the)? #TheirOwn #Adjective? #Poor #Work] ",
      "[(the)? #TheirOwn (#Adjective|#Noun)* #Noun (was|is)] (the)? (clearly|#Adverb)? (culprit|cause|problem|reason|to blame|at fault)",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.allspaw,
  },
  {
    id: "by-somebody",
    class: "naming",
    pattern: [
      `(caused|introduced|triggered|broken|deleted|dropped|leaked|misconfigured|created|committed|pushed|merged|made|changed|applied|removed|run|executed|entered|typed|left|disabled|overwritten|wiped) [by ${ONE} (#Gerund)?]`,
      `(caused by|due to|because of|traced to|down to) [${ONE} (#Gerund|who|that|.)?]`,
      `(#Slip&!#Comma|fat-finger|fat-fingering|decision|carelessness|negligence|screw-up|screwup|blunder|lapse) .? [(by|of|from) ${ONE}]`,
    ],
    unless: [
      "(reported|found|noticed|reverted|fixed|restored|resolved|reviewed|approved|confirmed) by",
      "by (a|an|the) (attacker|customer|user|client)",
      "(fix|revert|rollback|hotfix|patch|workaround|mitigation|comment|review|decision|progress|improvement|call) (was|were|is|got|made|led) . by",
      "(fix|revert|rollback|hotfix|patch|workaround|comment|review|decision) (made|led|merged|pushed) by",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.allspaw,
  },
  {
    id: "dealt-with",
    class: "naming",
    pattern: [
      "[. (needs|need|deserves|gets) (a|to|some)? (stern|serious|good)? (chat|talking|talking-to|warning|telling-off|word)]",
      "[(has|have) been (spoken|talked) to]",
      "[disciplinary (action|measures|.)]",
      "[performance (improvement plan|review)]",
      "[held accountable]",
      "[(fired|sacked|disciplined|reprimanded)]",
    ],
    unless: [
      "(event|hook|handler|job|alert|rule|trigger|alarm|webhook|timer|cron) (was|were|is|has|had)? .? (fired|sacked)",
      "fired (at|on|for|after|when|because|within|in|too|every|once|the)",
    ],
    why: "A review that ends with a person teaches the others to say nothing.",
    question: "What will be different for whoever stands there next?",
    source: SOURCES.sre,
  },
];
