import localFont from "next/font/local";

/**
 * The two faces of the first paint are preloaded; the italics come when something is italic. Letters beyond Latin come from
 * the families of the same names that the layout imports, each script only when it is met.
 */
const sans = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-sans-latin",
  adjustFontFallback: false,
});

const serif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-serif-latin",
  adjustFontFallback: false,
});

const sansItalic = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-italic.woff2",
  weight: "400 700",
  style: "italic",
  variable: "--font-sans-italic",
  preload: false,
  adjustFontFallback: false,
});

const serifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  weight: "200 900",
  style: "italic",
  variable: "--font-serif-italic",
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = [sans, serif, sansItalic, serifItalic].map((font) => font.variable).join(" ");
