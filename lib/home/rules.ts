import type { SharedIncident } from "../incidents/schema";

/** What is open now, and how many of it burn, are mitigated, or are drills. */
export interface OpenNow {
  items: SharedIncident[];
  burning: number;
  mitigated: number;
  drills: number;
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
