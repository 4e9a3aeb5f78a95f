"use client";

import { useQueries } from "@tanstack/react-query";
import { calledBy, type DeclareDraft } from "../../lib/declare/rules";
import { teamQuery } from "../../lib/teams/client";
import { useDeclareFacts } from "./declare-context";

/** Ids of the teams on the call in which nobody else is: calling them would reach no one, and must not stand in the way. */
export function useLoneTeams(draft: DeclareDraft): ReadonlySet<string> {
  const { me } = useDeclareFacts();
  const answers = useQueries({ queries: calledBy(draft).teams.map((team) => ({ ...teamQuery(team.id), staleTime: 60_000, retry: false })) });
  return new Set(answers.flatMap(({ data }) => (data && !data.members.some(({ person }) => person.id !== me.id) ? [data.id] : [])));
}
