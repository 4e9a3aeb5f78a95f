import "@fontsource-variable/instrument-sans/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { isTheme, THEME_COOKIE } from "../components/layout/theme";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  title: { default: "Candor", template: "%s · Candor" },
  description: "Incidents, worked together and learned from without blame.",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#131921" },
  ],
};

/**
 * Reading the headers makes every page dynamic, which is what lets Next put the request's nonce on its own scripts.
 * The theme comes from a cookie, so that the first paint is right; without one the system's preference holds, by CSS alone.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <html lang="en" className={fontVariables} data-theme={isTheme(theme) ? theme : undefined}>
      <body>{children}</body>
    </html>
  );
}
