import { z } from "zod";
import { Limit, RefDto } from "../scalars";
import { IncidentRow } from "../incidents/schema";

export const SearchQuery = z.strictObject({ q: z.string().trim().min(1, "Say what to look for").max(300), limit: Limit.optional() });
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Grouped by kind. An entry's hit leads to the very entry; marked words stand between U+E000 and U+E001. */
export const SearchHits = z.object({
  incidents: z.array(IncidentRow),
  entries: z.array(z.object({ entryId: z.string(), incidentRef: z.string(), incidentTitle: z.string(), at: z.string(), text: z.string() })),
  /** Of post-mortems: what is published leads to the reading page, the rest to the draft. */
  sections: z.array(
    z.object({ incidentRef: z.string(), incidentTitle: z.string(), heading: z.string(), anchor: z.string(), published: z.boolean(), text: z.string() }),
  ),
  services: z.array(RefDto),
  people: z.array(RefDto),
  teams: z.array(RefDto),
});
export type SearchHits = z.infer<typeof SearchHits>;
