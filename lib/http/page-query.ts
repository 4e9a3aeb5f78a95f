import type { z } from "zod";
import { AppError } from "../errors";
import { isStorable } from "./input";

type Shape = Record<string, z.ZodType>;

/** The query of a page's address, by the schema of the list that it shows. A page forgives: what does not fit is left out. */
export function pageQuery<S extends Shape>(schema: z.ZodObject<S>, given: Record<string, string | string[] | undefined>): Partial<z.output<z.ZodObject<S>>> {
  const known = Object.entries(schema.shape).flatMap(([name, field]) => {
    const text = given[name];
    const parsed = typeof text === "string" && isStorable(text) ? field.safeParse(text) : null;
    return parsed?.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(known) as Partial<z.output<z.ZodObject<S>>>;
}

/** A list from where the address says; from its start where that place is not one of this list. */
export async function fromStartIfLost<Query extends { cursor?: string | undefined }, Page>(query: Query, list: (query: Query) => Promise<Page>): Promise<Page> {
  try {
    return await list(query);
  } catch (error) {
    const lost = error instanceof AppError && error.details.errors?.[0]?.path === "cursor";
    if (!lost) throw error;
    return list({ ...query, cursor: undefined });
  }
}
