import { paths } from "../../lib/paths";
import { shortcutHelp } from "../layout/openers";
import type { PaletteHit } from "../layout/palette";
import { THEME_COOKIE, type Theme } from "../layout/theme";

function wear(theme: Theme | null) {
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${THEME_COOKIE}=${theme ?? ""}; Path=/; Max-Age=${theme ? 31_536_000 : 0}; SameSite=Lax`;
}

/** As the form of the person's menu does it, so that what is kept in this browser is forgotten first. */
function signOut() {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/sign-out";
  form.hidden = true;
  document.body.append(form);
  form.requestSubmit();
}

/** What the palette can do beside going somewhere. */
export const ACTIONS: readonly PaletteHit[] = [
  { id: "open incidents", label: "Open incidents", href: paths.incidents({ status: "triage,investigating,identified,mitigated" }) },
  { id: "drills", label: "Drills", href: paths.incidents({ mode: "drill" }) },
  { id: "keys", label: "Keys", run: () => shortcutHelp.open(), keys: "?" },
  { id: "theme light", label: "Theme: light", run: () => wear("light") },
  { id: "theme dark", label: "Theme: dark", run: () => wear("dark") },
  { id: "theme system", label: "Theme: as the system says", run: () => wear(null) },
  { id: "tokens", label: "Your tokens", href: paths.settingsTokens() },
  { id: "sessions", label: "Your sessions", href: paths.settingsSessions() },
  { id: "api", label: "The API, to read", href: paths.apiDocs() },
  { id: "sign out", label: "Sign out", run: signOut },
];
