import { type Rule, SOURCES } from "./rule";

const LEAD =
  "^ (#Number|#|-|we|i|us|you|it|they|should|shall|must|need|needs|have|has|to|please|lets|let's|let|will|would|could|can|also|just|maybe|perhaps|probably|and|all|the|team|next|step|action|todo|try|start|continue|generally|is|important|#Them|#Crowd)*";
/** What can be finished: a figure, a day, a mechanism, a choice with an end. */
const BOUNDED = [
  "(#Number|#Date)",
  "by (#Date|monday|tuesday|wednesday|thursday|friday|eod|end|next|q1|q2|q3|q4|default)",
  "whether",
  "by (a|an) .",
  "(weekly|daily|nightly|hourly|monthly|quarterly)",
  "(enforced|measured|automatically|automated|automate|gate|lint|linter|ci|block|blocked|reject|rejected|refuse|refused|fails|fail)",
  "so that",
  "(below|above|under|at least|at most|within|every) (#Number|.)",
  "(when|if) .* (alert|page|fail|block)",
];
const WHY = "Nobody will know when it is done, so it will not be.";
const QUESTION = "What will be different, and what shows that it is: a figure, a check, a date?";

export const WEAK_ACTION: readonly Rule[] = [
  {
    id: "be-more-careful",
    class: "weak_action",
    pattern: [
      "[be (#Adverb|more|extra|very)* (careful|aware|vigilant|mindful|cautious|attentive|diligent|proactive|conscious|alert)]",
      "[(more|extra|greater|better) (careful|care|caution|attention|vigilance|diligence|awareness|communication|discipline|testing|oversight|coordination|training|documentation|monitoring|planning|thorough .)]",
      "[(pay|paying|give) (more|closer|extra|better|greater)? attention]",
      "[(take|taking) (more|extra|greater)? care]",
      "[(keep|keeping) (a|an) (closer|close)? eye (on)?]",
      "[(be|stay|remain) (on the lookout|vigilant|alert)]",
      "[(try|trying) (harder|to .)]",
      "[do better]",
      "[remember to (.)?]",
    ],
    only: "action",
    why: "Care is what people bring already; a tired one at three in the morning has no more of it to give.",
    question: "What would make it safe without being careful?",
    source: SOURCES.sre,
  },
  {
    id: "remind-people",
    class: "weak_action",
    pattern: [
      `${LEAD} [(remind|reminding|encourage|encouraging|emphasise|emphasize|stress|reinforce|urge|advise|instruct|warn) (#Determiner|.)? (.)?]`,
      `${LEAD} [raise (.)? awareness (of)?]`,
      `${LEAD} [(tell|ask) (everyone|everybody|people|the team|teams|developers|engineers|all) (.)? (to|not|.)]`,
      "^ [(everyone|everybody|all|nobody|no one|people|engineers|developers|reviewers|operators|staff) (#Noun)? (should|must|may|can|needs|need|has|have|to|will|is|are) (not|never|to)? (.)?]",
      `${LEAD} [(communicate|communicating|talk|discuss|promote|spread) (more|better|the word|to|with|about|the .)? (.)?]`,
      `${LEAD} [(double-check|double-checking|doublecheck|triple-check|double check) (.)?]`,
      `${LEAD} [always . (.)?]`,
    ],
    unless: ["(bot|slackbot|automatically|automatic|banner|prompt)"],
    only: "action",
    why: "A rule that lives in memory holds until somebody is new, or busy.",
    question: "What could hold it for them: a default, a check, a guard?",
    source: SOURCES.workbook,
  },
  {
    id: "train-people",
    class: "weak_action",
    pattern: [
      `${LEAD} [(train|retrain|re-train|teach|educate|training|coach|retraining|brief|upskill) (the|all|our|new|every)? (.)? (.)?]`,
      `${LEAD} [(training|workshop|refresher|session) (for|on|about) .]`,
    ],
    unless: ["(model|detector|classifier|ranker|ranking|network|filter|recommender|algorithm|predictor)", ...BOUNDED.slice(0, 2)],
    only: "action",
    why: "Training asks people to make up for the system, and wears off.",
    question: "What would make the right way the easy way?",
    source: SOURCES.workbook,
  },
  {
    id: "improve",
    class: "weak_action",
    pattern: [
      `${LEAD} [(improve|improving|enhance|strengthen|harden|streamline|optimise|optimize|better|increase|tighten|refine|modernise|modernize|clean up|cleanup|tidy up|tidy|polish|rework|simplify|expand|boost) (#Determiner|.)? (.)?]`,
      `${LEAD} [more . (.)?]`,
      "^ [update (monitoring|alerting|alerts|documentation|docs|dashboards|the docs|runbooks) ]",
      "^ [fix (known|all|any|the|various|some|remaining) (.)? (errors|issues|bugs|alerts|problems|warnings) (.)?]",
    ],
    unless: [
      ...BOUNDED,
      "(from|to) (#Number|.) (to|from)",
      "more (replicas|nodes|memory|disk|shards|partitions|pods|capacity|cpu)",
      "(increase|boost|expand) .* (size|limit|timeout|retention|memory|disk|pool|count|capacity|number|period|quota|replicas)",
    ],
    only: "action",
    why: WHY,
    question: QUESTION,
    source: SOURCES.workbook,
  },
  {
    id: "investigate",
    class: "weak_action",
    pattern: [
      `${LEAD} [(investigate|investigating|explore|exploring|consider|considering|evaluate|assess|research|revisit|rethink|reconsider|examine|analyse|analyze|study|understand|brainstorm|contemplate|ponder|review) (#Determiner|.)? (.)?]`,
      `${LEAD} [(look|looking) (at|into|for|further|again) (how|if|why|.)? (.)?]`,
      `${LEAD} [(think|thinking) (about|of|through|more|how|hard) (.)?]`,
      `${LEAD} [have a (think|look|chat|talk|discussion|conversation) (about|at|with)?]`,
      `${LEAD} [(figure|find|work) out (how|why|what|if|.)? (.)?]`,
      `${LEAD} [(follow up|follow-up|circle back|reach out|sync|touch base|check in|liaise) (with|on)? (.)?]`,
      `${LEAD} [(dig|dive|delve) (deeper)? (into|in)? (.)?]`,
      "^ (we|i)? (should|to)* [continue (to|with)? . (.)?]",
      "^ [(attempt|aim|strive|work) (to|on|towards|toward) (.)?]",
    ],
    unless: [
      ...BOUNDED.slice(0, 3),
      "and (post|write|report|document|publish|share|record|decide) (the|it|a|what)",
      "(review|study) (#Determiner) (#Noun)? (weekly|monthly|quarterly|daily)",
    ],
    only: "action",
    why: "It can go on for ever: a question is an action only with an end and an answer.",
    question: "Which question should be answered, by when, and where will the answer stand?",
    source: SOURCES.workbook,
  },
  {
    id: "ensure",
    class: "weak_action",
    pattern: [
      `${LEAD} [(ensure|ensuring|guarantee) (that|#Determiner)? (.)? (.)?]`,
      `${LEAD} [make (sure|certain) (that)? (.)? (.)?]`,
      "[(does not|doesn't|not|never) happen again]",
      "[(prevent|avoid) (this|it|that|such .|similar .) (.)? (happening|occurring|recurring|again|in the future)]",
    ],
    unless: [
      ...BOUNDED,
      "(alert|alerts|alerting|alarm|monitor|test|tests|check|backup|backups|certificate|certificates|timeout|limit) .* (exist|exists|is set|are set|runs|run|fires)",
      "make sure (we|there) (have|is|are) (a|an) (non-|.)",
    ],
    only: "action",
    why: "It names the wish and not the work.",
    question: "What is built or changed, and which test shows that it holds?",
    source: SOURCES.workbook,
  },
];
