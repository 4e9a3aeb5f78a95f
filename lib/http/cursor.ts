import { invalid } from "../errors";
import { isStorable } from "./input";

/** What a place in a list is made of: the values that the list is ordered by. */
export type CursorValue = string | number | null;

/** `int` fits a PostgreSQL integer, `time` is milliseconds of a time it can keep, `id` a UUID, `text` any text. */
export type CursorKind = "int" | "time" | "id" | "text";
type Values<Kinds extends readonly CursorKind[]> = { -readonly [At in keyof Kinds]: Kinds[At] extends "int" | "time" ? number : string };

const MOST = 500;
const WIDEST_TIME = 8.64e15;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const IS: Record<CursorKind, (value: CursorValue) => boolean> = {
  int: (value) => Number.isInteger(value) && Math.abs(value as number) <= 0x7fffffff,
  time: (value) => typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= WIDEST_TIME,
  id: (value) => typeof value === "string" && UUID.test(value),
  text: (value) => typeof value === "string" && isStorable(value),
};
/** Without kinds: whatever a Date, an integer column and a text column can all bear. */
const bearable = (value: CursorValue) => value === null || IS.text(value) || IS.time(value);

/** A place in a list as an opaque word of at most 500 characters: keep long texts out of it. */
export const encodeCursor = (values: CursorValue[]): string => Buffer.from(JSON.stringify(values)).toString("base64url");

/** The values of a cursor, of this length or of these kinds; INVALID at `cursor` for anything that we did not make. */
export function decodeCursor(text: string, length: number): CursorValue[];
export function decodeCursor<const Kinds extends readonly CursorKind[]>(text: string, kinds: Kinds): Values<Kinds>;
export function decodeCursor(text: string, shape: number | readonly CursorKind[]): CursorValue[] {
  const values = parse(text);
  const length = typeof shape === "number" ? shape : shape.length;
  const fits =
    Array.isArray(values) && values.length === length && values.every((value, at) => (typeof shape === "number" ? bearable(value) : IS[shape[at]!](value)));
  if (!fits) throw invalid("cursor", "Not a cursor of this list; take it from nextCursor, or begin without one");
  return values as CursorValue[];
}

function parse(text: string): unknown {
  if (text.length > MOST || !/^[\w-]+$/.test(text)) return null;
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}
