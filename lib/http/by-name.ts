import { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "./cursor";

export interface NamedQuery {
  q?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The pattern that finds `text` anywhere, whatever it holds. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

const LETTERS = /^[\p{L}\p{N}\p{M}\s'’.-]*[\p{L}\p{N}][\p{L}\p{N}\p{M}\s'’.-]*$/u;

/** "lucia" finds Lucía: words are compared as search reads them, anything else to the letter. */
export const namedLike = (name: Prisma.Sql, q: string) =>
  LETTERS.test(q)
    ? Prisma.sql`(${name} ilike ${containing(q)} or search.plain(${name}) like '%' || search.plain(${q}) || '%')`
    : Prisma.sql`${name} ilike ${containing(q)}`;

/**
 * A list by name, paged by a cursor: fragments for a statement whose rows have `name` and `id` under `alias`.
 * The order is by the name's first 48 characters without regard to case, then by id, so that a cursor stays short.
 */
export function byName(alias: string, { q, cursor, limit = 25 }: NamedQuery) {
  const row = Prisma.raw(alias);
  const place = Prisma.sql`left(lower(${row}.name), 48)`;
  const after = cursor === undefined ? null : decodeCursor(cursor, ["text", "id"]);
  const named = q ? namedLike(Prisma.sql`${row}.name`, q) : Prisma.sql`true`;
  return {
    place: Prisma.sql`${place} as place`,
    where: Prisma.sql`(${named} and ${after ? Prisma.sql`(${place}, ${row}.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.sql`true`})`,
    order: Prisma.sql`order by ${place}, ${row}.id limit ${limit + 1}`,
    page<Row extends { id: string; place: string }, Item>(rows: readonly Row[], toItem: (row: Row) => Item) {
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit).map(toItem), nextCursor: last ? encodeCursor([last.place, last.id]) : null };
    },
  };
}
