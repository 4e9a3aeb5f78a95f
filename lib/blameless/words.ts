/** What a hint is about, what text it reads, and what it says. Classes and offsets are those of the API. */

export const HINT_CLASSES = ["counterfactual", "judgement", "hindsight", "naming", "single_cause", "evasive", "weak_action"] as const;
export type HintClass = (typeof HINT_CLASSES)[number];

export const HINT_CLASS_WORDS: Record<HintClass, { label: string; says: string }> = {
  counterfactual: { label: "Counterfactual", says: "Tells of what did not happen, and so not of what did." },
  judgement: { label: "Judgement", says: "Weighs people’s work, and ends the search for what shaped it." },
  hindsight: { label: "Hindsight", says: "Knows the ending, which nobody did at the time." },
  naming: { label: "Naming", says: "Makes a person or a team the cause." },
  single_cause: { label: "Single cause", says: "Stops at one cause where several had to combine." },
  evasive: { label: "Evasive", says: "Hides who did or decided what, and so the way it came about." },
  weak_action: { label: "Weak action", says: "Cannot be finished, so nobody will know whether it was." },
};

/** Weak actions are looked for in action items only. */
export const TEXT_KINDS = ["narrative", "timeline", "action"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** No more hints than these in one paragraph: whoever is shown ten reads none. */
export const MOST_HINTS = 3;

/** In a text that is read, somebody who is mentioned: one character, as a mention is in its document. */
export const MENTIONED = "\ue000";

export interface Finding {
  /** UTF-16 code units from the beginning of the text; `end` is behind the last. */
  start: number;
  end: number;
  class: HintClass;
  rule: string;
  /** One sentence. */
  why: string;
  /** A how or what question to answer instead, where the rule has one. */
  question: string | null;
  /** What may stand in the place of the span, best first; empty where only a human knows. */
  suggestions: string[];
}

/** What only this organisation knows. Who is a person and who a machine decides most hints. */
export interface Names {
  people: readonly string[];
  teams: readonly string[];
  /** Services, and vendors with their products. */
  systems: readonly string[];
}

/** A phrase that an admin added: plain words, `*` for any one word. */
export interface Phrase {
  id: string;
  words: string;
  class: HintClass;
  why: string;
  question: string | null;
}

/** What a reader is made with. */
export interface Setting {
  names: Names;
  /** Ids of the rules that are switched off. */
  off: readonly string[];
  phrases: readonly Phrase[];
}
