import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { callsQuery } from "../calls/client";
import { offeredKey } from "../offered/client";
import { incidentQuery } from "../incidents/client";
import type { Person } from "../people/schema";
import { layPostmortem, postmortemKey } from "../postmortems/client";
import type { PostmortemState } from "../postmortems/schema";
import { askChanges, timelineQuery } from "../timeline/client";
import { applyMessages, type Me, type RoomCache } from "./apply";
import { connection } from "./browser";
import { isEvent, type RoomMessage } from "./channel";
import type { ConnectionState } from "./connection";
import { applyLists, heldLists, LISTS, listKey, type ListsAt, putLists } from "./lists";
import type { EventMessage, PresenceMessage } from "./schema";

/** Hears a room from a number on. `after`: the incident's `seq` at the last load; later values are not needed. Null leaves that to another hook. */
export function useLive(ref: string, after: number | null, onMessage: (message: RoomMessage) => void): void {
  const heard = useRef(onMessage);
  const from = useRef(after);
  useEffect(() => {
    heard.current = onMessage;
    from.current = after;
  });
  useEffect(() => connection().subscribe(ref, from.current, (message) => heard.current(message)), [ref]);
}

const GATHER = 8;
const OFFERS_ANEW: readonly string[] = ["change.added", "change.removed", "change.updated", "incident.updated", "incident.derived"];

interface RoomHooks {
  /** What has just been laid into the caches, in the order in which it came. */
  onEvents?: (events: readonly EventMessage[]) => void;
  /** The room may no longer be seen. */
  onGone?: () => void;
}

/** Keeps the caches of a room (incident, timeline, calls, and the short lists that are loaded) as the server has them. */
export function useLiveRoom(ref: string, me: Me, hooks: RoomHooks = {}): void {
  const cache = useQueryClient();
  const held = useRef({ hooks, me });
  useEffect(() => {
    held.current = { hooks, me };
  });
  const gathered = useRef<EventMessage[]>([]);
  const callsAt = useRef<RoomCache["callsAt"]>({});
  const listsAt = useRef<ListsAt>({});
  const keys = { incident: incidentQuery(ref).queryKey, timeline: timelineQuery(ref).queryKey, calls: callsQuery(ref).queryKey };

  // A pasted log is hundreds of messages: they are laid in together, not one by one.
  const lay = () => {
    const events = gathered.current.splice(0);
    const before = {
      incident: cache.getQueryData(keys.incident),
      timeline: cache.getQueryData(keys.timeline),
      calls: cache.getQueryData(keys.calls),
      callsAt: callsAt.current,
    };
    const after = applyMessages(before, events, held.current.me);
    callsAt.current = after.callsAt;
    if (after.incident !== before.incident) cache.setQueryData(keys.incident, after.incident);
    if (after.timeline !== before.timeline) cache.setQueryData(keys.timeline, after.timeline);
    if (after.calls !== before.calls) cache.setQueryData(keys.calls, after.calls);
    const lists = heldLists(cache, ref);
    const laid = applyLists(lists, listsAt.current, events);
    listsAt.current = laid.at;
    putLists(cache, ref, lists, laid.lists);
    for (const { type, row } of events) if (type.startsWith("postmortem.") && row) layPostmortem(cache, ref, row as PostmortemState);
    // What stands beside it now, its services and its times decide what else is offered.
    if (events.some(({ type }) => OFFERS_ANEW.includes(type))) void cache.invalidateQueries({ queryKey: offeredKey(ref) });
    // Its words may stand in a call's message too.
    if (events.some(({ type }) => type === "timeline.redacted")) void cache.invalidateQueries({ queryKey: keys.calls });
    held.current.hooks.onEvents?.(events);
  };
  useLive(ref, cache.getQueryData(keys.incident)?.seq ?? 0, (message) => {
    if (isEvent(message)) {
      if (gathered.current.push(message) === 1) setTimeout(lay, GATHER);
    } else if (message.type === "reload") {
      for (const queryKey of [...Object.values(keys), postmortemKey(ref), ...Object.values(LISTS).map((name) => listKey(name, ref))])
        void cache.invalidateQueries({ queryKey });
    } else if (message.type === "offered") {
      void cache.invalidateQueries({ queryKey: offeredKey(ref) });
      if (!message.beside) return;
      void cache.invalidateQueries({ queryKey: listKey("changes", ref) });
      void askChanges(cache, ref).catch(() => {});
    } else if (message.type === "not_found") held.current.hooks.onGone?.();
  });
}

const TYPING_EVERY = 3000;
const NOBODY: PresenceMessage = { ref: "", type: "presence", people: [], count: 0, typing: [] };

export interface RoomPresence {
  people: readonly Person[];
  /** How many are here: `people` holds the first fifty. */
  count: number;
  /** Ids of those who type. */
  typing: readonly string[];
  /** To be called with each keystroke: it is said at most every three seconds, and passes by itself. */
  setTyping(typing: boolean): void;
}

/** Says that one is here, and hears who else is. Must stand beside `useLive` or `useLiveRoom` of the same room. */
export function usePresence(ref: string): RoomPresence {
  const [presence, setPresence] = useState(NOBODY);
  const said = useRef({ typing: false, at: 0 });
  useLive(ref, null, (message) => message.type === "presence" && setPresence(message));
  useEffect(() => connection().here(ref), [ref]);
  const setTyping = useCallback(
    (typing: boolean) => {
      const now = Date.now();
      if (typing === said.current.typing && (!typing || now - said.current.at < TYPING_EVERY)) return;
      said.current = { typing, at: now };
      connection().here(ref, typing);
    },
    [ref],
  );
  const { people, count, typing } = presence;
  return { people, count, typing, setTyping };
}

const watch = (listener: () => void) => connection().watch(listener);

/** Whether what one sees is how it is now. */
export const useConnection = (): ConnectionState =>
  useSyncExternalStore(
    watch,
    () => connection().state,
    () => "live",
  );
