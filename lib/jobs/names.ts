import { z } from "zod";
import { Id } from "../scalars";

/** What runs later. Payloads hold ids and times, never text: a redaction must be whole. */
export const JOBS = {
  "call.mail": z.strictObject({ callId: Id, personId: Id }),
  "call.webhook": z.strictObject({ callId: Id }),
  /** A mention, a role given, an update due. */
  "inbox.mail": z.strictObject({ inboxItemId: Id }),
  "update.due": z.strictObject({ incidentId: Id, at: z.iso.datetime() }),
  /** An incident is over: did what was done before hold? Asked in the name of who resolved it. */
  "held.ask": z.strictObject({ incidentId: Id, personId: Id }),
  /** Once a day: who is asked how their action items go; then each of them by themselves. */
  "actions.due": z.strictObject({}),
  "actions.remind": z.strictObject({ personId: Id, actionItemIds: z.array(Id).max(100) }),
  "actions.mail": z.strictObject({ personId: Id, actionItemIds: z.array(Id).max(100) }),
  /** One who was asked to read a draft, at that moment, has had some days. */
  "review.remind": z.strictObject({ postmortemId: Id, personId: Id, askedAt: z.iso.datetime() }),
  "tag.renamed": z.strictObject({ tagId: Id }),
  housekeeping: z.strictObject({}),
} as const;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export type JobData<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;

/** How a job is tried: again after 5, 10, 20 … seconds, seven times, some twenty minutes in all. It may wait for its time for a year. */
export const TRIES = { retryLimit: 7, retryDelay: 5, retryBackoff: true, expireInSeconds: 90, retentionMinutes: 60 * 24 * 400 };
