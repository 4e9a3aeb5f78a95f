import { z } from "zod";
import { NETS } from "../nets/words";
import { Person } from "../people/schema";
import { Flag, FutureInstant, Id, Line, Link, Markdown, PageQuery, RefDto, ShortText, listOf } from "../scalars";
import { ACTION_STATUSES, ACTION_TYPES, HELD_ANSWERS, PRIORITIES } from "./words";

/** A day, without a time and a zone: 2026-12-24. */
export const Day = z.iso.date("A day as 2026-12-24").refine((day) => day >= "2000-01-01" && day < "2100-01-01", "From 2000 to 2099");

const fields = {
  description: Markdown.optional(),
  type: z.enum(ACTION_TYPES).nullable().optional(),
  priority: z.enum(PRIORITIES).nullable().optional(),
  ownerId: Id.nullable().optional(),
  teamId: Id.nullable().optional(),
  dueOn: Day.nullable().optional(),
  finishTest: ShortText.optional(),
  trackerUrl: Link.nullable().optional(),
};
const letIn = { letIn: z.boolean().optional() };

export const AddActionItem = z.strictObject({
  title: Line,
  ...fields,
  /** What it is made from. */
  factorId: Id.nullable().optional(),
  net: z.enum(NETS).nullable().optional(),
  entryId: Id.nullable().optional(),
  ...letIn,
});
export type AddActionItem = z.infer<typeof AddActionItem>;

const moved = { status: z.enum(ACTION_STATUSES).optional(), reason: ShortText.optional(), evidenceUrl: Link.nullable().optional() };

export const UpdateActionItem = z.strictObject({ title: Line.optional(), ...fields, ...moved, ...letIn });
export type UpdateActionItem = z.infer<typeof UpdateActionItem>;

/** Several at once: all of them or none. */
export const UpdateActionItems = z.strictObject({
  ids: z.array(Id).min(1).max(100),
  set: z.strictObject({
    ownerId: fields.ownerId,
    teamId: fields.teamId,
    dueOn: fields.dueOn,
    type: fields.type,
    priority: fields.priority,
    ...moved,
    ...letIn,
  }),
});
export type UpdateActionItems = z.infer<typeof UpdateActionItems>;

/** `until: null` wakes it again. */
export const SnoozeActionItem = z.strictObject({ until: FutureInstant.nullable(), why: ShortText.default("") });
export type SnoozeActionItem = z.infer<typeof SnoozeActionItem>;

const Owner = z.union([z.literal("me"), Id]);
/** `team`: what the team or one of its members owns. `overdue`: due before today, and open. */
export const ListActionItems = z.strictObject({
  q: z.string().trim().max(300).optional(),
  owner: Owner.optional(),
  team: z.union([z.literal("mine"), Id]).optional(),
  service: Id.optional(),
  status: listOf(ACTION_STATUSES).optional(),
  type: listOf(ACTION_TYPES).optional(),
  overdue: Flag.optional(),
  ...PageQuery,
});
export type ListActionItems = z.infer<typeof ListActionItems>;

export const Held = z.object({ incidentRef: z.string(), answer: z.enum(HELD_ANSWERS).nullable(), note: z.string(), at: z.string() });
export type Held = z.infer<typeof Held>;

export const ActionItem = z.object({
  id: z.string(),
  ref: z.string(),
  incidentRef: z.string(),
  incidentTitle: z.string(),
  title: z.string(),
  description: z.string(),
  type: z.enum(ACTION_TYPES).nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  status: z.enum(ACTION_STATUSES),
  reason: z.string(),
  owner: Person.nullable(),
  /** Its owner has left: it waits for another. */
  ownerLeft: z.boolean(),
  team: RefDto.nullable(),
  dueOn: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  snoozeWhy: z.string(),
  finishTest: z.string(),
  trackerUrl: z.string().nullable(),
  evidenceUrl: z.string().nullable(),
  factorId: z.string().nullable(),
  net: z.enum(NETS).nullable(),
  entryId: z.string().nullable(),
  doneAt: z.string().nullable(),
  createdAt: z.string(),
  /** Asked (answer null) and answered: of the incidents that the reader may see. Empty on the live socket, where it is asked for apart. */
  held: z.array(Held),
  version: z.number(),
});
export type ActionItem = z.infer<typeof ActionItem>;
export const ActionItemList = z.object({ items: z.array(ActionItem), nextCursor: z.null() });
export type ActionItemList = z.infer<typeof ActionItemList>;
export const ActionItemPage = z.strictObject({ items: z.array(ActionItem), nextCursor: z.string().nullable() });
export type ActionItemPage = z.infer<typeof ActionItemPage>;
