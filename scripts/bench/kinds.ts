import { Chance } from "../history/random";
import { WORDS } from "../history/words";

/** The kinds of questions that are asked of a history, each as a source of ever different queries: no cache has seen them. */
export type Query = Record<string, string>;
export interface Kind {
  name: string;
  query(nth: number): Query;
  /** Also measured beside plain SQL. */
  plain?: boolean;
}

const chance = new Chance(99);
const rank = (from: number, to: number) => WORDS[chance.whole(from, to)]!;
// What stands in three of five incidents down to one of ten; no stop words, which nobody types.
const common = () => rank(46, 140);
const FILTERS = { severity: "SEV1,SEV2", environment: "production", status: "resolved" };

export const KINDS: Kind[] = [
  { name: "newest", query: () => ({}) },
  { name: "filters alone", query: (nth) => ({ ...FILTERS, mode: nth % 2 ? "incident" : "drill" }) },
  { name: "by severity", query: () => ({ sort: "severity" }) },
  { name: "rare word", query: () => ({ q: rank(20_000, 39_000) }), plain: true },
  { name: "common word", query: () => ({ q: common() }), plain: true },
  { name: "two common words", query: () => ({ q: `${common()} ${common()}` }), plain: true },
  { name: "a rare and a common word", query: () => ({ q: `${rank(600, 3000)} ${common()}` }), plain: true },
  { name: "absent word", query: () => ({ q: `qx${chance.hex(10)}` }), plain: true },
  { name: "common word with filters", query: () => ({ q: common(), ...FILTERS }), plain: true },
  { name: "rare word with filters", query: () => ({ q: rank(2000, 9000), ...FILTERS }), plain: true },
  { name: "common word, by update", query: () => ({ q: common(), sort: "updated" }) },
  { name: "common word, by relevance", query: () => ({ q: common(), sort: "relevance" }) },
  { name: "two common words, by relevance", query: () => ({ q: `${common()} ${common()}`, sort: "relevance" }) },
  { name: "phrase", query: () => ({ q: `"${common()} ${common()}"` }) },
  { name: "identifier", query: (nth) => ({ q: nth % 2 ? "checkout-api" : "latency_p99 payments-web" }) },
  { name: "beginning of a word", query: () => ({ q: common().slice(0, 3) }) },
  { name: "a number of an incident", query: () => ({ q: `INC-${chance.whole(1, 90_000)}` }) },
];

export const kindOf = (name: string): Kind => KINDS.find((kind) => kind.name === name)!;
