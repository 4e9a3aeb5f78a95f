import type { Change } from "../auth/change";
import { db } from "../db";

/** What search holds of a factor: its tag as people read it, and why. */
export const factorText = (tag: string, why: string) => (why ? `${tag}: ${why}` : tag);

/** Writes the search row of a factor with the change that made or altered it. */
export const tellFactor = (c: Change, of: { id: string; tag: string; why: string; at: Date }) =>
  c.search({ kind: "factor", sourceId: of.id, incidentId: c.incident.id, at: of.at, text: factorText(of.tag, of.why) });

const AT_ONCE = 500;

/** A tag has another label now: the search rows of what it names are written again, some hundreds a transaction. Twice is once. */
export async function retellTag(tagId: string, signal: AbortSignal): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    signal.throwIfAborted();
    const { rows } = await db().writes.query<{ id: string }>(
      `with part as (select f.id, f.why, t.label from factor f join factor_tag t on t.id = f."tagId" where f."tagId" = $1 and f.id > $2 order by f.id limit ${AT_ONCE}),
       told as (
         update search.row r set text = left(case when s.why = '' then s.label else s.label || ': ' || s.why end, 100000)
         from part s where r.kind = 'factor' and r.source_id = s.id)
       select id from part order by id`,
      [tagId, after],
    );
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}
