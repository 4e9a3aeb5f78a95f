import { readSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { partsOf, type ReadPart, refIn, type Terms, termsOf } from "./rules";

/** Reads what was typed as PostgreSQL reads texts. Null where nothing in it can be looked up ("???"). */
export async function readTerms(ctx: Ctx, q: string): Promise<Terms | null> {
  const parts = partsOf(q);
  const rows = await readSql<Omit<ReadPart, "quoted"> & { place: number }>(
    ctx,
    Prisma.sql`
      select p.place::int as place, w.words,
        array(select coalesce((ts_lexize('pg_catalog.english_stem', x.word))[1], x.word) from unnest(w.words) with ordinality as x(word, at) order by x.at) as stems,
        array(select search.pair(w.words[n], w.words[n + 1]) from generate_series(1, cardinality(w.words) - 1) as n order by n) as pairs
      from unnest(${[...parts.map((part) => part.text), q]}::text[]) with ordinality as p(text, place)
      cross join lateral (select string_to_array(search.plain(p.text), ' ')) as w(words)
      where cardinality(w.words) > 0 order by p.place`,
  );
  const read = rows.flatMap(({ place, ...row }) => (place <= parts.length ? { quoted: parts[place - 1]!.quoted, ...row } : []));
  const ref = refIn(q);
  if (read.length === 0 && ref === null) return null;
  return termsOf(read, ref, rows.find((row) => row.place > parts.length)?.pairs ?? []);
}
