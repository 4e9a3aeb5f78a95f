import { type IncidentSqlRow, toShared } from "../incidents/queries";
import type { IncidentRow, Snippet } from "../incidents/schema";

/** An incident in a list, from a row with INCIDENT_COLUMNS. */
export function toIncidentRow(row: IncidentSqlRow, snippet: Snippet | null = null): IncidentRow {
  const { now: _, access: __, ...shared } = toShared(row);
  return { ...shared, snippet };
}
