import { AppError, type FieldError } from "../errors";
import type { SetLanguage } from "./schema";

/** What a setting may not hold beyond its shape; each field is named at once. */

const evened = (words: string) => words.toLowerCase().replace(/\s+/g, " ").trim();

/** What is set now: a phrase keeps its id. */
export interface Standing {
  off: readonly string[];
  phrases: readonly { id: string }[];
}

export function oddities({ phrases }: SetLanguage, standing: Standing): FieldError[] {
  const known = new Set(standing.phrases.map(({ id }) => id));
  const taken = new Map<string, number>();
  const errors: FieldError[] = [];
  for (const [at, { id, words }] of phrases.entries()) {
    const path = `phrases.${at}`;
    if (taken.has(evened(words))) errors.push({ path: `${path}.words`, message: "This phrase stands here twice" });
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
