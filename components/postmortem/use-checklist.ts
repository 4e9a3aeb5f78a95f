import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { actionItemsQuery } from "../../lib/actions/client";
import { type CheckLine, checklistOf, type HintCount } from "../../lib/checklist/rules";
import type { Written } from "../../lib/documents/written";
import { factorsQuery } from "../../lib/factors/client";
import { incidentQuery } from "../../lib/incidents/client";
import { oldestQuery, timelineQuery } from "../../lib/timeline/client";

/** The checklist as the text and the incident's rows stand at this moment; null until all of it is known. */
export function useChecklist(incidentRef: string, written: Written | null, hints: HintCount | null): CheckLine[] | null {
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const factors = useQuery(factorsQuery(incidentRef)).data?.items;
  const timeline = useQuery(timelineQuery(incidentRef)).data;
  const isLong = timeline !== undefined && timeline.older !== null;
  const oldest = useQuery({ ...oldestQuery(incidentRef), enabled: isLong }).data;
  const actions = useQuery(actionItemsQuery(incidentRef)).data?.items;
  const newest = timeline?.items;
  return useMemo(() => {
    if (!incident || !written || !factors || !newest || !actions || (isLong && !oldest)) return null;
    return checklistOf({ incident, written, factors, entries: [...(isLong ? (oldest ?? []) : []), ...newest], actions, hints });
  }, [incident, written, factors, newest, oldest, isLong, actions, hints]);
}
