/** The edition of the document's schema. An editor of an older one would delete what it does not know, so it is told to load the page again. */
export const DOCUMENT_SCHEMA = 2;

/** The name of the Y.XmlFragment that holds the text. */
export const FRAGMENT = "default";

export const CALLOUTS = ["note", "learned", "caution"] as const;
export type Callout = (typeof CALLOUTS)[number];
export const CALLOUT_WORDS: Record<Callout, string> = { note: "Note", learned: "Learned", caution: "Caution" };

export const calloutOf = (kind: unknown): Callout => CALLOUTS.find((one) => one === kind) ?? "note";

/** What a mention names. */
export const MENTIONS = ["person", "incident", "action"] as const;
export type MentionKind = (typeof MENTIONS)[number];

/** The sections of the shipped template, in their order. A heading knows which one it is, whatever it is called since. */
export const SECTIONS = [
  "summary",
  "impact",
  "what_changed",
  "what_happened",
  "detection",
  "response",
  "factors",
  "surprised",
  "went_well",
  "lucky",
  "hard",
  "nets",
  "learned",
  "actions",
] as const;
export type SectionKey = (typeof SECTIONS)[number];

export const SECTION_WORDS: Record<SectionKey, string> = {
  summary: "Summary",
  impact: "Impact",
  what_changed: "What changed",
  what_happened: "What happened",
  detection: "Detection",
  response: "Response and recovery",
  factors: "Contributing factors",
  surprised: "Why were we surprised?",
  went_well: "What went well",
  lucky: "Where we got lucky",
  hard: "What was hard",
  nets: "Safety nets",
  learned: "What we learned",
  actions: "Action items",
};

/** What stands in an empty section until somebody writes there; it is drawn, and never a part of the text. */
export const GUIDANCE: Record<SectionKey, string> = {
  summary: "Three sentences for someone who was not there: what broke, for whom and how long, and what ended it.",
  impact: "Who was hurt, and how would they tell it? Numbers, where you have them.",
  what_changed: "What was altered before it began, in code, infrastructure and environment? “Nothing” is an answer too.",
  what_happened: "Tell it as it looked at the time. What was known later should say so.",
  detection: "How did we come to know, and what would have told us sooner?",
  response: "What was tried, what helped, and what made you choose it with what you knew then?",
  factors: "It is rarely one thing. Without which conditions would it have gone otherwise, and how did they combine?",
  surprised: "What did we believe about the system that turned out to be different? What made that belief reasonable?",
  went_well: "What held, and who or what made it hold?",
  lucky: "What could have made it worse, and happened not to?",
  hard: "What made the work difficult: access, tools, knowledge, the hour?",
  nets: "Which test, review, flag or alert could have caught it, and why did it not?",
  learned: "What do we know now that others should know before they need it?",
  actions: "A few bounded changes, each with an owner, a date, and a test that says when it is done.",
};

/** Attributes that choose among names, or are an instant: nobody's words. */
export const WORDLESS: readonly string[] = ["kind", "filter", "section", "at"];
