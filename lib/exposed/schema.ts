import { z } from "zod";
import { Person } from "../people/schema";
import { RefDto } from "../scalars";

/**
 * What past incidents of the same services (in a room: or factor tags) left open: an action item, and the factor that it was made from;
 * or a factor alone, none of whose items is done.
 */
export const Exposed = z.object({
  actionItem: z
    .object({ id: z.string(), ref: z.string(), title: z.string(), owner: Person.nullable(), team: RefDto.nullable(), dueOn: z.string().nullable() })
    .optional(),
  factor: z.object({ id: z.string(), group: z.string(), tag: z.string(), why: z.string() }).optional(),
  incidentRef: z.string(),
  incidentTitle: z.string(),
  /** How long ago that incident was declared. */
  days: z.number(),
});
export type Exposed = z.infer<typeof Exposed>;

/** The newest risks first; `more`: how many stand behind them, counted up to 100. */
export const ExposedList = z.object({ items: z.array(Exposed), nextCursor: z.null(), more: z.number() });
export type ExposedList = z.infer<typeof ExposedList>;
