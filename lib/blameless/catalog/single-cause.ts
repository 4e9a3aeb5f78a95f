import { type Rule, SOURCES } from "./rule";

const WHY = "Several things had to be so at once: one cause named as the cause ends the search for the others.";
const QUESTION = "What else had to be so, that day, for it to come to this?";
const SEVERAL = [
  "(by|to|from|was|were|because|behind|:) (a|the|at|least|up|#Adverb)* (two|three|four|several|multiple|many|various|both)",
  "(two|three|four|several|multiple|many|various|both|number of) (#Adjective|#Noun|separate|unrelated)* (factors|causes|reasons|things|bugs|faults|problems|failures|changes|conditions|issues|mistakes|defects|events|errors|weaknesses|gaps)",
  "(combination|convergence|chain|series|mix|interplay|confluence)",
  "(factors|causes|reasons) (:|$)?",
  "a (combination|convergence|chain|series|number|mix|confluence) of",
];
const SOUGHT =
  "(unsure|sure|look|looking|find|finding|search|searching|identify|identifying|investigate|investigating|locate|determine|determining|establish|pinpoint) (for|of|out|#Determiner|.)? (.)?";
const INCIDENT =
  "((the|this|that|our|whole|entire|today's|yesterday's)+ (#Adjective|#Noun)? (#Noun)? #Outage|(the (whole|entire)|this whole|all this) (#Noun|thing)|(an|a)? #Noun? (outage|incident|downtime|disruption|breakage|degradation))";
const CAUSED =
  "(was|were|is|has|have|been|all|directly|ultimately|solely|entirely|eventually|primarily|later|then|#Adverb)* (caused by|due to|down to|because of|a result of|the result of|traced (back)? to|put down to|(stemmed|stems|stem) #Adverb* from|resulted from|(a|the)? (direct)? consequence of|(direct|natural|inevitable) (result|consequence) of|the direct result of|brought about by|brought on by|(comes|came|goes) back to|had (its|their) (origin|origins|roots|root) in|(explained|accounted for) by|pinned on|came from|originated #Adverb* (from|in|with)|(goes|went|go|leads|led|points|pointed|tracks|tracked|traces|traced) (all)? (the way)? back to|(comes|boils) down to|(attributed|attributable|pinned|ascribed) (to|on)|owed to|boiled down to|came down to|arose from|blamed on|can be put down to)";

/** Said so, it is one of several. */
const ONE_OF_SEVERAL = Object.fromEntries(
  ["primary ", "ultimate ", "real ", "actual ", "underlying ", "true ", "single ", "main ", "only ", "sole ", ""].map((which) => [
    `the ${which}root cause`,
    "a contributing factor",
  ]),
);

