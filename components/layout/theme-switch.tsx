"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { isTheme, THEME_COOKIE, THEMES, type Theme } from "./theme";

type Choice = Theme | "system";
const WORDS: Record<Choice, string> = { system: "System", light: "Light", dark: "Dark" };

function choose(choice: Choice) {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${THEME_COOKIE}=${choice}; Path=/; Max-Age=${choice === "system" ? 0 : 31_536_000}; SameSite=Lax`;
}

/** Light, dark, or as the system says; kept in a cookie, so that the server draws the right one at once. */
export function ThemeSwitch() {
  const [chosen, setChosen] = useState<Choice>("system");
  useEffect(() => {
    const theme = document.documentElement.dataset.theme;
    setChosen(isTheme(theme) ? theme : "system");
  }, []);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Theme</legend>
      <div className="flex gap-1 rounded-md bg-sunken p-0.5">
        {(["system", ...THEMES] as const).map((choice) => (
          <label
            key={choice}
            className={clsx(
              "relative flex-1 rounded-sm px-2 py-1 text-center text-13 has-focus-visible:outline-2 has-focus-visible:outline-focus",
              chosen === choice ? "bg-raised font-[550] text-ink shadow-[0_0_0_1px_var(--line)]" : "text-soft hover:text-ink",
            )}
          >
            <input
              type="radio"
              name="theme"
              className="absolute inset-0 opacity-0"
              checked={chosen === choice}
              onChange={() => {
                choose(choice);
                setChosen(choice);
              }}
            />
            {WORDS[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
