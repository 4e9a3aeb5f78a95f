import type { CheckLine } from "../../lib/checklist/rules";
import type { Person } from "../../lib/people/schema";

/** What every sheet at the side is given. */
export interface SheetProps {
  incidentRef: string;
  me: Person;
  lines: readonly CheckLine[] | null;
  onClose(): void;
}
