import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { callsQuery } from "../calls/client";
import { incidentQuery } from "../incidents/client";
import { useLive } from "../live/client";
import { paths } from "../paths";
import { LISTS, listKey } from "../live/lists";
import { timelineQuery, withEntries } from "../timeline/client";
import { dropRoom, keepRoom, keptRoom, type KeptRoom, tidyRooms } from "./kept-rooms";
import { dropPage, keepPage } from "./shell";

/** Between two saves; the first change after a quiet time is kept at once. */
const KEEP_EVERY = 500;
/** The page has drawn itself and asks for nothing more. */
const AFTER_OPENING = 700;

const keysOf = (ref: string) => ({ incident: incidentQuery(ref).queryKey, timeline: timelineQuery(ref).queryKey, calls: callsQuery(ref).queryKey });

/** What the page holds of the room; null while a part of it is not loaded. */
function held(cache: QueryClient, ref: string): KeptRoom | null {
  const keys = keysOf(ref);
  const incident = cache.getQueryData(keys.incident);
  const timeline = cache.getQueryData(keys.timeline);
  if (!incident || !timeline) return null;
  const seq = timeline.items.reduce((most, entry) => Math.max(most, entry.touched), incident.seq);
  return { incident, timeline, calls: cache.getQueryData(keys.calls), seq, keptAt: Date.now() };
}

/** A page that came from the browser's memory is older than the rows that it had seen since: those are laid over it. */
async function restore(cache: QueryClient, ref: string, personId: string) {
  const kept = await keptRoom(personId, ref);
  const now = held(cache, ref);
  if (!kept || (now && now.seq >= kept.seq)) return;
  const keys = keysOf(ref);
  cache.setQueryData(keys.incident, (page) => (page && page.seq > kept.incident.seq ? page : kept.incident));
  // The kept part is whole in itself; the page's rows may end long before it begins.
  cache.setQueryData(keys.timeline, (page) => withEntries(kept.timeline, page?.items ?? []));
  if (kept.calls) cache.setQueryData(keys.calls, kept.calls);
  // The short lists are the page's, which is older than what live messages follow from here.
  for (const name of Object.values(LISTS)) void cache.invalidateQueries({ queryKey: listKey(name, ref) });
}

/** Keeps the open room in this browser: its page, what the page needs, and its rows as they change. */
export function useKeptRoom(ref: string, personId: string, build: string | null): void {
  const cache = useQueryClient();
  const keep = () => keepPage(paths.incident(ref), build).catch(() => undefined);
  useLive(ref, null, ({ type }) => {
    // The kept page was made before the words were taken back.
    if (type === "timeline.redacted") void dropPage(paths.incident(ref)).then(keep);
    // What one may not see any more does not stay here either.
    else if (type === "not_found") void Promise.all([dropPage(paths.incident(ref)), dropRoom(personId, ref)]);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let saved = 0;
    const save = () => {
      timer = null;
      saved = Date.now();
      const room = held(cache, ref);
      if (room) void keepRoom(personId, ref, room);
    };
    const saveNow = () => {
      if (timer) clearTimeout(timer);
      if (timer) save();
    };
    const mine = new Set(Object.values(keysOf(ref)).map((key) => JSON.stringify(key)));
    const stop = cache.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && mine.has(JSON.stringify(query.queryKey))) timer ??= setTimeout(save, Math.max(0, saved + KEEP_EVERY - Date.now()));
    });
    void restore(cache, ref, personId).then(save).then(tidyRooms);
    const later = setTimeout(() => void keepPage(paths.incident(ref), build).catch(() => undefined), AFTER_OPENING);
    addEventListener("pagehide", saveNow);
    return () => {
      stop();
      saveNow();
      clearTimeout(later);
      removeEventListener("pagehide", saveNow);
    };
  }, [cache, ref, personId, build]);
}
