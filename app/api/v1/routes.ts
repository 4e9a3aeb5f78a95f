import type { Resource } from "@/lib/http/route";
import { resource as actionItems } from "./action-items/route";
import { resource as actionItemsById } from "./action-items/[id]/route";
import { resource as actionItemsHeld } from "./action-items/[id]/held/route";
import { resource as actionItemsSnooze } from "./action-items/[id]/snooze/route";
import { resource as audit } from "./audit/route";
import { resource as callsAnswer } from "./calls/[id]/answer/route";
import { resource as factorTags } from "./factor-tags/route";
import { resource as factorTagsById } from "./factor-tags/[id]/route";
import { resource as changes } from "./changes/route";
import { resource as changesById } from "./changes/[id]/route";
import { resource as changesDiff } from "./changes/[id]/diff/route";
import { resource as inbox } from "./inbox/route";
import { resource as inboxDone } from "./inbox/[id]/done/route";
import { resource as incidents } from "./incidents/route";
import { resource as incidentsByRef } from "./incidents/[ref]/route";
import { resource as incidentsActionItems } from "./incidents/[ref]/action-items/route";
import { resource as incidentsAttachments } from "./incidents/[ref]/attachments/route";
import { resource as incidentsAttachmentsById } from "./incidents/[ref]/attachments/[id]/route";
import { resource as incidentsCalls } from "./incidents/[ref]/calls/route";
import { resource as incidentsFactors } from "./incidents/[ref]/factors/route";
import { resource as incidentsFactorsById } from "./incidents/[ref]/factors/[id]/route";
import { resource as incidentsFactorsSuggested } from "./incidents/[ref]/factors/suggested/route";
import { resource as incidentsChanges } from "./incidents/[ref]/changes/route";
import { resource as incidentsChangesById } from "./incidents/[ref]/changes/[id]/route";
import { resource as incidentsChangesDiff } from "./incidents/[ref]/changes/[id]/diff/route";
import { resource as incidentsChangesOffered } from "./incidents/[ref]/changes/offered/route";
import { resource as incidentsHeld } from "./incidents/[ref]/held/route";
import { resource as incidentsKeptHints } from "./incidents/[ref]/kept-hints/route";
import { resource as incidentsKeptHintsById } from "./incidents/[ref]/kept-hints/[id]/route";
import { resource as incidentsMerge } from "./incidents/[ref]/merge/route";
import { resource as incidentsNextUpdate } from "./incidents/[ref]/next-update/route";
import { resource as incidentsPostmortem } from "./incidents/[ref]/postmortem/route";
import { resource as incidentsPostmortemCompare } from "./incidents/[ref]/postmortem/compare/route";
import { resource as incidentsPostmortemExport } from "./incidents/[ref]/postmortem/export/route";
import { resource as incidentsPostmortemVersions } from "./incidents/[ref]/postmortem/versions/route";
import { resource as incidentsPostmortemVersionsByN } from "./incidents/[ref]/postmortem/versions/[n]/route";
import { resource as incidentsPostmortemApprove } from "./incidents/[ref]/postmortem/approve/route";
import { resource as incidentsPostmortemNotRequired } from "./incidents/[ref]/postmortem/not-required/route";
import { resource as incidentsPostmortemPublish } from "./incidents/[ref]/postmortem/publish/route";
import { resource as incidentsPostmortemRedact } from "./incidents/[ref]/postmortem/redact/route";
import { resource as incidentsPostmortemRequestChanges } from "./incidents/[ref]/postmortem/request-changes/route";
import { resource as incidentsPostmortemRequestReview } from "./incidents/[ref]/postmortem/request-review/route";
import { resource as incidentsPostmortemWithdraw } from "./incidents/[ref]/postmortem/withdraw/route";
import { resource as incidentsPostmortemRestore } from "./incidents/[ref]/postmortem/versions/[n]/restore/route";
import { resource as incidentsRoles } from "./incidents/[ref]/roles/route";
import { resource as incidentsRolesById } from "./incidents/[ref]/roles/[id]/route";
import { resource as incidentsSafetyNets } from "./incidents/[ref]/safety-nets/route";
import { resource as incidentsSafetyNetsByNet } from "./incidents/[ref]/safety-nets/[net]/route";
import { resource as incidentsSeen } from "./incidents/[ref]/seen/route";
import { resource as incidentsSeverity } from "./incidents/[ref]/severity/route";
import { resource as incidentsStatus } from "./incidents/[ref]/status/route";
import { resource as incidentsStillExposed } from "./incidents/[ref]/still-exposed/route";
import { resource as incidentsTimeline } from "./incidents/[ref]/timeline/route";
import { resource as incidentsTimelineById } from "./incidents/[ref]/timeline/[id]/route";
import { resource as incidentsTimelineHistory } from "./incidents/[ref]/timeline/[id]/history/route";
import { resource as incidentsTimelineRedact } from "./incidents/[ref]/timeline/[id]/redact/route";
import { resource as incidentsTimelineBatch } from "./incidents/[ref]/timeline/batch/route";
import { resource as incidentsFacets } from "./incidents/facets/route";
import { resource as incidentsOpenLike } from "./incidents/open-like/route";
import { resource as invitations } from "./invitations/route";
import { resource as invitationsById } from "./invitations/[id]/route";
import { resource as invitationsAccept } from "./invitations/accept/route";
import { resource as language } from "./language/route";
import { resource as languageCheck } from "./language/check/route";
import { resource as languagePreview } from "./language/preview/route";
import { resource as me } from "./me/route";
import { resource as passwordReset } from "./password-reset/route";
import { resource as passwordResetConfirm } from "./password-reset/confirm/route";
import { resource as people } from "./people/route";
import { resource as peopleById } from "./people/[id]/route";
import { resource as postmortems } from "./postmortems/route";
import { resource as search } from "./search/route";
import { resource as services } from "./services/route";
import { resource as servicesById } from "./services/[id]/route";
import { resource as sessions } from "./sessions/route";
import { resource as sessionsById } from "./sessions/[id]/route";
import { resource as teams } from "./teams/route";
import { resource as teamsById } from "./teams/[id]/route";
import { resource as tokens } from "./tokens/route";
import { resource as tokensById } from "./tokens/[id]/route";

