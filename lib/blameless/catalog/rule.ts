import type { HintClass } from "../words";

/** A rule is data. Its pattern is written in the language of pattern.ts, over the tags of people.ts, doers.ts and lexicon.ts. */
export interface Rule {
  /** Stable: addresses and what was kept name it. */
  id: string;
  class: HintClass;
  /** Any of them. */
  pattern: readonly string[];
  /** A sentence in which one of these is found holds no such hint. */
  unless?: readonly string[];
  /** The span begins with who does it. */
  withDoer?: true;
  /** Where somebody by name or role does it, they get a hint of their own: the class `naming`, on them. */
  names?: true;
  /** Where the span is not the part for a weak action, only these kinds of text are read. */
  only?: "action";
  /** One sentence: why it is worth a second look. */
  why: string;
  /** A how or what question that leads on. */
  question?: string;
  /** What of the span may be said otherwise, in lower case; only where it reads right whatever stands around it. */
  replace?: Readonly<Record<string, string>>;
  /** The sentence says the same without the span. */
  takesOut?: true;
  /** A public guide or paper, by name. */
  source: string;
}

export const SOURCES = {
  etsy: "Etsy, Debriefing Facilitation Guide (2016)",
  allspaw: "John Allspaw, Blameless PostMortems and a Just Culture (2012)",
  dekker: "Sidney Dekker, The Field Guide to Understanding ‘Human Error’",
  cook: "Richard Cook, How Complex Systems Fail (1998)",
  nine: "David Woods and Richard Cook, Nine Steps to Move Forward from Error (2002)",
  fischhoff: "Baruch Fischhoff, Hindsight ≠ Foresight (1975)",
  sre: "Google, Site Reliability Engineering, “Postmortem Culture: Learning from Failure”",
  workbook: "Google, The Site Reliability Workbook, “Postmortem Culture”",
  howie: "Jeli, Howie: The Post-Incident Guide",
  pagerduty: "PagerDuty, Postmortems guide",
  atlassian: "Atlassian, Incident Management Handbook",
} as const;
