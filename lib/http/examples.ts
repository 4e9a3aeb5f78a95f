import type { z } from "zod";
import { AnswerCall, CallForHelp } from "../calls/schema";
import { AddIncidentChange, RecordChange, UpdateChange, UpdateIncidentChange } from "../changes/schema";
import { DeclareIncident, MergeIncident, SetNextUpdate, SetSeverity, SetStatus, TakeRole, UpdateIncident } from "../incidents/schema";
import { AddFactor, UpdateFactor } from "../factors/schema";
import { AnswerNet } from "../nets/schema";
import { AddFactorTag } from "../tags/schema";
import { Invite } from "../invitations/schema";
import { CheckLanguage, KeepHint, SetLanguage } from "../language/schema";
import { UpdatePerson } from "../people/schema";
import { NotRequired, PublishPostmortem, RedactPostmortem, RequestChanges, RequestReview } from "../postmortems/schema";
import { CreateService, UpdateService } from "../services/schema";
import { CreateTeam, UpdateTeam } from "../teams/schema";
import { AddTimelineBatch, AddTimelineEntry, RedactEntry, UpdateTimelineEntry } from "../timeline/schema";
import type { Json } from "./schemas";

/** Bodies as someone would send them. A test holds each of them valid; a schema without one here gets its required fields. */

const ID = "0190c9a2-6d1e-7b3a-9c58-2f4f3f6f7a10";
const OTHER_ID = "0190c9a2-7f00-7d44-8a11-90f3b1f5c2e4";

const BODIES = new Map<z.ZodType, unknown>([
  [DeclareIncident, { title: "Checkout answers 502 for one region", severity: "SEV2", serviceIds: [ID], callFor: { teamIds: [OTHER_ID] } }],
  [UpdateIncident, { summary: "A retry without a limit filled the connection pool.", startedAt: "2026-03-01T14:02:00Z" }],
  [SetStatus, { status: "mitigated", mitigation: "flag_off", secondsToOff: 40, message: "retry_v2 is off in eu-west" }],
  [SetSeverity, { severity: "SEV1" }],
  [SetNextUpdate, { inMinutes: 30 }],
  [MergeIncident, { into: "INC-41" }],
  [TakeRole, { role: "lead", personId: ID }],
  [AddTimelineEntry, { kind: "note", body: "Pool of 20 is full; every slot waits on a retry of the same call.", occurredAt: "2026-03-01T14:44:00Z" }],
  [AddTimelineBatch, { entries: [{ kind: "alert", body: "502 above 5 % in eu-west", occurredAt: "2026-03-01T14:06:00Z" }] }],
  [UpdateTimelineEntry, { starred: true }],
  [RedactEntry, { text: "a secret that was pasted" }],
  [CallForHelp, { teamIds: [ID], message: "Who knows the payment gateway's pool?" }],
  [AnswerCall, { answer: "on_it" }],
  [AddFactor, { tag: "missing timeout or retry limit", role: "triggered", why: "Each failed call was tried again at once.", combinesWith: [OTHER_ID] }],
  [UpdateFactor, { role: "worsened", order: 0 }],
  [AnswerNet, { wouldHaveCaught: "yes", existed: true, ran: false, gated: false, note: "The load test has no fourth region." }],
  [AddFactorTag, { group: "infrastructure", label: "connection pool" }],
  [
    RecordChange,
    {
      kind: "deploy",
      summary: "Deploy 812",
      serviceId: ID,
      before: "4f1c2ab",
      after: "9b1f2c3",
      actor: "the pipeline",
      url: "https://ci.example.org/runs/812",
      occurredAt: "2026-03-01T14:03:00Z",
    },
  ],
  [UpdateChange, { summary: "Deploy 812, eu-west only" }],
  [AddIncidentChange, { changeId: ID, verdict: "suspect", why: "It raised the retries a minute before impact." }],
  [UpdateIncidentChange, { verdict: "contributed", why: "Retries without a limit held every slot of the pool." }],
  [CreateService, { name: "Checkout", teamId: ID, tier: 1, description: "Takes the basket to a paid order", dependsOn: [OTHER_ID] }],
  [UpdateService, { runbookUrl: "https://runbooks.example.org/checkout" }],
  [CreateTeam, { name: "Payments", members: [{ personId: ID, role: "lead" }] }],
  [UpdateTeam, { description: "Money in, money back" }],
  [UpdatePerson, { zone: "Europe/Berlin" }],
  [RequestReview, { personIds: [ID], note: "Is the part about the pool true?" }],
  [RequestChanges, { note: "How did the first customer notice?" }],
  [PublishPostmortem, { title: "Checkout answered 502 for 48 minutes", zone: "Europe/Berlin" }],
  [NotRequired, { reason: "The drill went as planned, and its notes are in the room" }],
  [RedactPostmortem, { text: "a secret that was pasted" }],
  [CheckLanguage, { text: "The on-call engineer should have noticed the alert.", kind: "narrative" }],
  [
    SetLanguage,
    {
      off: [],
      vendors: ["Fernroute"],
      phrases: [
        {
          words: "fat fingered",
          class: "judgement",
          why: "It tells of a hand, and not of the form that took what it typed.",
          question: "What did the form make easy?",
        },
      ],
    },
  ],
  [KeepHint, { rule: "should-have", key: "0f3a5b7c9d1e2f" }],
  [Invite, { email: "ada@example.org", role: "member", teamIds: [ID] }],
]);

const BY_NAME: Record<string, unknown> = {
  email: "ada@example.org",
  name: "Ada Byron",
  password: "a long sentence of yours",
  token: "the-secret-part-of-the-link-that-you-were-sent",
  title: "Checkout answers 502 for one region",
};

export const bodyExample = (schema: z.ZodType, json: Json, resolve: (json: Json) => Json): unknown => BODIES.get(schema) ?? exampleOf(json, resolve);

/** A value that fits: of an object its required fields, of alternatives the first. */
export function exampleOf(schema: Json, resolve: (json: Json) => Json, name = "", depth = 0): unknown {
  const json = resolve(schema);
  if (json.example !== undefined) return json.example;
  if (json.const !== undefined) return json.const;
  if (Array.isArray(json.enum)) return json.enum[0];
  const alternatives = (json.anyOf ?? json.oneOf) as Json[] | undefined;
  if (alternatives) return exampleOf(alternatives[0]!, resolve, name, depth);
  const type = [json.type].flat()[0];
  if (type === "object") return depth > 5 ? {} : exampleObject(json, resolve, depth);
  if (type === "array") return depth > 5 ? [] : [exampleOf((json.items ?? {}) as Json, resolve, name, depth + 1)];
  if (type === "integer" || type === "number") return json.minimum ?? 1;
  if (type === "boolean") return true;
  if (type !== "string") return null;
  if (BY_NAME[name] !== undefined) return BY_NAME[name];
  if (json.format === "date-time") return "2026-03-01T14:02:00.000Z";
  if (json.format === "uuid" || /(?:^id|Id)$/.test(name)) return ID;
  if (json.format === "email") return BY_NAME.email;
  if (/ref$/i.test(name)) return "INC-42";
  if (/url$/i.test(name)) return "https://example.org/";
  return "…";
}

function exampleObject(json: Json, resolve: (json: Json) => Json, depth: number) {
  const properties = Object.entries((json.properties ?? {}) as Record<string, Json>);
  const required = (json.required ?? []) as string[];
  return Object.fromEntries(properties.filter(([name]) => required.includes(name)).map(([name, inner]) => [name, exampleOf(inner, resolve, name, depth + 1)]));
}
