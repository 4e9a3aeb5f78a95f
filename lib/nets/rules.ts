import type { SafetyNet } from "./schema";
import { type Net, NETS } from "./words";

/**
 * Where a net let it through, as the end of a sentence ("… did not exist"); null where it has no hole, or nobody has said yet.
 * A net that would not have caught it has none, whatever else is true of it.
 */
export function holeOf({ wouldHaveCaught, existed, ran, gated }: SafetyNet): string | null {
  if (wouldHaveCaught === "no" || wouldHaveCaught === null) return null;
  if (existed === false) return "did not exist";
  if (ran === false) return "did not run";
  if (gated === false) return "did not stop it";
  return null;
}

export type NetState = "unasked" | "could_not" | "hole" | "unsure" | "caught" | "partly";

/** How a net stands, for its shape on the ladder. `caught`: it would have caught it, and held. */
export function stateOf(net: SafetyNet): NetState {
  const { wouldHaveCaught, existed, ran, gated } = net;
  if (wouldHaveCaught === "no") return "could_not";
  if (holeOf(net)) return "hole";
  if (wouldHaveCaught === null) return existed === null && ran === null && gated === null ? "unasked" : "partly";
  if (wouldHaveCaught === "unsure") return "unsure";
  return existed && ran && gated ? "caught" : "partly";
}

/** The first place on the way to production where it could have been stopped, and where the holes were. */
export function gist(nets: readonly SafetyNet[]): { first: Net | null; holes: Net[]; answered: number } {
  const inOrder = NETS.flatMap((net) => nets.filter((one) => one.net === net));
  return {
    first: inOrder.find((one) => one.wouldHaveCaught === "yes")?.net ?? null,
    holes: inOrder.filter((one) => holeOf(one)).map((one) => one.net),
    answered: inOrder.filter((one) => one.wouldHaveCaught !== null).length,
  };
}

const UNITS: Record<string, number> = { h: 3600, m: 60, s: 1 };

/** Seconds in "40 s", "2 min", "1 h 5 min", "1:30" or a bare number of seconds; null where it says no time, or more than a year. */
export function secondsIn(text: string): number | null {
  const said = text.trim().toLowerCase();
  const [, minutes, rest] = /^(\d{1,5}):([0-5]\d)$/.exec(said) ?? [];
  if (minutes !== undefined) return Number(minutes) * 60 + Number(rest);
  if (/^\d{1,8}$/.test(said)) return inAYear(Number(said));
  if (!/^(\d{1,8}\s*(h|hours?|m|mins?|minutes?|s|secs?|seconds?)\.?\s*)+$/.test(said)) return null;
  return inAYear([...said.matchAll(/(\d+)\s*([hms])/g)].reduce((sum, [, n, unit]) => sum + Number(n) * UNITS[unit!]!, 0));
}

const inAYear = (seconds: number) => (seconds <= 31_536_000 ? seconds : null);
