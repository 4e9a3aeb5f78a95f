import { z } from "zod";
import { Id } from "../scalars";

/** What runs later. Payloads hold ids and times, never text: a redaction must be whole. */
export const JOBS = {
  "call.mail": z.strictObject({ callId: Id, personId: Id }),
  "call.webhook": z.strictObject({ callId: Id }),
  /** A mention, a role given, an update due. */
  "inbox.mail": z.strictObject({ inboxItemId: Id }),
  "update.due": z.strictObject({ incidentId: Id, at: z.iso.datetime() }),
  "tag.renamed": z.strictObject({ tagId: Id }),
  housekeeping: z.strictObject({}),
} as const;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export type JobData<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;

/** How a job is tried: again after 5, 10, 20 … seconds, seven times, some twenty minutes in all. It may wait for its time for a year. */
export const TRIES = { retryLimit: 7, retryDelay: 5, retryBackoff: true, expireInSeconds: 90, retentionMinutes: 60 * 24 * 400 };
