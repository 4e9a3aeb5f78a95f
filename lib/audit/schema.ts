import { z } from "zod";
import { Person } from "../people/schema";
import { FutureInstant, Id, IncidentRef, Instant, PageQuery } from "../scalars";

/** `type` is a whole one (`timeline.added`) or a noun (`timeline`) for all of its types. */
const filters = {
  type: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/, "Looks like timeline.added")
    .max(60)
    .optional(),
  actor: Id.optional(),
  incident: IncidentRef.optional(),
  from: Instant.optional(),
  to: FutureInstant.optional(),
};

export const ListAudit = z.strictObject({ ...filters, ...PageQuery, format: z.enum(["json", "csv"]).optional() });
export type ListAudit = z.infer<typeof ListAudit>;

export const AuditEvent = z.object({
  id: z.string(),
  type: z.string(),
  at: z.string(),
  actor: Person.nullable(),
  incidentRef: z.string().nullable(),
  seq: z.number().nullable(),
  data: z.record(z.string(), z.unknown()),
  /** What the ids in `data` are called, where it is known: people, teams, services, tokens, invitations. */
  names: z.record(z.string(), z.string()),
});
export type AuditEvent = z.infer<typeof AuditEvent>;
export const AuditPage = z.object({ items: z.array(AuditEvent), nextCursor: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;
