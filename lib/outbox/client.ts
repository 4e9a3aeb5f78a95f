import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { connection, whoIsSignedIn } from "../live/browser";
import type { Person } from "../people/schema";
import { timelineQuery, withEntries } from "../timeline/client";
import type { Entry } from "../timeline/schema";
import { alone } from "./alone";
import { draftKey, drafts } from "./drafts";
import { browserStore } from "./indexed-store";
import { leaveToSignIn } from "./leave";
import { post } from "./post";
import { Outbox } from "./queue";
import type { Unsent } from "./rules";
import { type EntryBody, isEntry, toSending, type SendingEntry } from "./rows";

/** The tab's outbox: one a person, with the browser around it. */
class BrowserOutbox {
  readonly queue: Outbox;
  /** False where entries are only in this page's memory: closing the tab would lose them. */
  isDurable = true;
  private readonly listeners = new Set<() => void>();
  private readonly receivers = new Set<(ref: string, row: unknown) => void>();
  private readonly others = "BroadcastChannel" in globalThis ? new BroadcastChannel("candor-outbox") : null;
  private view: { items: readonly Unsent[]; isFlowing: boolean; isDurable: boolean } = { items: [], isFlowing: true, isDurable: true };

  constructor(personId: string) {
    const page = `${performance.timeOrigin} ${Math.random()}`;
    this.queue = new Outbox(personId, {
      store: browserStore(() => (this.isDurable = false)),
      post,
      alone: (run) => alone(`candor-outbox ${personId}`, run),
      whoIs: whoIsSignedIn,
      now: () => ({ at: Date.now(), steady: performance.now(), page }),
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      changed: () => this.changed(),
      sent: ({ ref }, row) => {
        this.received(ref, row);
        this.others?.postMessage({ ref, row });
      },
      signedOut: () => void connection().lookSignedIn(),
    });
    this.listen();
    void this.queue.load().then(() => this.queue.wake());
  }

  get snapshot() {
    return this.view;
  }

  watch = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  onReceived(receiver: (ref: string, row: unknown) => void) {
    this.receivers.add(receiver);
    return () => void this.receivers.delete(receiver);
  }

  private received(ref: string, row: unknown) {
    for (const receiver of [...this.receivers]) receiver(ref, row);
  }

  private changed() {
    this.view = { items: this.queue.items, isFlowing: this.queue.isFlowing, isDurable: this.isDurable };
    for (const listener of [...this.listeners]) listener();
  }

  private listen() {
    // A tab that was away may come back to another person's cookie.
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.queue.wake(true));
    addEventListener("online", () => this.queue.wake());
    let state = connection().state;
    connection().watch(() => {
      const before = state;
      state = connection().state;
      if (state === "live" && before !== "live") this.queue.wake();
    });
    connection().onSignedOut = () => void leaveToSignIn();
    this.others?.addEventListener("message", ({ data }: MessageEvent<{ ref: string; row: unknown }>) => {
      this.received(data.ref, data.row);
      void this.queue.load();
    });
  }
}

let made: BrowserOutbox | null = null;

/** Sends what still waits from earlier; called on every page of someone signed in, so that no room need be open for it. */
export function startOutbox(personId: string): BrowserOutbox {
  if (made?.queue.personId !== personId) {
    made?.queue.stop();
    made = new BrowserOutbox(personId);
  }
  return made!;
}

const NOTHING = { items: [] as readonly Unsent[], isFlowing: true, isDurable: true };

/** What waits in this room, in the order typed, and how to add to it. */
export function useOutbox(ref: string, me: Person) {
  const cache = useQueryClient();
  const watch = useCallback((listener: () => void) => startOutbox(me.id).watch(listener), [me.id]);
  const { items, isFlowing, isDurable } = useSyncExternalStore(
    watch,
    () => startOutbox(me.id).snapshot,
    () => NOTHING,
  );
  const waiting: readonly SendingEntry[] = useMemo(
    () => items.filter((item) => item.ref === ref).map((item) => toSending(item, me, isFlowing)),
    [items, ref, me, isFlowing],
  );

  useEffect(
    () =>
      startOutbox(me.id).onReceived((of, row) => {
        if (isEntry(row)) cache.setQueryData(timelineQuery(of).queryKey, (held) => held && withEntries(held, [row as Entry]));
      }),
    [cache, me.id],
  );

  const sendTo = useCallback(
    (verb: "timeline" | "status" | "severity", body: Record<string, unknown>): Promise<void> =>
      startOutbox(me.id).queue.add(ref, `/incidents/${ref}/${verb}`, body),
    [ref, me.id],
  );
  const send = useCallback((entry: EntryBody) => sendTo("timeline", entry), [sendTo]);
  const resend = useCallback((id: string, body?: Record<string, unknown>) => startOutbox(me.id).queue.resend(id, body), [me.id]);
  const retry = useCallback(() => startOutbox(me.id).queue.wake(), [me.id]);
  const discard = useCallback((id: string) => startOutbox(me.id).queue.discard(id), [me.id]);
  return { waiting, isDurable, send, sendTo, resend, retry, discard };
}

/** Words that outlive a reload and a closed tab, by person and place (`room INC-42`, `declare`). Setting the empty value clears them. */
export function useDraft<T>(personId: string, place: string, empty: T): readonly [T, (next: T) => void, () => void] {
  const key = draftKey(personId, place);
  const watch = useCallback((listener: () => void) => drafts().watch(key, listener), [key]);
  const value = useSyncExternalStore(
    watch,
    () => (drafts().get(key) ?? empty) as T,
    () => empty,
  );
  const set = useCallback((next: T) => drafts().set(key, next === empty ? undefined : next), [key, empty]);
  const clear = useCallback(() => drafts().set(key, undefined), [key]);
  return [value, set, clear];
}
