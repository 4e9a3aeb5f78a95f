import { z } from "zod";
import { Blocks } from "../blocks/schema";
import { DocJson } from "../documents/schema";
import { FACTOR_GROUPS } from "../factors/words";
import { IncidentRow } from "../incidents/schema";
import { Person } from "../people/schema";
import { Id, Line, Markdown, PageQuery, RefDto, ShortText } from "../scalars";
import { EXPORT_FORMATS, POSTMORTEM_STATUSES, REVIEW_STATES } from "./words";

/** Begins it: with the shipped template or, where a script brings one, with this text. */
export const StartPostmortem = z.strictObject({ markdown: Markdown.optional() });
export type StartPostmortem = z.infer<typeof StartPostmortem>;

export const RequestReview = z
  .strictObject({
    personIds: z.array(Id).max(50).optional(),
    teamIds: z.array(Id).max(20).optional(),
    note: ShortText.optional(),
    letIn: z.boolean().optional(),
  })
  .refine(({ personIds, teamIds }) => (personIds?.length ?? 0) + (teamIds?.length ?? 0) > 0, { message: "Name a person or a team", path: ["personIds"] });
export type RequestReview = z.infer<typeof RequestReview>;

/** Takes back what was asked of these people; without any, of everyone who has not answered. */
export const WithdrawReview = z.strictObject({
  personIds: z.array(Id).min(1, "Name somebody, or leave it out for everyone who has not answered").max(50).optional(),
});
export type WithdrawReview = z.infer<typeof WithdrawReview>;

export const ApproveReview = z.strictObject({ note: ShortText.optional() });
export type ApproveReview = z.infer<typeof ApproveReview>;

export const RequestChanges = z.strictObject({ note: ShortText.refine((text) => text !== "", "Say what should be otherwise") });
export type RequestChanges = z.infer<typeof RequestChanges>;

/** `zone`: the one in which its times are written for ever. `note`: what is said of this version beside the others. */
export const PublishPostmortem = z.strictObject({
  title: Line.optional(),
  zone: z
    .string()
    .max(60)
    .refine((zone) => isZone(zone), "Not a time zone, as Europe/Berlin")
    .optional(),
  note: ShortText.optional(),
});
export type PublishPostmortem = z.infer<typeof PublishPostmortem>;

export const NotRequired = z.strictObject({ reason: ShortText.refine((text) => text !== "", "Say why none is required") });
export type NotRequired = z.infer<typeof NotRequired>;

/** Purges a text from the document, its log and every version. */
export const RedactPostmortem = z.strictObject({ text: z.string().min(3, "At least three characters").max(10_000) });
export type RedactPostmortem = z.infer<typeof RedactPostmortem>;

export const Review = z.object({
  person: Person,
  state: z.enum(REVIEW_STATES),
  note: z.string(),
  team: RefDto.nullable(),
  askedBy: Person.nullable(),
  at: z.string(),
});
export type Review = z.infer<typeof Review>;

/** What is told live of it: everything but the text. */
export const PostmortemState = z.object({
  id: z.string(),
  incidentRef: z.string(),
  status: z.enum(POSTMORTEM_STATUSES),
  reason: z.string(),
  authors: z.array(Person),
  reviews: z.array(Review),
  publishedVersion: z.number().nullable(),
  publishedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
});
export type PostmortemState = z.infer<typeof PostmortemState>;

/** The draft as it stands. `markdown` names its live blocks in comments that a POST reads back; the export has their rows. `words` counts what people wrote. */
export const Postmortem = PostmortemState.extend({ markdown: z.string(), json: DocJson, words: z.number() });
export type Postmortem = z.infer<typeof Postmortem>;

export const VersionRow = z.object({
  n: z.number(),
  title: z.string(),
  publishedAt: z.string(),
  publishedBy: Person,
  authors: z.array(Person),
  reviewers: z.array(z.object({ person: Person, state: z.enum(REVIEW_STATES), at: z.string() })),
  words: z.number(),
  note: z.string(),
  zone: z.string(),
});
export type VersionRow = z.infer<typeof VersionRow>;
export const VersionList = z.object({ items: z.array(VersionRow), nextCursor: z.null() });
export type VersionList = z.infer<typeof VersionList>;

export const PostmortemVersion = VersionRow.extend({ incidentRef: z.string(), markdown: z.string(), json: DocJson, blocks: Blocks });
export type PostmortemVersion = z.infer<typeof PostmortemVersion>;

export const ExportQuery = z.strictObject({ format: z.enum(EXPORT_FORMATS).optional(), version: VersionNumber().optional() });
export type ExportQuery = z.infer<typeof ExportQuery>;

/** Without `to`: the draft as it stands. */
export const CompareQuery = z.strictObject({ from: VersionNumber(), to: VersionNumber().optional() });
export type CompareQuery = z.infer<typeof CompareQuery>;

/** The library: what was published, the newest first. `tag` and `group` are those of its incident's factors. */
export const ListPostmortems = z.strictObject({
  ...PageQuery,
  q: z.string().trim().max(300).optional(),
  service: Id.optional(),
  tag: z.string().trim().min(1).max(200).optional(),
  group: z.enum(FACTOR_GROUPS).optional(),
});
export type ListPostmortems = z.infer<typeof ListPostmortems>;

/** One of the library: its incident, the newest version's title, who wrote, the beginning of its summary or, where one searches, the words that were found. */
export const PostmortemRow = z.object({
  incident: IncidentRow,
  title: z.string(),
  version: z.number(),
  publishedAt: z.string(),
  authors: z.array(Person),
  words: z.number(),
  excerpt: z.string(),
  /** The section that `excerpt` is from. */
  heading: z.string(),
  anchor: z.string(),
});
export type PostmortemRow = z.infer<typeof PostmortemRow>;
export const PostmortemPage = z.object({ items: z.array(PostmortemRow), nextCursor: z.string().nullable() });
export type PostmortemPage = z.infer<typeof PostmortemPage>;

/** How many of what was found there are by service, by group and by tag; of the newest 10 000. */
export const PostmortemFacets = z.object({
  total: z.number(),
  service: z.array(z.object({ value: z.string(), name: z.string(), count: z.number() })),
  group: z.array(z.object({ value: z.string(), name: z.string(), count: z.number() })),
  tag: z.array(z.object({ value: z.string(), name: z.string(), count: z.number() })),
});
export type PostmortemFacets = z.infer<typeof PostmortemFacets>;

function VersionNumber() {
  return z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "The number of a version")
    .transform(Number);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
