import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { newId } from "../ids";
import { type CursorValue, decodeCursor, encodeCursor } from "./cursor";

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof AppError ? { code: error.code, path: error.details.errors?.[0]?.path } : error;
  }
  return "accepted";
};

describe("cursor", () => {
  it("comes back as it went", () => {
    const id = newId();
    for (const values of [
      [1, "a", null],
      ["Ærø ✓", -5],
    ] as CursorValue[][])
      expect(decodeCursor(encodeCursor(values), values.length)).toEqual(values);
    expect(decodeCursor(encodeCursor([1764000000000, 7, id, "x"]), ["time", "int", "id", "text"])).toEqual([1764000000000, 7, id, "x"]);
  });

  it("refuses what was not made here, as the input that it is", () => {
    const odd = [
      "zzz",
      "",
      "%",
      "e30",
      "bnVsbA",
      forged({ 0: 1, length: 1 }),
      forged([1, 2]),
      forged([{}]),
      forged([[1]]),
      forged([true]),
      forged(["\0"]),
      "W1wid",
      "A".repeat(600),
    ];
    for (const text of odd)
      expect(
        refusal(() => decodeCursor(text, 1)),
        text,
      ).toEqual({ code: "INVALID", path: "cursor" });
    const kinds: ["int" | "time" | "id" | "text", unknown][] = [
      ["int", 1.5],
      ["int", 3e9],
      ["int", "1"],
      ["time", 9e15],
      ["id", "nope"],
      ["text", 1],
      ["text", null],
    ];
    for (const [kind, value] of kinds)
      expect(
        refusal(() => decodeCursor(forged([value]), [kind])),
        kind,
      ).toEqual({ code: "INVALID", path: "cursor" });
  });
});