/** Every address of the API but the document of it; a test holds this list complete. */
export const resources: readonly Resource[] = [
  actionItems,
  actionItemsById,
  actionItemsHeld,
  actionItemsSnooze,
  audit,
  callsAnswer,
  factorTags,
  factorTagsById,
  changes,
  changesById,
  changesDiff,
  inbox,
  inboxDone,
  incidents,
  incidentsByRef,
  incidentsActionItems,
  incidentsAttachments,
  incidentsAttachmentsById,
  incidentsCalls,
  incidentsFactors,
  incidentsFactorsById,
  incidentsFactorsSuggested,
  incidentsChanges,
  incidentsChangesById,
  incidentsChangesDiff,
  incidentsChangesOffered,
  incidentsHeld,
  incidentsKeptHints,
  incidentsKeptHintsById,
  incidentsMerge,
  incidentsNextUpdate,
  incidentsPostmortem,
  incidentsPostmortemCompare,
  incidentsPostmortemExport,
  incidentsPostmortemVersions,
  incidentsPostmortemVersionsByN,
  incidentsPostmortemApprove,
  incidentsPostmortemNotRequired,
  incidentsPostmortemPublish,
  incidentsPostmortemRedact,
  incidentsPostmortemRequestChanges,
  incidentsPostmortemRequestReview,
  incidentsPostmortemWithdraw,
  incidentsPostmortemRestore,
  incidentsRoles,
  incidentsRolesById,
  incidentsSafetyNets,
  incidentsSafetyNetsByNet,
  incidentsSeen,
  incidentsSeverity,
  incidentsStatus,
  incidentsStillExposed,
  incidentsTimeline,
  incidentsTimelineById,
  incidentsTimelineHistory,
  incidentsTimelineRedact,
  incidentsTimelineBatch,
  incidentsFacets,
  incidentsOpenLike,
  invitations,
  invitationsById,
  invitationsAccept,
  language,
  languageCheck,
  languagePreview,
  me,
  passwordReset,
  passwordResetConfirm,
  people,
  peopleById,
  postmortems,
  search,
  services,
  servicesById,
  sessions,
  sessionsById,
  teams,
  teamsById,
  tokens,
  tokensById,
];
