import { createHash } from "node:crypto";
import { invalid } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import type { ListIncidents } from "../incidents/schema";
import type { Sort } from "../incidents/words";

/**
 * The orders of a list. Each is by three keys in one direction: a whole number (what is named first, then severity or relevance), a time, the
 * incident's number. No two incidents have the same keys, so that a cursor is a place between two of them.
 */
export interface Key {
  first: number;
  at: Date;
  number: number;
}

export interface Place {
  key: Key;
  /** Towards the list's beginning. */
  back: boolean;
}

/** What a cursor belongs to: one of another list is refused. */
function listOf(query: ListIncidents): string {
  const { cursor: _, limit: __, ...rest } = query;
  return createHash("sha256")
    .update(
      JSON.stringify(
        Object.entries(rest)
          .filter(([, value]) => value !== undefined)
          .sort(),
      ),
    )
    .digest("base64url")
    .slice(0, 10);
}

export const toCursor = (query: ListIncidents, { first, at, number }: Key, back: boolean) =>
  encodeCursor([listOf(query), back ? 1 : 0, first, at.getTime(), number]);

export function placeOf(query: ListIncidents): Place | null {
  if (query.cursor === undefined) return null;
  const [list, back, first, at, number] = decodeCursor(query.cursor, ["text", "int", "int", "time", "int"]);
  if (list !== listOf(query)) throw invalid("cursor", "A cursor of another list; begin without one");
  if (at < Date.UTC(1900, 0) || at > Date.UTC(2300, 0)) throw invalid("cursor", "Not a cursor of this list; take it from nextCursor, or begin without one");
  return { key: { first, at: new Date(at), number }, back: back === 1 };
}

/** Rows `alias` with the columns first, at, number: those past the place, in the direction of walking. */
export function ordered(sort: Sort, place: Place | null, alias: string) {
  const row = Prisma.raw(alias);
  const rising = (sort === "oldest") !== (place?.back ?? false);
  const direction = Prisma.raw(rising ? "asc" : "desc");
  return {
    past: place
      ? Prisma.sql`(${row}.first, ${row}.at, ${row}.number) ${Prisma.raw(rising ? ">" : "<")} (${place.key.first}, ${place.key.at.toISOString()}::timestamptz, ${place.key.number})`
      : Prisma.sql`true`,
    by: Prisma.sql`order by ${row}.first ${direction}, ${row}.at ${direction}, ${row}.number ${direction}`,
    rising,
  };
}
