export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Light or dark where one chose it. Without the cookie the system's preference holds. */
export const THEME_COOKIE = "candor_theme";
export const isTheme = (text: string | undefined): text is Theme => text === "light" || text === "dark";
