import { z } from "zod";
import { ENVIRONMENTS, STATUSES } from "../incidents/words";
import { Person } from "../people/schema";
import { Id, Instant, Line, Link, PageQuery, RefDto, ShortText, listOf, page } from "../scalars";
import { CHANGE_KINDS, VERDICTS } from "./words";

/** A unified diff: text of up to 1 000 000 bytes, kept to the letter. */
export const DIFF_LIMIT = 1_000_000;
const Diff = z.string().refine((text) => new TextEncoder().encode(text).length <= DIFF_LIMIT, "At most 1 000 000 bytes");

const facts = {
  serviceId: Id.nullable().optional(),
  environment: z.enum(ENVIRONMENTS).optional(),
  actor: Line.nullable().optional(),
  before: Line.nullable().optional(),
  after: Line.nullable().optional(),
  url: Link.nullable().optional(),
};
const judged = { verdict: z.enum(VERDICTS).nullable().optional(), why: ShortText.optional() };

/** A change by itself, as a deploy script tells it. Without `occurredAt` it happened now. */
export const RecordChange = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  summary: Line,
  occurredAt: Instant.optional(),
  diff: Diff.optional(),
  ...facts,
});
export type RecordChange = z.infer<typeof RecordChange>;

const Attached = z.strictObject({ changeId: Id, ...judged });
/** With the id of one that was taken away, and is nowhere else, it is that one again. */
const brought = { id: Id.optional() };
const Nothing = z.strictObject({
  ...brought,
  kind: z.enum(CHANGE_KINDS),
  nothingChanged: z.literal(true),
  summary: Line.optional(),
  occurredAt: Instant.optional(),
  why: ShortText.refine((why) => why !== "", "Say how it was checked"),
  serviceId: Id.nullable().optional(),
  environment: z.enum(ENVIRONMENTS).optional(),
});
const Recorded = RecordChange.extend({ ...brought, nothingChanged: z.literal(false).optional(), ...judged });

/** One that stands already, one that is told here, or that nothing of a kind changed. */
export const AddIncidentChange = z.union([Attached, Nothing, Recorded]);
export type AddIncidentChange = z.infer<typeof AddIncidentChange>;

const edited = { kind: z.enum(CHANGE_KINDS).optional(), summary: Line.optional(), occurredAt: Instant.optional(), ...facts };
/** The change itself, wherever it stands. */
export const UpdateChange = z.strictObject(edited);
export type UpdateChange = z.infer<typeof UpdateChange>;
/** The change, and how it is judged beside this incident. */
export const UpdateIncidentChange = z.strictObject({ ...edited, ...judged });
export type UpdateIncidentChange = z.infer<typeof UpdateIncidentChange>;

export const ListChanges = z
  .strictObject({
    service: Id.optional(),
    kind: listOf(CHANGE_KINDS).optional(),
    environment: listOf(ENVIRONMENTS).optional(),
    from: Instant.optional(),
    to: Instant.optional(),
    ...PageQuery,
  })
  .refine((q) => !q.from || !q.to || q.to >= q.from, { message: "from lies after to", path: ["from"] });
export type ListChanges = z.infer<typeof ListChanges>;

/** A change as everyone reads it who may see it. `diff` says how large its diff is, not what it holds. */
export const Change = z.object({
  id: z.string(),
  kind: z.enum(CHANGE_KINDS),
  summary: z.string(),
  serviceId: z.string().nullable(),
  service: RefDto.nullable(),
  environment: z.enum(ENVIRONMENTS),
  occurredAt: z.string(),
  actor: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  url: z.string().nullable(),
  hasDiff: z.boolean(),
  diff: z.object({ files: z.number(), added: z.number(), removed: z.number(), bytes: z.number() }).nullable(),
  nothingChanged: z.boolean(),
  recordedBy: Person,
  recordedAt: z.string(),
  version: z.number(),
});
export type Change = z.infer<typeof Change>;

/** A change beside an incident. `version` counts the edits of both, its own fields and how it was judged here. */
export const IncidentChange = Change.extend({
  verdict: z.enum(VERDICTS).nullable(),
  why: z.string(),
  judgedBy: Person.nullable(),
  judgedAt: z.string().nullable(),
});
export type IncidentChange = z.infer<typeof IncidentChange>;

/** An incident beside which a change stands, and how it was judged there. */
export const Beside = z.object({
  ref: z.string(),
  title: z.string(),
  status: z.enum(STATUSES),
  declaredAt: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  why: z.string(),
});
export type Beside = z.infer<typeof Beside>;
export const ChangeWithIncidents = Change.extend({ incidents: z.array(Beside) });
export type ChangeWithIncidents = z.infer<typeof ChangeWithIncidents>;

export const ChangePage = page(Change);
export type ChangePage = z.infer<typeof ChangePage>;
export const IncidentChangeList = z.object({ items: z.array(IncidentChange), nextCursor: z.null() });
export type IncidentChangeList = z.infer<typeof IncidentChangeList>;

/** A change that may belong beside the incident: `secondsBefore` its impact (negative: after it began); `via`: the incident's service that depends on the changed one; null where that is its own. */
export const OfferedChange = Change.extend({ secondsBefore: z.number(), via: RefDto.nullable() });
export type OfferedChange = z.infer<typeof OfferedChange>;
export const OfferedChanges = z.object({ items: z.array(OfferedChange), nextCursor: z.null() });
export type OfferedChanges = z.infer<typeof OfferedChanges>;
