import type { SharedIncident } from "../../lib/incidents/schema";
import type { RailPhase } from "./rail";

type Times = Pick<SharedIncident, "startedAt" | "detectedAt" | "declaredAt" | "mitigatedAt" | "resolvedAt">;

/** In which phase of the incident a moment lies, as the strip colours it. */
export function phaseOf(times: Times, at: string): RailPhase {
  const moment = Date.parse(at);
  const start = Date.parse(times.startedAt ?? times.detectedAt ?? times.declaredAt);
  const known = Date.parse(times.detectedAt ?? times.declaredAt);
  const mitigated = times.mitigatedAt ?? times.resolvedAt;
  if (moment < start) return null;
  if (times.resolvedAt && moment >= Date.parse(times.resolvedAt)) return null;
  if (mitigated && moment >= Date.parse(mitigated)) return "heal";
  return moment < known ? "unseen" : "hurt";
}
