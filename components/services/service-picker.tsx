"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { servicesQuery } from "@/lib/services/client";
import { type Choice, Combobox } from "../ui/combobox";
import { type ChoiceField, PICKER_LIMIT, PICKER_STALE } from "../directory/choices";

interface Props extends ChoiceField {
  value: readonly Choice[];
  onChange: (value: Choice[]) => void;
  single?: boolean;
  /** Not offered: the service whose dependencies are chosen. */
  without?: string;
}

/** Choose services by typing their names; each shows who owns it. */
export function ServicePicker({ value, onChange, without, placeholder = "A service", ...field }: Props) {
  const cache = useQueryClient();
  const search = useCallback(
    async (q: string) => {
      const { items } = await cache.fetchQuery({ ...servicesQuery({ q: q.trim(), limit: PICKER_LIMIT }), staleTime: PICKER_STALE });
      return items.filter((service) => service.id !== without).map((service) => ({ id: service.id, label: service.name, hint: service.team?.name }));
    },
    [cache, without],
  );
  return <Combobox {...field} placeholder={placeholder} nothing="No service by that name" choices={search} value={value} onChange={onChange} />;
}
