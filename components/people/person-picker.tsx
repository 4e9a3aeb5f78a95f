"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { peopleQuery } from "@/lib/people/client";
import { type ChoiceField, PICKER_LIMIT, PICKER_STALE } from "../directory/choices";
import { type Choice, Combobox } from "../ui/combobox";
import { Avatar } from "./avatar";

interface Props extends ChoiceField {
  value: readonly Choice[];
  onChange: (value: Choice[]) => void;
  /** One person only; choosing another replaces them. */
  single?: boolean;
  /** Not offered: those who are there already. */
  without?: readonly string[];
}

/** Choose people by typing their names. */
export function PersonPicker({ value, onChange, without = [], placeholder = "A name", ...field }: Props) {
  const cache = useQueryClient();
  const left = without.join();
  const search = useCallback(
    async (q: string) => {
      const { items } = await cache.fetchQuery({ ...peopleQuery({ q: q.trim(), limit: PICKER_LIMIT }), staleTime: PICKER_STALE });
      return items
        .filter((person) => !left.includes(person.id))
        .map((person) => ({
          id: person.id,
          label: person.name,
          hint: person.teams.map((team) => team.name).join(", "),
          icon: <Avatar person={person} size="sm" />,
        }));
    },
    [cache, left],
  );
  return <Combobox {...field} placeholder={placeholder} nothing="Nobody by that name" choices={search} value={value} onChange={onChange} />;
}
