import type { CreateService, Service, UpdateService } from "@/lib/services/schema";
import { toChoices } from "../directory/choices";
import type { Choice } from "../ui/combobox";

/** A service as its form holds it. The fields have the API's names, so that a refusal finds its place. */
export interface ServiceValues {
  name: string;
  description: string;
  tier: string;
  teamId: Choice[];
  runbookUrl: string;
  repositoryUrl: string;
  dependsOn: Choice[];
}

export const SERVICE_FIELDS = ["name", "description", "tier", "teamId", "runbookUrl", "repositoryUrl", "dependsOn"] as const;

export const SERVICE_LABELS: Record<keyof ServiceValues, string> = {
  name: "Name",
  description: "What it does",
  tier: "Tier",
  teamId: "Owner",
  runbookUrl: "Runbook",
  repositoryUrl: "Repository",
  dependsOn: "Depends on",
};

export const valuesOf = (service: Service | null): ServiceValues => ({
  name: service?.name ?? "",
  description: service?.description ?? "",
  tier: service?.tier ? String(service.tier) : "",
  teamId: service?.team ? toChoices([service.team]) : [],
  runbookUrl: service?.runbookUrl ?? "",
  repositoryUrl: service?.repositoryUrl ?? "",
  dependsOn: toChoices(service?.dependsOn ?? []),
});

const ids = (choices: readonly Choice[]) => choices.map((choice) => choice.id);

export const inputOf = (values: ServiceValues): CreateService => ({
  name: values.name,
  description: values.description,
  tier: values.tier ? Number(values.tier) : null,
  teamId: values.teamId[0]?.id ?? null,
  runbookUrl: values.runbookUrl.trim() || null,
  repositoryUrl: values.repositoryUrl.trim() || null,
  dependsOn: ids(values.dependsOn),
});

/** Only what was changed: what someone else changed meanwhile is not written back. */
export function changesOf(values: ServiceValues, before: Service): UpdateService {
  const [now, then] = [inputOf(values), inputOf(valuesOf(before))];
  const changed = SERVICE_FIELDS.filter((field) => [now[field]].flat().toSorted().join() !== [then[field]].flat().toSorted().join());
  return Object.fromEntries(changed.map((field) => [field, now[field]]));
}

/** How a field reads in a sentence. */
export function wordsOf(values: ServiceValues, field: keyof ServiceValues): string {
  const value = values[field];
  return typeof value === "string" ? value : value.map((choice) => choice.label).join(", ");
}
