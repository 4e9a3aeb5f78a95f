import type { SharedIncident } from "../../lib/incidents/schema";
import { BURNING_STATUSES } from "../../lib/incidents/words";

/** The head of the home page: what burns, in a sentence. Drills do not burn. */
export function homeTitle(open: readonly SharedIncident[]): string {
  const burning = open.filter((incident) => BURNING_STATUSES.includes(incident.status) && incident.mode !== "drill").length;
  if (burning === 1) return "One incident burns";
  if (burning > 1) return `${burning} incidents burn`;
  return "Nothing burns";
}

/** And below it, what else is open. */
export function homeWords(open: readonly SharedIncident[]): string {
  const mitigated = open.filter((incident) => incident.status === "mitigated" && incident.mode !== "drill").length;
  const drills = open.filter((incident) => incident.mode === "drill").length;
  const also = [
    mitigated ? `${mitigated} mitigated and not yet resolved` : "",
    drills ? `${drills} ${drills === 1 ? "drill" : "drills"} under way` : "",
  ].filter(Boolean);
  if (also.length) return `${also.join(", ")}.`;
  return open.length ? "" : "All quiet. If something looks odd, say so: it may be nothing.";
}
