import { clear, createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import type { CallList } from "../calls/schema";
import type { Incident } from "../incidents/schema";
import { newestOf } from "../live/apply";
import type { TimelineCache } from "../timeline/client";

/** A room's rows as this browser last saw them. */
export interface KeptRoom {
  incident: Incident;
  timeline: TimelineCache;
  calls: CallList | undefined;
  /** Up to which number it holds everything. */
  seq: number;
  keptAt: number;
}

const MOST_ROOMS = 20;
const MOST_ENTRIES = 1000;

let made: UseStore | null = null;
const store = () => (made ??= createStore("candor-rooms", "rooms"));
const keyOf = (personId: string, ref: string) => `${personId} ${ref}`;
const quietly = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

export const keptRoom = (personId: string, ref: string): Promise<KeptRoom | undefined> => quietly(get<KeptRoom>(keyOf(personId, ref), store()));

export const keepRoom = (personId: string, ref: string, room: KeptRoom) =>
  quietly(set(keyOf(personId, ref), { ...room, timeline: newestOf(room.timeline, MOST_ENTRIES) }, store()));

export const dropRoom = (personId: string, ref: string) => quietly(del(keyOf(personId, ref), store()));

/** Those that were looked at longest ago make room. */
export async function tidyRooms(): Promise<void> {
  const all = (await quietly(entries<string, KeptRoom>(store()))) ?? [];
  const old = all.sort(([, a], [, b]) => b.keptAt - a.keptAt).slice(MOST_ROOMS);
  await Promise.all(old.map(([key]) => quietly(del(key, store()))));
}

export const dropRooms = () => quietly(clear(store()));
