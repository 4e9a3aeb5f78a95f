import { z } from "zod";
import { Exposed } from "../exposed/schema";
import { FACTOR_GROUPS, FACTOR_ROLES } from "../factors/words";
import { Person } from "../people/schema";
import { FutureInstant, Id, IncidentRef, Instant, Line, Markdown, PageQuery, RefDto, ShortText, listOf } from "../scalars";
import { DETECTIONS, ENVIRONMENTS, HAVINGS, INCIDENT_ROLES, MITIGATIONS, MODES, SEVERITIES, SORTS, STATUSES, VISIBILITIES } from "./words";

const Ids = (most: number) => z.array(Id).max(most);

const startsBeforeDetected = { message: "Detection cannot come before the start of impact", path: ["detectedAt"] };
const inOrder = (given: { startedAt?: Date | null | undefined; detectedAt?: Date | null | undefined }) =>
  !given.startedAt || !given.detectedAt || given.detectedAt >= given.startedAt;

export const DeclareIncident = z
  .strictObject({
    title: Line,
    summary: Markdown.optional(),
    severity: z.enum(SEVERITIES).nullable().optional(),
    mode: z.enum(MODES).optional(),
    environment: z.enum(ENVIRONMENTS).optional(),
    visibility: z.enum(VISIBILITIES).optional(),
    serviceIds: Ids(50).optional(),
    teamIds: Ids(50).optional(),
    startedAt: Instant.nullable().optional(),
    detectedAt: Instant.nullable().optional(),
    detection: z.enum(DETECTIONS).nullable().optional(),
    callFor: z.strictObject({ teamIds: Ids(20).optional(), personIds: Ids(50).optional(), message: ShortText.optional() }).optional(),
    externalId: Line.optional(),
    letIn: z.boolean().optional(),
  })
  .refine(inOrder, { message: "startedAt lies after detectedAt", path: ["startedAt"] })
  .refine(inOrder, startsBeforeDetected);
export type DeclareIncident = z.infer<typeof DeclareIncident>;

export const UpdateIncident = z
  .strictObject({
    title: Line.optional(),
    summary: Markdown.optional(),
    mode: z.enum(MODES).optional(),
    environment: z.enum(ENVIRONMENTS).optional(),
    visibility: z.enum(VISIBILITIES).optional(),
    detection: z.enum(DETECTIONS).nullable().optional(),
    serviceIds: Ids(50).optional(),
    teamIds: Ids(50).optional(),
    startedAt: Instant.nullable().optional(),
    detectedAt: Instant.nullable().optional(),
    access: z
      .strictObject({ onePersonCould: z.boolean().nullable().optional(), onePersonShould: z.boolean().nullable().optional(), note: Markdown.optional() })
      .optional(),
    externalId: Line.nullable().optional(),
  })
  .refine(inOrder, { message: "startedAt lies after detectedAt", path: ["startedAt"] })
  .refine(inOrder, startsBeforeDetected);
export type UpdateIncident = z.infer<typeof UpdateIncident>;

export const SetStatus = z.strictObject({
  status: z.enum(STATUSES).exclude(["merged"]),
  occurredAt: Instant.optional(),
  message: Markdown.optional(),
  mitigation: z.enum(MITIGATIONS).optional(),
  secondsToOff: z.number().int().min(0).max(31_536_000).optional(),
  id: Id.optional(),
  ageMs: z.number().int().min(0).max(2_592_000_000).optional(),
});
export type SetStatus = z.infer<typeof SetStatus>;

export const SetSeverity = z.strictObject({
  severity: z.enum(SEVERITIES),
  occurredAt: Instant.optional(),
  message: Markdown.optional(),
  id: Id.optional(),
  ageMs: z.number().int().min(0).max(2_592_000_000).optional(),
});
export type SetSeverity = z.infer<typeof SetSeverity>;

export const MergeIncident = z.strictObject({ into: IncidentRef });
export type MergeIncident = z.infer<typeof MergeIncident>;

export const SetNextUpdate = z
  .strictObject({ at: FutureInstant.nullable().optional(), inMinutes: z.number().int().min(1).max(10_080).optional() })
  .refine((body) => (body.at === undefined) !== (body.inMinutes === undefined), {
    message: "Give either at or inMinutes",
    path: ["at"],
  });
export type SetNextUpdate = z.infer<typeof SetNextUpdate>;

export const MarkSeen = z.strictObject({ seq: z.number().int().min(0).max(2_147_483_647) });

export const TakeRole = z.strictObject({
  role: z.enum(INCIDENT_ROLES),
  personId: Id,
  note: ShortText.optional(),
  letIn: z.boolean().optional(),
});
export type TakeRole = z.infer<typeof TakeRole>;

const Person_ = z.union([z.literal("me"), Id]);

/** Labels of tags as people read them; none holds a comma. */
const Tags = z
  .string()
  .max(2000)
  .transform((text) => text.split(",").map((label) => label.trim()))
  .pipe(z.array(z.string().min(1, "A label stands between commas").max(200)).max(20));

