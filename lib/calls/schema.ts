import { z } from "zod";
import { Person } from "../people/schema";
import { Id, ShortText } from "../scalars";
import { CALL_ANSWERS, CALL_CHANNELS, DELIVERIES } from "./words";

export const CallForHelp = z
  .strictObject({
    teamIds: z.array(Id).max(20).optional(),
    personIds: z.array(Id).max(50).optional(),
    message: ShortText.optional(),
    letIn: z.boolean().optional(),
  })
  .refine((call) => (call.teamIds?.length ?? 0) + (call.personIds?.length ?? 0) > 0, {
    message: "Name a team or a person",
    path: ["personIds"],
  });
export type CallForHelp = z.infer<typeof CallForHelp>;

export const AnswerCall = z.strictObject({ answer: z.enum(CALL_ANSWERS) });
export type AnswerCall = z.infer<typeof AnswerCall>;

export const CalledPerson = z.object({
  person: Person,
  channel: z.enum(CALL_CHANNELS),
  toldAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  answer: z.enum(CALL_ANSWERS).nullable(),
  answeredAt: z.string().nullable(),
  /** What became of the mail; null while it is tried, and where none is sent. */
  mail: z.enum(DELIVERIES).nullable(),
});
export type CalledPerson = z.infer<typeof CalledPerson>;

export const Call = z.object({
  id: z.string(),
  message: z.string(),
  at: z.string(),
  calledBy: Person,
  people: z.array(CalledPerson),
  /** What became of the outgoing webhook; null while it is tried, and where none is set up. */
  webhook: z.enum(DELIVERIES).nullable(),
});
export type Call = z.infer<typeof Call>;

/** `reach`: the channels beyond the app that are set up; when empty, nobody will be woken. */
export const CallList = z.object({ items: z.array(Call), nextCursor: z.null(), reach: z.array(z.enum(["mail", "webhook"])) });
export type CallList = z.infer<typeof CallList>;
