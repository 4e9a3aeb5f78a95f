"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { calledBy, type DeclareDraft } from "../../lib/declare/rules";
import { teamQuery } from "../../lib/teams/client";
import type { Team } from "../../lib/teams/schema";
import { useDeclareFacts } from "./declare-context";

const PATIENCE = 1500;
const asked = (id: string) => ({ ...teamQuery(id), staleTime: 60_000, retry: false });

/**
 * Teams on the call in which nobody else is: calling them would reach no one, and must not stand in the way of declaring.
 * `lone` is what is known now, `settle` waits a moment for what is not.
 */
export function useLoneTeams(draft: DeclareDraft) {
  const { me } = useDeclareFacts();
  const cache = useQueryClient();
  const isLone = (team: Team | null | undefined) => team != null && !team.members.some(({ person }) => person.id !== me.id);
  const answers = useQueries({ queries: calledBy(draft).teams.map((team) => asked(team.id)) });
  const settle = async (): Promise<ReadonlySet<string>> => {
    const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE));
    const teams = await Promise.all(calledBy(draft).teams.map((team) => Promise.race([cache.fetchQuery(asked(team.id)).catch(() => null), late])));
    return new Set(teams.flatMap((team) => (team && isLone(team) ? [team.id] : [])));
  };
  return { lone: new Set(answers.flatMap(({ data }) => (data && isLone(data) ? [data.id] : []))) as ReadonlySet<string>, settle };
}
