import { api, isProblem } from "../http/fetch";
import { connection } from "../live/browser";

/** What was kept of hints, or taken back, and has not arrived: in this browser, by person and incident, until it has. */

export interface WaitingHint {
  rule: string;
  key: string;
  /** Of one that is to be shown again: the id of its row. */
  drop?: string;
}

const PREFIX = "candor.hints-waiting ";
const placeOf = (personId: string, ref: string) => `${PREFIX}${personId} ${ref}`;

let person = "";

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const at = (place: string) => quietly(() => JSON.parse(localStorage.getItem(place) ?? "[]") as WaitingHint[]) ?? [];

function put(place: string, items: readonly WaitingHint[]) {
  quietly(() => (items.length ? localStorage.setItem(place, JSON.stringify(items)) : localStorage.removeItem(place)));
}

const isOf = (one: WaitingHint) => (other: WaitingHint) => one.rule === other.rule && one.key === other.key;

/** Those of whoever is signed in, in the order in which they were kept or taken back. */
export const waitingHints = (ref: string): WaitingHint[] => at(placeOf(person, ref));

/** Waits from now on; the last word about a hint counts. */
export function wait(ref: string, hint: WaitingHint): void {
  const place = placeOf(person, ref);
  put(place, [...at(place).filter((other) => !isOf(hint)(other)), hint]);
}

export function arrived(ref: string, hint: WaitingHint): void {
  const place = placeOf(person, ref);
  put(
    place,
    at(place).filter((other) => !(isOf(hint)(other) && other.drop === hint.drop)),
  );
}

/** Whether trying again can never help. A session that ended, or a server that failed, is no answer to what was kept. */
export const isRefused = (error: unknown) => isProblem(error) && ["FORBIDDEN", "NOT_FOUND", "INVALID"].includes(error.code);

/** Sends one. What is refused for good is no longer waiting, and the refusal is thrown; what did not get through waits on. */
export async function send<Row>(ref: string, hint: WaitingHint): Promise<Row | undefined> {
  const { rule, key, drop } = hint;
  try {
    const row = drop
      ? await api<undefined>("DELETE", `/incidents/${ref}/kept-hints/${drop}`)
      : await api<Row>("POST", `/incidents/${ref}/kept-hints`, { body: { rule, key } });
    arrived(ref, hint);
    return row;
  } catch (error) {
    if (isRefused(error)) arrived(ref, hint);
    throw error;
  }
}

let sending = false;
let isWoken = false;

/** Sends everything that waits, and again where the network came back meanwhile. */
async function wake() {
  isWoken = true;
  if (sending) return;
  sending = true;
  while (isWoken) {
    isWoken = false;
    await sendAll();
  }
  sending = false;
}

/** Everything of this person, one after the other, until one does not get through. */
async function sendAll() {
  const mine = placeOf(person, "");
  for (const place of quietly(() => Object.keys(localStorage).filter((name) => name.startsWith(mine))) ?? [])
    for (const hint of at(place)) {
      const failed = await send(place.slice(mine.length), hint).then(
        () => null,
        (error: unknown) => error,
      );
      if (failed && !isRefused(failed)) return;
    }
}

/** Called on every page of someone signed in, so that no room need be open for it. */
export function startHints(personId: string): () => void {
  person = personId;
  const onOnline = () => void wake();
  onOnline();
  addEventListener("online", onOnline);
  const stop = connection().watch(() => connection().state === "live" && onOnline());
  return () => {
    removeEventListener("online", onOnline);
    stop();
  };
}

/** They are thrown away, as someone says who signs out. */
export function dropWaitingHints(personId: string): void {
  const theirs = placeOf(personId, "");
  quietly(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(theirs)) localStorage.removeItem(name);
  });
}
