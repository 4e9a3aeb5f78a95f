import { z } from "zod";
import { HELD_ANSWERS } from "../actions/words";
import { IncidentRef, ShortText } from "../scalars";

export const AnswerHeld = z.strictObject({ incidentRef: IncidentRef, answer: z.enum(HELD_ANSWERS), note: ShortText.optional() });
export type AnswerHeld = z.infer<typeof AnswerHeld>;

/** "Did it hold?": what was done after an earlier incident, asked when a like one is over. `answer` is null until somebody says. */
export const HeldQuestion = z.object({
  actionItemId: z.string(),
  ref: z.string(),
  title: z.string(),
  finishTest: z.string(),
  /** The incident that it followed from. */
  incidentRef: z.string(),
  incidentTitle: z.string(),
  doneAt: z.string().nullable(),
  answer: z.enum(HELD_ANSWERS).nullable(),
  note: z.string(),
  at: z.string(),
});
export type HeldQuestion = z.infer<typeof HeldQuestion>;
export const HeldList = z.object({ items: z.array(HeldQuestion), nextCursor: z.null() });
export type HeldList = z.infer<typeof HeldList>;
