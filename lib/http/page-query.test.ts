import { describe, expect, it } from "vitest";
import { invalid } from "../errors";
import { ListServices } from "../services/schema";
import { fromStartIfLost, pageQuery } from "./page-query";

describe("the query of a page", () => {
  it("takes what fits and forgives the rest", () => {
    expect(pageQuery(ListServices, { q: " pool ", limit: "7", archived: "true" })).toEqual({ q: "pool", limit: 7, archived: true });
    expect(pageQuery(ListServices, { q: ["a", "b"], limit: "0", team: "nope", utm_source: "x", cursor: "" })).toEqual({});
  });

  it("begins anew where the place is lost, and passes on every other refusal", async () => {
    const list = async ({ cursor }: { cursor?: string | undefined }) => {
      if (cursor) throw invalid(cursor === "odd" ? "cursor" : "q", "no");
      return "start";
    };
    expect(await fromStartIfLost({ cursor: "odd" }, list)).toBe("start");
    await expect(fromStartIfLost({ cursor: "else" }, list)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("leaves out a NUL and half a letter, which no database compares", () => {
    expect(pageQuery(ListServices, { q: "a\0" })).toEqual({});
    expect(pageQuery(ListServices, { q: "\ud800" })).toEqual({});
  });
});
