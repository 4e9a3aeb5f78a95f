import type { Term } from "./terms";

/**
 * A small language of patterns over terms, so that a rule reads like what it looks for.
 * `word`, `{root}`, `#Tag`, `.` for any; joined by `&` all must hold, `!` denies. `( a | b c )` chooses, `? * +` repeat.
 * `[ ]` holds what is underlined (all of it, without); `^` and `$` are the ends of the sentence.
 */
export interface Match {
  /** Terms, the end behind the last. It may begin before what it underlines. */
  begins: number;
  from: number;
  to: number;
}
export type Matcher = (terms: readonly Term[], at: number) => Match | null;

type Next = (at: number) => boolean;
interface Run {
  terms: readonly Term[];
  from: number;
  to: number;
  steps: number;
}
interface Node {
  (run: Run, at: number, next: Next): boolean;
  /** Where it is one term and nothing else. */
  one?: Holds;
}
export type Holds = (term: Term) => boolean;

/** A sentence of a thousand words must not make a pattern with two stars slow. */
const MOST_STEPS = 5000;
const TOKENS = /[()[\]|?*+]|[^\s()[\]|?*+]+/g;

export function compile(pattern: string, holding: (condition: string) => Holds = holds): Matcher {
  const tokens = pattern.match(TOKENS) ?? [];
  let at = 0;

  function choice(): Node {
    const all = [sequence()];
    while (tokens[at] === "|") {
      at++;
      all.push(sequence());
    }
    if (all.length === 1) return all[0]!;
    // Words for one place are asked at once: tried one by one they would multiply with each star.
    const words = all.flatMap(({ one }) => one ?? []);
    if (words.length === all.length) return term((each) => words.some((fits) => fits(each)));
    const ways = words.length > 1 ? [...all.filter(({ one }) => !one), term((each) => words.some((fits) => fits(each)))] : all;
    return (run, from, next) => ways.some((way) => way(run, from, next));
  }
  function sequence(): Node {
    const all: Node[] = [];
    while (at < tokens.length && !["|", ")", "]"].includes(tokens[at]!)) all.push(repeated(single()));
    if (all.length === 1) return all[0]!;
    return all.reduceRight<Node>(
      (rest, one) => (run, from, next) => one(run, from, (to) => rest(run, to, next)),
      (_run, from, next) => next(from),
    );
  }
  function single(): Node {
    const token = tokens[at++]!;
    if (token === "(") {
      const inner = choice();
      at++;
      return guarded(inner);
    }
    if (token === "[") {
      const inner = choice();
      at++;
      return held(inner);
    }
    if (token === "^") return (_run, from, next) => from === 0 && next(from);
    if (token === "$") return (run, from, next) => from === run.terms.length && next(from);
    const fits = every(token.replace(/&$/, ""), holding);
    if (!token.endsWith("&")) return term(fits);
    // `#Tag&(a|b)`: one term that is either, and has the tag.
    const other = single().one;
    if (!other) throw new Error(`after & stands one term: ${pattern}`);
    return term((each) => fits(each) && other(each));
  }
  /** `(a|b)&#Tag`: one term that is either, and has the tag. */
  function guarded(inner: Node): Node {
    if (!tokens[at]?.startsWith("&")) return inner;
    const said = tokens[at++]!.slice(1);
    const one = inner.one;
    const other = said ? every(said, holding) : single().one;
    if (!one || !other) throw new Error(`beside & stands one term: ${pattern}`);
    return term((each) => one(each) && other(each));
  }
  function repeated(one: Node): Node {
    const sign = tokens[at];
    if (sign !== "?" && sign !== "*" && sign !== "+") return one;
    at++;
    if (sign === "?") return (run, from, next) => one(run, from, next) || next(from);
    const more: Node = (run, from, next) => one(run, from, (to) => to > from && more(run, to, next)) || next(from);
    return sign === "*" ? more : (run, from, next) => one(run, from, (to) => more(run, to, next));
  }

  const whole = choice();
  if (at < tokens.length) throw new Error(`a pattern ends early: ${pattern}`);
  return (terms, from) => {
    const run: Run = { terms, from: -1, to: -1, steps: 0 };
    let end = from;
    const found = whole(run, from, (to) => {
      end = to;
      return true;
    });
    if (!found) return null;
    return run.from < 0 ? (end > from ? { begins: from, from, to: end } : null) : { begins: from, from: run.from, to: run.to };
  };
}

function term(one: Holds): Node {
  const node: Node = (run, from, next) => ++run.steps < MOST_STEPS && from < run.terms.length && one(run.terms[from]!) && next(from + 1);
  node.one = one;
  return node;
}

const held =
  (inner: Node): Node =>
  (run, from, next) =>
    inner(run, from, (to) => {
      const { from: a, to: b } = run;
      run.from = from;
      run.to = to;
      if (next(to)) return true;
      run.from = a;
      run.to = b;
      return false;
    });

function every(token: string, holding: (condition: string) => Holds): Holds {
  const all = token.split("&").map(holding);
  return all.length === 1 ? all[0]! : (term) => all.every((fits) => fits(term));
}

function holds(condition: string): Holds {
  if (condition.startsWith("!")) {
    const fits = holds(condition.slice(1));
    return (term) => !fits(term);
  }
  if (condition === ".") return () => true;
  if (condition.startsWith("#")) return ({ tags }) => tags.has(condition.slice(1));
  if (condition.startsWith("{")) return ({ root }) => root === condition.slice(1, -1);
  return ({ word }) => word === condition;
}
