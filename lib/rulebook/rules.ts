import { CATALOG } from "../blameless/catalog";
import { EXAMPLES } from "../blameless/examples/all";
import { reader } from "../blameless/reader";
import type { HintClass, Phrase, TextKind } from "../blameless/words";

/** Every rule as it is told to whoever asks "why does it say that?": for the server alone, since it holds all the sentences. */
export interface ToldRule {
  id: string;
  name: string;
  class: HintClass;
  why: string;
  question: string | null;
  source: string | null;
  /** Added by this organisation. */
  own: boolean;
  off: boolean;
  /** Sentences that it asks about, with the places. */
  fires: readonly { text: string; spans: readonly { start: number; end: number }[] }[];
  /** Near misses that it leaves alone. */
  quiet: readonly string[];
}

/** `should-have` as people say it. */
export const ruleName = (id: string): string => id.replaceAll("-", " ");

const kindOf = (of: HintClass): TextKind => (of === "weak_action" ? "action" : "narrative");

let shipped: Omit<ToldRule, "off">[] | null = null;

/** The places are found by the engine itself, once: a page that marked anything else would not be true. */
function shippedRules() {
  if (shipped) return shipped;
  const { check } = reader({ names: { people: [], teams: [], systems: [] }, off: [], phrases: [] });
  const spansOf = (text: string, id: string, of: HintClass) => check(text, kindOf(of)).filter(({ rule }) => rule === id);
  return (shipped = CATALOG.map(({ id, class: of, why, question = null, source }) => ({
    ...{ id, name: ruleName(id), class: of, why, question, source, own: false },
    fires: (EXAMPLES[id]?.fires ?? []).map((text) => ({ text, spans: spansOf(text, id, of) })).filter(({ spans }) => spans.length > 0),
    quiet: EXAMPLES[id]?.not ?? [],
  })));
}

export function toldRules({ off, phrases }: { off: readonly string[]; phrases: readonly Phrase[] }): ToldRule[] {
  const own = phrases.map(({ id, words, ...told }) => ({ ...told, id, name: words, source: null, own: true, off: false, fires: [], quiet: [] }));
  return [...shippedRules().map((rule) => ({ ...rule, off: off.includes(rule.id) })), ...own];
}

/** Whether a rule is what someone looks for: by its name, its reason, its source or a sentence of it. */
export function tellsOf(rule: ToldRule, asked: string): boolean {
  const told = [rule.name, rule.id, rule.why, rule.question ?? "", rule.source ?? "", ...rule.fires.map(({ text }) => text)].join("\n").toLowerCase();
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word));
}
