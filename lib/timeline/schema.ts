import { z } from "zod";
import { MILESTONES, MITIGATIONS, SEVERITIES, STATUSES, INCIDENT_ROLES } from "../incidents/words";
import { Person } from "../people/schema";
import { Flag, Id, Instant, Limit, Line, Link, Markdown, ShortText, listOf } from "../scalars";
import { ENTRY_KINDS, HYPOTHESIS_STATES, PRECISIONS, ROLE_VERBS } from "./words";

/** `data` by kind. What a verb writes (role, call) is read here too, but not taken from outside. */
const StatusData = z.strictObject({
  to: z.enum(STATUSES).exclude(["merged"]),
  from: z.enum(STATUSES).nullable().optional(),
  mitigation: z.enum(MITIGATIONS).optional(),
  secondsToOff: z.number().int().min(0).max(31_536_000).optional(),
});
const SeverityData = z.strictObject({ to: z.enum(SEVERITIES), from: z.enum(SEVERITIES).nullable().optional() });
const HypothesisData = z.strictObject({ state: z.enum(HYPOTHESIS_STATES).default("open"), because: ShortText.optional() });
const HypothesisEdit = z.strictObject({ state: z.enum(HYPOTHESIS_STATES).optional(), because: ShortText.optional() });
/** Who said or wrote it first, for a line that was pasted from elsewhere. */
const QuotedData = z.strictObject({ saidBy: Line.optional() });

const written = {
  id: Id.optional(),
  body: Markdown.default(""),
  occurredAt: Instant.optional(),
  /** How long ago it was typed, for one that waited in the browser: the server computes the time. */
  ageMs: z.number().int().min(0).max(2_592_000_000).optional(),
  precision: z.enum(PRECISIONS).optional(),
  milestone: z.enum(MILESTONES).nullable().optional(),
  starred: z.boolean().optional(),
  knownLater: z.boolean().optional(),
  sourceUrl: Link.nullable().optional(),
  attachmentIds: z.array(Id).max(20).optional(),
  letIn: z.boolean().optional(),
};

const Quotable = z.enum(["note", "alert", "change", "decision", "action", "evidence", "comms", "impact"]);

export const AddTimelineEntry = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("status"), ...written, data: StatusData }),
    z.strictObject({ kind: z.literal("severity"), ...written, data: SeverityData }),
    z.strictObject({ kind: z.literal("hypothesis"), ...written, data: HypothesisData.optional() }),
    z.strictObject({ kind: Quotable, ...written, data: QuotedData.optional() }),
  ])
  .refine((entry) => entry.kind === "status" || entry.kind === "severity" || entry.body.trim() !== "" || (entry.attachmentIds?.length ?? 0) > 0, {
    message: "Say something",
    path: ["body"],
  })
  .refine((entry) => entry.occurredAt === undefined || entry.ageMs === undefined, {
    message: "Give either occurredAt or ageMs",
    path: ["ageMs"],
  });
export type AddTimelineEntry = z.infer<typeof AddTimelineEntry>;

export const AddTimelineBatch = z.strictObject({ entries: z.array(AddTimelineEntry).min(1).max(500) });
export type AddTimelineBatch = z.infer<typeof AddTimelineBatch>;

/** An edit of an entry. `kind` may move between the kinds that hold plain words. */
export const UpdateTimelineEntry = z.strictObject({
  kind: Quotable.optional(),
  body: Markdown.optional(),
  occurredAt: Instant.optional(),
  precision: z.enum(PRECISIONS).optional(),
  milestone: z.enum(MILESTONES).nullable().optional(),
  starred: z.boolean().optional(),
  knownLater: z.boolean().optional(),
  sourceUrl: Link.nullable().optional(),
  data: z.union([StatusData.partial(), HypothesisEdit, QuotedData, SeverityData.partial()]).optional(),
  /** Brings a deleted entry back (undo). */
  deleted: z.literal(false).optional(),
  letIn: z.boolean().optional(),
});
export type UpdateTimelineEntry = z.infer<typeof UpdateTimelineEntry>;

export const ListTimeline = z.strictObject({
  kind: listOf(ENTRY_KINDS).optional(),
  starred: Flag.optional(),
  /** Only what was made or changed by events after this number. */
  after: z
    .string()
    .regex(/^\d{1,10}$/, "A number")
    .transform(Number)
    .pipe(z.number().max(2_147_483_647))
    .optional(),
  order: z.enum(["oldest", "newest", "asc", "desc"]).optional(),
  cursor: z.string().min(1).max(500).optional(),
  limit: Limit.optional(),
});
export type ListTimeline = z.infer<typeof ListTimeline>;

export const AttachmentDto = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  url: z.string(),
});
export type AttachmentDto = z.infer<typeof AttachmentDto>;

/** What `data` may hold when it is read. */
export const EntryData = z.object({
  from: z.string().nullable().optional(),
  to: z.string().optional(),
  mitigation: z.enum(MITIGATIONS).optional(),
  secondsToOff: z.number().optional(),
  role: z.enum(INCIDENT_ROLES).optional(),
  personId: z.string().optional(),
  personName: z.string().optional(),
  verb: z.enum(ROLE_VERBS).optional(),
  state: z.enum(HYPOTHESIS_STATES).optional(),
  because: z.string().optional(),
  saidBy: z.string().optional(),
  callId: z.string().optional(),
  changeId: z.string().optional(),
  answer: z.enum(["on_it", "cannot"]).optional(),
  into: z.string().optional(),
});
export type EntryData = z.infer<typeof EntryData>;

export const Entry = z.object({
  id: z.string(),
  seq: z.number(),
  touched: z.number(),
  kind: z.enum(ENTRY_KINDS),
  body: z.string(),
  data: EntryData,
  milestone: z.enum(MILESTONES).nullable(),
  /** True where a person pinned the milestone; a status entry sets its own without it. */
  pinned: z.boolean(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  precision: z.enum(PRECISIONS),
  author: Person,
  starred: z.boolean(),
  knownLater: z.boolean(),
  sourceUrl: z.string().nullable(),
  attachments: z.array(AttachmentDto),
  version: z.number(),
  editedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  redactedAt: z.string().nullable(),
});
export type Entry = z.infer<typeof Entry>;

export const EntryPage = z.object({ items: z.array(Entry), nextCursor: z.string().nullable() });
export type EntryPage = z.infer<typeof EntryPage>;

export const EntryRevision = z.object({
  version: z.number(),
  body: z.string(),
  data: EntryData,
  milestone: z.enum(MILESTONES).nullable(),
  occurredAt: z.string(),
  knownLater: z.boolean(),
  sourceUrl: z.string().nullable(),
  editedBy: Person,
  editedAt: z.string(),
});
export type EntryRevision = z.infer<typeof EntryRevision>;

/** Purge this text from the entry, its history, search and caches; without `text`, the whole entry. */
export const RedactEntry = z.strictObject({ text: z.string().min(1).max(100_000).optional() });
export type RedactEntry = z.infer<typeof RedactEntry>;
