import type { RefDto } from "@/lib/scalars";
import type { Choice } from "../ui/combobox";

/** What the pickers of people, teams and services share. */
export interface ChoiceField {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-label"?: string;
  placeholder?: string;
}

export const PICKER_LIMIT = 20;
/** Names change seldom: what was read in the last minute need not be asked again. */
export const PICKER_STALE = 60_000;

export const toChoices = (refs: readonly RefDto[]): Choice[] => refs.map(({ id, name }) => ({ id, label: name }));
