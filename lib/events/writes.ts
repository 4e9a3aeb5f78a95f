import { type Change, Repeated } from "../auth/change";
import { invalid } from "../errors";
import { newId } from "../ids";
import type { EventType } from "./schema";

/**
 * How a row that was taken out comes back as the same one, in a change() of its incident: its words left with it, but the log
 * still knows its id, and what led to it.
 */
type Key = "factorId" | "changeId";

/** One more than the events that the locked incident has of it: a version that the row never had there. */
export async function nextVersion(c: Change, key: Key, id: string): Promise<number> {
  const [log] = await c.tx.$queryRaw<
    { n: number }[]
  >`select count(*)::int as n from event where "incidentId" = ${c.incident.id}::uuid and data->>${key} = ${id}`;
  return log!.n + 1;
}

/** What was loaded with the example history left no word of its beginning, but one of its end. */
const KNOWN: Record<Key, readonly EventType[]> = { factorId: ["factor.added", "factor.removed"], changeId: ["change.recorded", "change.removed"] };

/**
 * The id and the version of a row that is about to be written. Repeated where the id that was brought stands here already; INVALID where this
 * room never had it, whether it stands in another room or nowhere: what a private room holds is not to be told from nothing by its ids.
 */
export async function identity(c: Change, key: Key, brought: string | undefined): Promise<{ id: string; version: number; again: boolean }> {
  if (!brought) return { id: newId(c.now.getTime()), version: 1, again: false };
  const id = brought.toLowerCase();
  const [known] = await c.tx.$queryRaw<unknown[]>`
    select 1 from event where "incidentId" = ${c.incident.id}::uuid and type = any(${KNOWN[key]}) and data->>${key} = ${id} limit 1`;
  if (!known) throw invalid("id", "Nothing with this id was taken out here: leave it out");
  const where = { where: { id }, select: { incidentId: true } };
  const standing = await (key === "factorId" ? c.tx.factor.findUnique(where) : c.tx.change.findUnique(where));
  if (standing?.incidentId === c.incident.id) throw new Repeated(id);
  if (standing) throw invalid("id", "Choose another id: this one is taken");
  const version = await nextVersion(c, key, id);
  return { id, version, again: version > 1 };
}
