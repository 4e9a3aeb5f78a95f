import type { CheckLine } from "../../lib/checklist/rules";
import type { Person } from "../../lib/people/schema";
import type { OnGo } from "./checklist";

/** What every sheet at the side is given. */
export interface SheetProps {
  incidentRef: string;
  me: Person;
  lines: readonly CheckLine[] | null;
  onGo: OnGo;
  onClose(): void;
}
