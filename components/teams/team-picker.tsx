"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { teamsQuery } from "@/lib/teams/client";
import { type ChoiceField, PICKER_LIMIT, PICKER_STALE } from "../directory/choices";
import { type Choice, Combobox } from "../ui/combobox";

interface Props extends ChoiceField {
  value: readonly Choice[];
  onChange: (value: Choice[]) => void;
  single?: boolean;
}

/** Choose teams by typing their names; each shows who is in it. */
export function TeamPicker({ value, onChange, placeholder = "A team", ...field }: Props) {
  const cache = useQueryClient();
  const search = useCallback(
    async (q: string) => {
      const { items } = await cache.fetchQuery({ ...teamsQuery({ q: q.trim(), limit: PICKER_LIMIT }), staleTime: PICKER_STALE });
      return items.map((team) => ({ id: team.id, label: team.name, hint: team.members.map(({ person }) => person.name).join(", ") }));
    },
    [cache],
  );
  return <Combobox {...field} placeholder={placeholder} nothing="No team by that name" choices={search} value={value} onChange={onChange} />;
}
