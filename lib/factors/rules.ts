import type { Evidence, Factor } from "./schema";
import { FACTOR_GROUPS, type FactorGroup } from "./words";

/** Where factors stand on the combination map, and how they are drawn together. Widths are in hundredths of the map's, heights in pixels. */

export type Mapped = Pick<Factor, "id" | "group" | "combinesWith" | "order">;

export interface MapChip {
  id: string;
  group: FactorGroup;
  column: number;
  left: number;
  top: number;
}
export interface MapLine {
  key: string;
  /** The two that combine. */
  of: readonly [string, string];
  d: string;
}
export interface CombinationMap {
  heads: { group: FactorGroup; left: number; top: number; empty: boolean }[];
  chips: MapChip[];
  lines: MapLine[];
  height: number;
}
/** Sizes in pixels; `wide` the width of a column and of the way between two, in hundredths. */
export interface Sizes {
  chip: number;
  gap: number;
  head: number;
  wide: number;
  between: number;
}
export const FULL: Sizes = { chip: 92, gap: 30, head: 26, wide: 30, between: 5 };
export const SMALL: Sizes = { chip: 60, gap: 18, head: 18, wide: 31.6, between: 2.6 };

const COLUMNS = 3;
const TOP = FACTOR_GROUPS.slice(0, COLUMNS);
const BELOW = FACTOR_GROUPS.slice(COLUMNS);

export const inOrder = <Of extends Pick<Factor, "order" | "id">>(factors: readonly Of[]): Of[] =>
  [...factors].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** Code, infrastructure, environment in three columns; the other groups below, where there are any. */
export function mapOf(factors: readonly Mapped[], sizes: Sizes = FULL): CombinationMap {
  const heads: CombinationMap["heads"] = [];
  const chips: MapChip[] = [];
  let y = 0;
  for (const groups of [TOP, BELOW]) {
    const held = groups.map((group) => inOrder(factors.filter((factor) => factor.group === group)));
    if (groups === BELOW && held.every((column) => column.length === 0)) break;
    const rows = Math.max(1, ...held.map((column) => column.length));
    for (const [column, of] of held.entries()) {
      const group = groups[column]!;
      const left = column * (sizes.wide + sizes.between);
      if (groups === TOP || of.length) heads.push({ group, left, top: y, empty: of.length === 0 });
      for (const [row, { id }] of of.entries()) chips.push({ id, group, column, left, top: y + sizes.head + row * (sizes.chip + sizes.gap) });
    }
    y += sizes.head + rows * (sizes.chip + sizes.gap);
  }
  return { heads, chips, lines: linesOf(factors, chips, sizes), height: y };
}

function linesOf(factors: readonly Mapped[], chips: readonly MapChip[], sizes: Sizes): MapLine[] {
  const at = new Map(chips.map((chip) => [chip.id, chip]));
  return factors.flatMap((factor) =>
    factor.combinesWith.flatMap((other): MapLine[] => {
      const [one, two] = [at.get(factor.id), at.get(other)];
      // Each pair is drawn once; a partner that is not here yet (a message on its way) is not drawn.
      if (!one || !two || factor.id > other) return [];
      return [{ key: `${factor.id} ${other}`, of: [factor.id, other], d: curve(one, two, sizes) }];
    }),
  );
}

