import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every ink on every surface on which it is written: WCAG AA, 4.5:1 for text, 3:1 for the edges of controls and for marks. */

type Oklch = readonly [l: number, c: number, h: number];

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)(?: \/ [\d.]+)?\)`;
const tokens = new Map<string, readonly [light: Oklch, dark: Oklch]>();
for (const [, name, ...found] of css.matchAll(new RegExp(`--([a-z-]+): light-dark\\(${colour}, ${colour}\\)`, "g"))) {
  const n = found.map(Number) as [number, number, number, number, number, number];
  tokens.set(name as string, [
    [n[0] / 100, n[1], n[2]],
    [n[3] / 100, n[4], n[5]],
  ]);
}

/** Relative luminance of an OKLCH colour, clipped to sRGB as a screen does it. */
function luminance([l, c, h]: Oklch): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const SURFACES = ["surface", "surface-raised", "surface-sunken", "surface-hover"];
const WASHES = ["accent-wash", "danger-wash", "caution-wash", "calm-wash", "later-wash", "learned-wash"];
const cross = (inks: string[], grounds: string[]) => inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));

const HANDS = [..."abcdefgh"].map((letter) => `hand-${letter}`);

const TEXT = [
  ...cross(["ink", "ink-soft"], [...SURFACES, ...WASHES, "add", "del", "mark", "hint-wash"]),
  ...cross(["ink-faint"], SURFACES),
  ...cross(["accent", "accent-strong", "danger", "caution", "calm", "later", "learned"], SURFACES),
  ...WASHES.map((wash) => [wash.replace("-wash", ""), wash] as const),
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-strong"] as const,
  ["on-danger", "danger"] as const,
  ["on-danger", "danger-strong"] as const,
  ...cross(["ink"], ["add-word", "del-word"]),
  ...HANDS.map((hand) => ["on-hand", hand] as const),
];
const EDGES = [...cross(["edge", "focus", "hint", ...HANDS], SURFACES), ...cross(["phase-unseen", "phase-hurt", "phase-heal"], ["surface", "surface-raised"])];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s theme", (_, theme) => {
  test.each(TEXT)("%s can be read on %s", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(EDGES)("%s can be seen on %s", (edge, ground) => {
    expect(contrast(edge, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});
