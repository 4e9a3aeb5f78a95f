import { useQuery, useQueryClient } from "@tanstack/react-query";
import { heldQuery } from "../../lib/held/client";
import type { HeldQuestion } from "../../lib/held/schema";
import { incidentQuery } from "../../lib/incidents/client";
import { useLive } from "../../lib/live/client";

/** What is asked here, kept live: it is asked a moment after the incident is over. */
export function useHeld(incidentRef: string): { questions: HeldQuestion[]; mayAnswer: boolean; open: number } {
  const cache = useQueryClient();
  const questions = useQuery(heldQuery(incidentRef)).data?.items ?? [];
  const mayAnswer = useQuery(incidentQuery(incidentRef)).data?.can.includes("action.held") ?? false;
  useLive(incidentRef, null, (message) => {
    if (message.type === "action.asked" || message.type === "action.held") void cache.invalidateQueries({ queryKey: heldQuery(incidentRef).queryKey });
  });
  return { questions, mayAnswer, open: questions.filter(({ answer }) => answer === null).length };
}
