import type { QueryClient } from "@tanstack/react-query";
import type { EventMessage, Gone } from "./schema";

/** The short lists of a room that the live socket keeps: what changed, what combined, the nets, what follows, which hints were kept. Their rows have an id, nets their name. */
export const LISTS = { change: "changes", factor: "factors", net: "nets", action: "actions", hint: "hints" } as const;
export type ListName = (typeof LISTS)[keyof typeof LISTS];

export const listKey = (name: ListName, ref: string) => [name, ref] as const;

/** Rows of these lists, as far as laying them needs to know. */
export interface ListRow {
  id?: string;
  net?: string;
}
interface List {
  items: readonly ListRow[];
}

export type Lists = Readonly<Partial<Record<ListName, List>>>;
/** For each row the number of the message that it came with. */
export type ListsAt = Readonly<Record<string, number>>;

const keyOfRow = (row: ListRow) => row.id ?? row.net ?? "";
export const listOfType = (type: string): ListName | undefined => LISTS[type.slice(0, type.indexOf(".")) as keyof typeof LISTS];

/** Lays a row into a list where it stood, or at its end; a gone one leaves. */
export function withRow<Of extends List>(held: Of | undefined, row: ListRow | Gone): Of | undefined {
  if (!held) return held;
  const key = keyOfRow(row);
  const rest = held.items.filter((one) => keyOfRow(one) !== key);
  if ("gone" in row) return rest.length === held.items.length ? held : { ...held, items: rest };
  if (rest.length === held.items.length) return { ...held, items: [...held.items, row] };
  // What only the reader may see (did it hold?) does not travel with the row that all see.
  return { ...held, items: held.items.map((one) => (keyOfRow(one) === key ? { ...one, ...row } : one)) };
}

/** As applyMessages, for the lists: any order and any repetition of the same messages gives the same lists. One that is not loaded stays so. */
export function applyLists(held: Lists, at: ListsAt, messages: readonly EventMessage[]): { lists: Lists; at: ListsAt } {
  let lists = held;
  let since = at;
  for (const { seq, type, row } of messages) {
    const name = listOfType(type);
    if (!name || row === null) continue;
    const key = `${name} ${keyOfRow(row as ListRow)}`;
    if (seq <= (since[key] ?? 0)) continue;
    since = { ...since, [key]: seq };
    const before = lists[name];
    const after = withRow(before, row as ListRow | Gone);
    if (after && after !== before) lists = { ...lists, [name]: after };
  }
  return { lists, at: since };
}

/** The lists that a cache holds of a room. */
export const heldLists = (cache: QueryClient, ref: string): Lists =>
  Object.fromEntries(
    Object.values(LISTS)
      .flatMap((name) => [[name, cache.getQueryData<List>(listKey(name, ref))]])
      .filter(([, list]) => list),
  );

export function putLists(cache: QueryClient, ref: string, before: Lists, after: Lists): void {
  for (const name of Object.values(LISTS)) if (after[name] !== before[name]) cache.setQueryData(listKey(name, ref), after[name]);
}