/** The filters of a list of incidents, as they stand in the URL: of several groups, tags and havings all in one incident, of the rest any. */
const filters = {
  q: z.string().trim().max(300).optional(),
  status: listOf(STATUSES).optional(),
  severity: listOf(SEVERITIES).optional(),
  mode: listOf(MODES).optional(),
  environment: listOf(ENVIRONMENTS).optional(),
  group: listOf(FACTOR_GROUPS).optional(),
  tag: Tags.optional(),
  role: listOf(FACTOR_ROLES).optional(),
  has: listOf(HAVINGS).optional(),
  service: Id.optional(),
  team: Id.optional(),
  lead: Person_.optional(),
  from: Instant.optional(),
  to: FutureInstant.optional(),
};
const ordered = (q: { from?: Date | undefined; to?: Date | undefined }) => !q.from || !q.to || q.to >= q.from;

export const IncidentFilters = z
  .strictObject(filters)
  .refine(ordered, { message: "from lies after to", path: ["from"] })
  .refine(ordered, { message: "to lies before from", path: ["to"] });
export type IncidentFilters = z.infer<typeof IncidentFilters>;

export const ListIncidents = z
  .strictObject({ ...filters, sort: z.enum(SORTS).optional(), ...PageQuery })
  .refine(ordered, { message: "from lies after to", path: ["from"] })
  .refine(ordered, { message: "to lies before from", path: ["to"] })
  .refine((q) => q.sort !== "relevance" || !!q.q, { message: "relevance needs q", path: ["sort"] });
export type ListIncidents = z.infer<typeof ListIncidents>;

export const OpenLikeQuery = z.strictObject({
  title: z.string().trim().max(800).optional(),
  serviceIds: z
    .string()
    .max(2000)
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(Ids(50))
    .optional(),
});
export type OpenLikeQuery = z.infer<typeof OpenLikeQuery>;

export const Duration = z.union([z.object({ seconds: z.number(), from: z.enum(["impact_started", "detected", "declared"]) }), z.object({ blank: z.string() })]);
export type Duration = z.infer<typeof Duration>;

const time = z.string().nullable();

export const RoleHolding = z.object({ id: z.string(), role: z.enum(INCIDENT_ROLES), person: Person, since: z.string() });
export type RoleHolding = z.infer<typeof RoleHolding>;

/** What of an incident is the same for everyone who may see it; also what travels on the live socket. */
export const SharedIncident = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  summary: z.string(),
  status: z.enum(STATUSES),
  severity: z.enum(SEVERITIES).nullable(),
  mode: z.enum(MODES),
  environment: z.enum(ENVIRONMENTS),
  visibility: z.enum(VISIBILITIES),
  detection: z.enum(DETECTIONS).nullable(),
  services: z.array(RefDto),
  teams: z.array(RefDto),
  roles: z.array(RoleHolding),
  startedAt: time,
  detectedAt: time,
  declaredAt: z.string(),
  acknowledgedAt: time,
  identifiedAt: time,
  mitigatedAt: time,
  resolvedAt: time,
  durations: z.object({ toDetect: Duration, toAcknowledge: Duration, toMitigate: Duration, toResolve: Duration }),
  now: z.object({ known: z.string().nullable(), impact: z.string().nullable(), trying: z.array(z.string()), nextUpdateAt: time }),
  access: z.object({ onePersonCould: z.boolean().nullable(), onePersonShould: z.boolean().nullable(), note: z.string() }),
  declaredBy: Person,
  externalId: z.string().nullable(),
  mergedInto: z.string().nullable(),
  seq: z.number(),
  version: z.number(),
  updatedAt: z.string(),
});
export type SharedIncident = z.infer<typeof SharedIncident>;

export const Incident = SharedIncident.extend({ seenSeq: z.number(), can: z.array(z.string()) });
export type Incident = z.infer<typeof Incident>;

/** Where a search hit stands, its words marked with U+E000 … U+E001 around them. */
export const Snippet = z.object({
  kind: z.enum(["title", "summary", "entry", "change", "factor", "action", "section"]),
  entryId: z.string().nullable(),
  at: z.string().nullable(),
  /** Of the post-mortem, for a section of it; "" is its beginning. */
  section: z.object({ heading: z.string(), anchor: z.string(), published: z.boolean() }).nullable(),
  text: z.string(),
});
export type Snippet = z.infer<typeof Snippet>;

/** An incident in a list: what a row shows, and the phases of its strip. */
export const IncidentRow = Incident.omit({ can: true, seenSeq: true, now: true, access: true }).extend({ snippet: Snippet.nullable() });
export type IncidentRow = z.infer<typeof IncidentRow>;

export const IncidentPage = z.object({
  items: z.array(IncidentRow),
  nextCursor: z.string().nullable(),
  prevCursor: z.string().nullable(),
  total: z.number(),
  totalIsExact: z.boolean(),
});
export type IncidentPage = z.infer<typeof IncidentPage>;

const counts = z.array(z.object({ value: z.string(), name: z.string(), count: z.number() }));
export const IncidentFacets = z.object({
  status: counts,
  severity: counts,
  mode: counts,
  environment: counts,
  group: counts,
  tag: counts,
  role: counts,
  has: counts,
  service: counts,
  team: counts,
  total: z.number(),
  isExact: z.boolean(),
});
export type IncidentFacets = z.infer<typeof IncidentFacets>;

export const OpenLike = z.object({
  open: z.array(IncidentRow),
  past: z.array(IncidentRow),
  stillExposed: z.array(Exposed),
});
export type OpenLike = z.infer<typeof OpenLike>;
