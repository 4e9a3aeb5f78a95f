import type { ActionType } from "../actions/words";
import type { Factor } from "../factors/schema";
import { holeOf } from "../nets/rules";
import type { SafetyNet } from "../nets/schema";
import { type Net, NET_WORDS } from "../nets/words";
import type { Entry } from "../timeline/schema";
import { plainLine } from "../timeline/rules";

/** What a new action item is made from, with a first title and type that suit it. */
export interface Source {
  factorId?: string;
  net?: Net;
  entryId?: string;
  title?: string;
  description?: string;
  type?: ActionType;
  /** As the form tells of it. */
  words?: string;
  /** Where it is made, where no row says so: what is typed is kept apart for each. */
  place?: string;
}

const short = (words: string) => [...words].slice(0, 200).join("");
const TYPES: Partial<Record<Net, ActionType>> = { alert: "detect", flag: "mitigate" };
const DETECTING = ["delayed_detection"];

export const fromFactor = ({ id, tag, why, role }: Factor): Source => ({
  factorId: id,
  title: short(plainLine(why) || tag),
  type: DETECTING.includes(role) ? "detect" : role === "delayed_recovery" ? "mitigate" : "prevent",
  words: `From the factor “${tag}”${why ? `: ${plainLine(why)}` : ""}`,
});

export function fromNet(row: SafetyNet): Source {
  const name = NET_WORDS[row.net];
  const hole = holeOf(row);
  return {
    net: row.net,
    title:
      hole === "did not run"
        ? `${name}: run it before each release`
        : hole === "did not stop it"
          ? `${name}: let it stop a release`
          : `${name} that catches this`,
    type: TYPES[row.net] ?? "prevent",
    words: `From the safety nets: ${name.toLowerCase()}${hole ? ` ${hole}` : ""}${row.note ? `. ${plainLine(row.note)}` : ""}`,
  };
}

export const fromEntry = ({ id, body }: Entry): Source => ({ entryId: id, title: short(plainLine(body)), words: `From the timeline: “${plainLine(body)}”` });