/** In one column beside it; in one row as an arc beneath; else through the ways between, behind whatever stands there. */
function curve(a: MapChip, b: MapChip, { chip, gap, wide, between }: Sizes): string {
  const [one, two] = a.column < b.column || (a.column === b.column && a.top <= b.top) ? [a, b] : [b, a];
  const middle = (of: MapChip) => of.top + chip / 2;
  const round = (n: number) => Math.round(n * 100) / 100;
  const path = (x1: number, y1: number, cx1: number, cy1: number, cx2: number, cy2: number, x2: number, y2: number) =>
    `M${round(x1)} ${round(y1)}C${[cx1, cy1, cx2, cy2, x2, y2].map(round).join(" ")}`;
  if (one.column === two.column) {
    const side = one.column === COLUMNS - 1 ? one.left : one.left + wide;
    const out = side + (one.column === COLUMNS - 1 ? -between : between) * 0.9;
    return path(side, middle(one), out, middle(one), out, middle(two), side, middle(two));
  }
  if (one.top === two.top) {
    const [from, to, y] = [one.left + wide * 0.62, two.left + wide * 0.38, one.top + chip];
    const deep = y + gap * (two.column - one.column === 1 ? 0.85 : 1.2);
    return path(from, y, from, deep, to, deep, to, y);
  }
  if (two.column - one.column > 1) {
    // Past the middle column it goes below the upper one's row, and into the side of the lower.
    const [upper, lower] = one.top < two.top ? [one, two] : [two, one];
    const [start, y] = [upper.left + wide / 2, upper.top + chip];
    const [side, out] = lower === two ? [two.left, -between] : [one.left + wide, between];
    return path(start, y, start, y + gap * 1.3, side + out * 2, middle(lower), side, middle(lower));
  }
  const [from, to] = [one.left + wide, two.left];
  const half = (from + to) / 2;
  return path(from, middle(one), half, middle(one), half, middle(two), to, middle(two));
}

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** The chip that an arrow leads to: the nearest that way, preferring its own row or column. Null at an edge. */
export function neighbour(chips: readonly MapChip[], id: string, direction: Direction): string | null {
  const here = chips.find((chip) => chip.id === id);
  if (!here) return chips[0]?.id ?? null;
  const along = direction === "ArrowLeft" || direction === "ArrowRight";
  const sign = direction === "ArrowLeft" || direction === "ArrowUp" ? -1 : 1;
  const steps = (chip: MapChip) => (along ? (chip.column - here.column) * 1000 : chip.top - here.top) * sign;
  const aside = (chip: MapChip) => (along ? Math.abs(chip.top - here.top) : Math.abs(chip.column - here.column) * 2000);
  const [nearest] = chips.filter((chip) => steps(chip) > 0).sort((a, b) => steps(a) + aside(a) - steps(b) - aside(b));
  return nearest?.id ?? null;
}

/** One moved to a place among all, the others making room: what the server will answer. */
export function moved<Of extends Pick<Factor, "order" | "id">>(factors: readonly Of[], id: string, to: number): Of[] {
  const rest = inOrder(factors).filter((factor) => factor.id !== id);
  const one = factors.find((factor) => factor.id === id);
  if (!one) return [...factors];
  return [...rest.slice(0, to), one, ...rest.slice(to)].map((factor, order) => (factor.order === order ? factor : { ...factor, order }));
}

/** Evidence as one word of an address: `entry:ID`, `change:ID`, `change:ID:FILE:LINE`, `url:…`. */
export function evidenceKey({ kind, id, url, file, line }: Evidence): string {
  if (kind === "url") return `url:${url}`;
  const place = file === undefined ? "" : `:${file}${line === undefined ? "" : `:${line}`}`;
  return `${kind}:${id}${place}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same read back; null for what is none. */
export function readEvidence(key: string): Evidence | null {
  const [, kind, rest = ""] = /^(entry|change|url):([\s\S]+)$/.exec(key) ?? [];
  if (kind === "url") return /^https?:\/\//i.test(rest) && URL.canParse(rest) ? { kind, url: rest } : null;
  const [id = "", ...place] = rest.split(":");
  if (!UUID.test(id)) return null;
  if (kind === "entry") return place.length ? null : { kind, id };
  if (kind !== "change") return null;
  const line = /^[1-9]\d{0,6}$/.test(place.at(-1) ?? "") ? Number(place.pop()) : undefined;
  const file = place.join(":");
  return { kind, id, ...(file ? { file } : {}), ...(line && file ? { line } : {}) };
}