export const SINGLE_CAUSE: readonly Rule[] = [
  {
    id: "root-cause",
    class: "single_cause",
    pattern: [
      "[(the|our|its|this|that)? (primary|ultimate|real|actual|underlying|true|single|main|only|sole|probable|likely|exact)? (root cause|root-cause|rootcause) ((of .? .? .? .?)? (was|is|were|turned|has been|:) (caused by)?)?]",
      "[the rc (was|is)?]",
      "^ [rc (was|is|:)]",
      "[(root-caused|rootcaused) (to|by)?]",
      "[root caused (to|by)?]",
    ],
    unless: [
      "(a|as|any|no|possible|potential|several|common|another) (possible|potential|likely|single|clear|primary|critical|major|key|main|second|first|contributing)? root cause",
      "(combination|interaction|interplay|confluence|convergence|mix) of",
      "(two|three|several|multiple) (.)? (factors|causes|things)",
      "root cause (analysis|analyses|investigation|meeting|document|template|review)",
      "root causes",
      "root cause .* not (yet|been|#Adverb)* (clear|known|found|identified|understood|certain|determined|established)",
      "(unclear|unknown|no) .? root cause",
      "as a root",
    ],
    replace: ONE_OF_SEVERAL,
    why: WHY,
    question: QUESTION,
    source: SOURCES.cook,
  },
  {
    id: "caused-by",
    class: "single_cause",
    pattern: [
      `[(^ (so)? (this|it|that)|${INCIDENT}) ((on|at|in|of|for) .? .? .?)? #Date? ${CAUSED}]`,
      `[what #Adverb* caused (the|this|that|our) #Noun? #Outage (was|is)?]`,
      `[${INCIDENT} (occurred|happened|started|began|arose) (simply|only|#Adverb)* because (of)?]`,
      "[(all (of)? this|it all|everything|none of this) (occurred|happened|started|began) (simply|only|#Adverb)* because (of)?]",
      `[(everything|all of (it|this)|it all|this all|it was all) (that followed)? ${CAUSED}]`,
      `[(purely|solely|entirely|merely|exclusively) (down to|due to|because of|caused by|the result of|a #Adjective? #Noun? (#Slip|#Made|problem|issue|matter|failure|case|fault|glitch))]`,
      `[({trace}|{track}|{pin}|{attribute}|{ascribe}|{link}|{owe}) ${INCIDENT} (all)? (the way)? (back|down)? (to|on)]`,
      `[${INCIDENT} (was|is) (nothing (more|other|but)|no more|none other) (than)?]`,
      `[${INCIDENT} (was|is) (purely|solely|simply|just|nothing but|merely|entirely|all) (about|a|an|#Noun)]`,
      "[(comes|boils|boiled|came) down to (a|one|the|just)]",
      "[(put|chalked) (down|up) to (a|one) (single)?]",
      "#Comma [caused by] (.)",
      "[(can|could|may) (all)? be (all)? traced (back)? to (a|one|the)]",
    ],
    unless: [
      "(initial|first|second|third|next|other) #Adjective? #Noun? #Outage",
      ...SEVERAL,
      "(#Outage|this|it|that) .* and (by)? (a|an|the) #Noun .* (and|together)",
      "partly",
      "in part",
      "among other",
    ],
    replace: {
      "caused by": "triggered by",
      "due to": "triggered by",
      "because of": "triggered by",
      "a result of": "partly a result of",
      "the result of": "partly the result of",
      "traced to": "traced in part to",
      "traced back to": "traced back in part to",
      "stemmed from": "began with",
      "stems from": "begins with",
      "resulted from": "followed from",
    },
    why: WHY,
    question: QUESTION,
    source: SOURCES.cook,
  },
  {
    id: "the-cause",
    class: "single_cause",
    pattern: [
      "[(the|its|their|one) (main|primary|sole|only|single|real|actual|principal|underlying|true|ultimate)? (cause|reason|source|culprit) (of|for|behind) (the|this|that|our|all)? #Noun? (#Outage|this|it|everything) (was|is)?]",
      "[(sole|only|single|one) (cause|reason|culprit|explanation)]",
      "^ [(the)? (underlying|primary|main|sole|direct|actual|real|true|ultimate|only|immediate)? (cause|reason|rfo)] (#Break|was|is)",
      "[rfo]",
      "^ (#Number|#Date)* [(cause|reason) (found|identified|known)] #Break?",
      "[rc] (is|was|:)",
      "^ (#Number|#Date|#Break)* [#Outage (reason|cause)]",
      "[responsible for (the|this) #Noun? #Outage (was|is)]",
      "[(fundamental|main|principal|prime|chief|real) (cause|culprit|reason|source) (of|for|behind)]",
      "[root of (the|this|all|our) (#Adjective)? (#Outage|evil|trouble|troubles|matter|it|this|that|mess|chaos)]",
      "[the (one|only|single) thing that (went wrong|failed|broke)]",
      "[(an|a) (outlier|aberration|anomaly|exception)] (#Comma|$|and|not)",
      "[(a)? one-time (glitch|event|thing|occurrence|problem|issue|failure|mishap|incident)]",
      "[what (took|brought|knocked|killed|broke|caused|sank|stopped|crashed) .* (down|out|offline|it|us)? (was|is) (a|an|the|one|just|simply)]",
      "[(is|was) all (it|this|that|there) (was|is|took)]",
      "[but for (a|an|the|one|that) .? .? .? .? .? .? .? (none|this|nothing|the|it|we)]",
      "[none of this would have (happened|occurred)]",
      "[(solely|purely|only|simply|entirely|just) because (of)?]",
      "(can|could|may) [be (entirely|fully|completely|wholly)? (explained|accounted for) by (one|a|the|this)]",
      "[(pinned|blamed) (the|this|our|it|that) #Noun? (#Outage|all)? on]",
      "[(one of those things|once-in-a-lifetime|(a|sheer|pure|by|mere|unlucky|unfortunate)+ coincidence|bad luck|act of god|perfect storm|black swan)]",
      "[once-in-.]",
      "[core of the (issue|problem|incident) (stemmed|was|is)* (from)?]",
      "[(primary|main|ultimate) source of the (problem|issue|outage|incident)]",
      "[the cause (was|is) (a|an|the|one)]",
      "[the (true|real|actual|ultimate|underlying|primary|main|sole|principal|direct|immediate|fundamental|only) cause] (#Break|was|is)",
      "[rca (done|complete|completed|is|was|:)]",
    ],
    unless: [
      ...SEVERAL,
      "(a|one|possible|potential) (cause|reason) (of|among)",
      "(unknown|unclear|not (yet)? known)",
      "(sure|certain|confirm|confirmed|prove|know) (that|if|whether)? (this|it|that) (is|was) the (reason|cause|source)",
      `${SOUGHT} (cause|source|reason|culprit) (!of&!for&!behind&!was&!is|$)`,
      `${SOUGHT} (cause|source|reason|culprit) (of|for|behind) #Determiner? (#Adjective|#Noun)? #Noun (!was&!is&!#Noun|$)`,
      "^ one (cause|reason|explanation) (is|was|might|could|may|for|of)",
    ],
    replace: { "the cause of": "one of the causes of", "the reason for": "one of the reasons for" },
    why: WHY,
    question: QUESTION,
    source: SOURCES.cook,
  },
  {
    id: "one-off",
    class: "single_cause",
    pattern: [
      "[(a|an)? (complete|total)? (one-off|fluke|freakish|freak) (#Noun|#Adjective|occurrence)*]",
      "[(a)? one off (event|incident|issue)?]",
      "[one thing and one thing only]",
      "[(an)? isolated (fault|incident|case|event|occurrence|outage|failure|issue)]",
      "[(just|only|simply|merely|nothing but|nothing more than) (a|one|some) #Adverb? (bad|broken|wrong|simple|stupid|missing|botched|faulty|unlucky) (#Noun)? (#Noun|deploy|release|push|config|commit|typo|change|merge)]",
      "[(just|only|simply|merely|nothing but|nothing more than) (a|one) (single|lone) #Adjective? #Noun? (#Slip|#Made|character|comma|line|flag|variable|setting|cable|fault|glitch)]",
      "[(just|only|simply|merely|nothing but|nothing more than|no more than) (a|one) (typo|glitch|misconfiguration|bug|blip|hiccup)]",
      "(^|#Break) [(a)? bad (#Noun)? (deploy|push|release|config|merge)] ($|and)",
      "(^|#Break) [(a)? bad (#Noun)? (deploy|push|release|config|merge)&#Comma]",
      "[once in a (lifetime|blue moon)]",
      "[(bad|sheer) luck] ",
    ],
    unless: ["one-off (job|script|task|command|cost|payment|migration|pod|run|query|fix)", "with a fluke", "one off (job|script|task|command|cost|payment)"],
    why: "What combined once can combine again: calling it an exception ends the search.",
    question: "Which of the things that had to be so are still so?",
    source: SOURCES.cook,
  },
  {
    id: "one-thing-took-it-down",
    class: "single_cause",
    pattern: [
      "^ (all (it took|because))? [(a|one|the) (single|lone|simple|mere|stray|tiny|small|forgotten|missing|misplaced|rogue|bad|wrong|faulty|mistyped|expired) (#Noun|.) (#Noun)?] (.)? (.)? (.)? (took|brought|knocked|killed|broke|crashed|caused|downed|was enough)",
      "^ [(a|one|the) (single|one|lone)? (bad|broken|wrong|missing|faulty|buggy|misplaced|rogue) (.)? .] (.)? (.)? (took|brought|knocked|killed|broke|crashed)",
    ],
    why: WHY,
    question: QUESTION,
    source: SOURCES.cook,
  },
];
