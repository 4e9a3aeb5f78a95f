import type { SharedIncident } from "../incidents/schema";
import type { PostmortemStatus } from "../postmortems/words";

/** What is open now, and how many of it burn, are mitigated, or are drills. */
export interface OpenNow {
  items: SharedIncident[];
  burning: number;
  mitigated: number;
  drills: number;
}

/** A post-mortem that is being written, or could be. */
export interface Draft {
  ref: string;
  title: string;
  /** Null where nobody has begun it. */
  status: PostmortemStatus | null;
  updatedAt: Date;
  /** The reader was asked to read it, and has not answered. */
  isAsked: boolean;
  askedBy: string | null;
}

/** One that came out. */
export interface Published {
  ref: string;
  title: string;
  words: number;
  publishedAt: Date;
  authors: { id: string; name: string; avatarUrl: string | null }[];
}

/** The head of the home page: what burns, in a sentence. Drills do not burn. */
export function homeTitle({ burning }: OpenNow): string {
  if (burning === 1) return "One incident burns";
  return burning > 1 ? `${burning} incidents burn` : "Nothing burns";
}

/** And below it, what else is open. */
export function homeWords({ items, mitigated, drills }: OpenNow): string {
  const also = [
    mitigated ? `${mitigated} mitigated and not yet resolved` : "",
    drills ? `${drills} ${drills === 1 ? "drill" : "drills"} under way` : "",
  ].filter(Boolean);
  if (also.length) return `${also.join(", ")}.`;
  return items.length ? "" : "All quiet. If something looks odd, say so: it may be nothing.";
}
