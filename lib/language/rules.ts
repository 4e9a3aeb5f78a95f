import { CATALOG } from "../blameless/catalog";
import { phraseProblem } from "../blameless/phrases";
import { AppError, type FieldError } from "../errors";
import type { SetLanguage } from "./schema";

/** What a setting may not hold beyond its shape; each field is named at once. */

export const isRule = (id: string) => CATALOG.some((rule) => rule.id === id);

const evened = (words: string) => words.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

/** What is set now: a rule that this edition of Candor has no more may stay off, and a phrase keeps its id. */
export interface Standing {
  off: readonly string[];
  phrases: readonly { id: string }[];
}

export function oddities({ off, phrases }: SetLanguage, standing: Standing): FieldError[] {
  const known = new Set(standing.phrases.map(({ id }) => id));
  const taken = new Map<string, number>();
  const errors: FieldError[] = off.flatMap((id, at) =>
    isRule(id) || standing.off.includes(id) ? [] : { path: `off.${at}`, message: `There is no rule “${id}”` },
  );
  for (const [at, { id, words }] of phrases.entries()) {
    const path = `phrases.${at}`;
    const problem = phraseProblem(words);
    if (problem) errors.push({ path: `${path}.words`, message: problem });
    else if (taken.has(evened(words))) errors.push({ path: `${path}.words`, message: "This phrase stands here twice" });
    taken.set(evened(words), at);
    if (id === undefined) continue;
    if (!known.delete(id)) errors.push({ path: `${path}.id`, message: "No phrase has this id: leave it out for a new one" });
  }
  return errors;
}

/** INVALID with every field that cannot stand. */
export function expectReadable(input: SetLanguage, standing: Standing): void {
  const errors = oddities(input, standing).slice(0, 20);
  const told = errors.map(({ message }) => message).join("; ");
  if (errors.length) throw new AppError("INVALID", told.slice(0, 500), { errors });
}
