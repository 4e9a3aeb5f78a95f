import type { Change, RecordChange, UpdateChange } from "../../lib/changes/schema";
import type { ChangeKind } from "../../lib/changes/words";
import type { Environment } from "../../lib/incidents/words";
import { toChoices } from "../directory/choices";
import type { Choice } from "../ui/combobox";

/** A change as its form holds it. The fields have the API's names, so that a refusal finds its place. */
export interface ChangeValues {
  kind: ChangeKind;
  summary: string;
  serviceId: Choice[];
  environment: Environment;
  occurredAt: string | null;
  before: string;
  after: string;
  actor: string;
  url: string;
  diff: string;
}
export const CHANGE_FIELDS = ["kind", "summary", "serviceId", "environment", "occurredAt", "before", "after", "actor", "url", "diff"] as const;

export const valuesOf = (change: Change | null, services: Choice[] = []): ChangeValues => ({
  kind: change?.kind ?? "deploy",
  summary: change?.summary ?? "",
  serviceId: change ? toChoices(change.service ? [change.service] : []) : services.slice(0, 1),
  environment: change?.environment ?? "production",
  occurredAt: change?.occurredAt ?? null,
  before: change?.before ?? "",
  after: change?.after ?? "",
  actor: change?.actor ?? "",
  url: change?.url ?? "",
  diff: "",
});

const text = (value: string) => value.trim() || null;

export const inputOf = (values: ChangeValues): RecordChange => ({
  kind: values.kind,
  summary: values.summary.trim(),
  serviceId: values.serviceId[0]?.id ?? null,
  environment: values.environment,
  // Times go as they are typed; the API reads them.
  ...(values.occurredAt ? { occurredAt: values.occurredAt as unknown as Date } : {}),
  before: text(values.before),
  after: text(values.after),
  actor: text(values.actor),
  url: text(values.url),
});

/** Only what was altered: what someone else corrected meanwhile is not written back. */
export function editsOf(values: ChangeValues, before: Change): UpdateChange {
  const [now, then] = [inputOf(values), inputOf(valuesOf(before))];
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== then[name as keyof RecordChange]));
}
