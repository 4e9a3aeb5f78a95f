import type { QueryClient } from "@tanstack/react-query";
import type { ChosenService } from "../../lib/declare/rules";
import { SERVICES_KEY } from "../../lib/services/client";
import type { ServicePage } from "../../lib/services/schema";
import type { Choice } from "../ui/combobox";

/** The chosen services with the teams that own them: the picker has just read them all. */
export function withTeams(cache: QueryClient, choices: readonly Choice[], before: readonly ChosenService[]): ChosenService[] {
  const read = cache.getQueriesData<ServicePage>({ queryKey: [...SERVICES_KEY, "list"] }).flatMap(([, page]) => page?.items ?? []);
  return choices.map(({ id, label }) => before.find((one) => one.id === id) ?? { id, name: label, team: read.find((one) => one.id === id)?.team ?? null });
}
