import { paths } from "../../lib/paths";
import { declareSheet } from "./openers";
import type { PaletteHit } from "./palette";

/** The places of the app, and the one verb that may be wanted in a hurry. */
export const DESTINATIONS: readonly PaletteHit[] = [
  { id: "declare", label: "Declare an incident", run: () => declareSheet.open(), keys: "d" },
  { id: "home", label: "Home", href: paths.home(), keys: "g h" },
  { id: "incidents", label: "Incidents", href: paths.incidents(), keys: "g i" },
  { id: "postmortems", label: "Post-mortems", href: paths.postmortems(), keys: "g p" },
  { id: "services", label: "Services", href: paths.services(), keys: "g s" },
  { id: "people", label: "People", href: paths.people(), keys: "g e" },
  { id: "teams", label: "Teams", href: paths.teams(), keys: "g t" },
  { id: "inbox", label: "Inbox", href: paths.inbox(), keys: "g n" },
  { id: "language", label: "Language hints", href: paths.language() },
  { id: "settings", label: "Settings", href: paths.settings(), keys: "g ," },
];
