import { z } from "zod";
import { ShortText } from "../scalars";
import { CAUGHT, NETS } from "./words";

const answer = z.boolean().nullable();

/** What is left out keeps what was answered before. `brokeThereFirst` is asked of staging alone. */
export const AnswerNet = z.strictObject({
  wouldHaveCaught: z.enum(CAUGHT).nullable().optional(),
  existed: answer.optional(),
  ran: answer.optional(),
  gated: answer.optional(),
  brokeThereFirst: answer.optional(),
  note: ShortText.optional(),
});
export type AnswerNet = z.infer<typeof AnswerNet>;

/** One that nobody has answered yet is all null, with version 0. */
export const SafetyNet = z.object({
  net: z.enum(NETS),
  wouldHaveCaught: z.enum(CAUGHT).nullable(),
  existed: answer,
  ran: answer,
  gated: answer,
  brokeThereFirst: answer,
  note: z.string(),
  version: z.number(),
});
export type SafetyNet = z.infer<typeof SafetyNet>;
export const SafetyNetList = z.object({ items: z.array(SafetyNet), nextCursor: z.null() });
export type SafetyNetList = z.infer<typeof SafetyNetList>;
