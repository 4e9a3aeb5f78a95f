import { callMail, callWebhook } from "../calls/jobs";
import { heldAsk } from "../held/jobs";
import { inboxMail, updateDue } from "../inbox/jobs";
import { actionsDue, actionsMail, actionsRemind } from "../reminders/jobs";
import { reviewRemind } from "../reviews/jobs";
import { tagRenamed } from "../tags/jobs";
import { housekeeping } from "./housekeeping";
import type { Handlers } from "./worker";

/** Every job has its handler: a name without one does not compile. */
export const handlers: Handlers = {
  "call.mail": callMail,
  "call.webhook": callWebhook,
  "inbox.mail": inboxMail,
  "update.due": updateDue,
  "held.ask": heldAsk,
  "actions.due": actionsDue,
  "actions.remind": actionsRemind,
  "actions.mail": actionsMail,
  "review.remind": reviewRemind,
  "tag.renamed": tagRenamed,
  housekeeping,
};
