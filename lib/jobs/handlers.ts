import { callMail, callWebhook } from "../calls/jobs";
import { inboxMail, updateDue } from "../inbox/jobs";
import { tagRenamed } from "../tags/jobs";
import { housekeeping } from "./housekeeping";
import type { Handlers } from "./worker";

/** Every job has its handler: a name without one does not compile. */
export const handlers: Handlers = {
  "call.mail": callMail,
  "call.webhook": callWebhook,
  "inbox.mail": inboxMail,
  "update.due": updateDue,
  "tag.renamed": tagRenamed,
  housekeeping,
};
