"use client";

import { useCallback, useSyncExternalStore } from "react";
import { offset } from "../../lib/dates";
import type { FieldControl } from "../forms/field";
import { type Choice, Combobox } from "../ui/combobox";

const readable = (zone: string) => zone.replaceAll("_", " ");
const never = () => () => {};

/** A time zone by typing a city; left empty, times follow the browser. */
export function ZoneField({ value, onChange, control }: { value: string | null; onChange: (zone: string | null) => void; control: FieldControl }) {
  const browsers = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  const choices = useCallback(async (query: string): Promise<Choice[]> => {
    const word = query.trim().toLowerCase();
    const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
    return zones
      .filter((zone) => readable(zone).toLowerCase().includes(word))
      .slice(0, 50)
      .map((zone) => ({ id: zone, label: readable(zone), hint: offset(Date.now(), zone) }));
  }, []);
  return (
    <Combobox
      {...control}
      single
      choices={choices}
      value={value ? [{ id: value, label: readable(value) }] : []}
      onChange={([chosen]) => onChange(chosen?.id ?? null)}
      placeholder={browsers ? `As this browser: ${readable(browsers)}` : "As the browser"}
      nothing="No such zone"
    />
  );
}
