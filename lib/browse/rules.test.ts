import { describe, expect, it } from "vitest";
import { countWords, filterCount, filtersOf, fromMark, hiddenFields, listPath, quickly, quickOf, readList, WHOLE } from "./rules";

const ID = "01900000-0000-7000-8000-000000000001";

describe("readList", () => {
  it("reads what the address says", () => {
    const state = readList({
      q: "  connection pool ",
      status: "triage,resolved",
      severity: "SEV1",
      mode: "drill",
      service: ID,
      lead: "me",
      from: "2026-03-01T00:00:00+01:00",
      sort: "oldest",
      cursor: "abc",
    });
    expect(state).toMatchObject({
      q: "connection pool",
      status: ["triage", "resolved"],
      severity: ["SEV1"],
      mode: ["drill"],
      service: ID,
      lead: "me",
      from: "2026-02-28T23:00:00.000Z",
      sort: "oldest",
      cursor: "abc",
    });
  });

  it.each([
    ["an unknown word", { status: "burning" }],
    ["an id that is none", { service: "checkout" }],
    ["a time without a zone", { from: "2026-03-01T00:00" }],
    ["a year long gone", { from: "1970-01-01T00:00:00Z" }],
    ["relevance of no words", { sort: "relevance" }],
    ["a lone surrogate and NUL", { q: "\u0000\ud800" }],
    ["an unknown group, role and having", { group: "cause", role: "guilty", has: "everything" }],
    ["tags that hold nothing", { tag: " , ,\u0000," }],
    ["an unknown field", { colour: "red" }],
  ])("leaves out %s", (_, given) => expect(readList(given)).toEqual(WHOLE));

  it("reads labels of tags, each once, whatever their case", () =>
    expect(readList({ tag: "race, No alert or late,RACE,,数据" }).tag).toEqual(["race", "No alert or late", "数据"]));
  it("takes the first of several", () => expect(readList({ q: ["one", "two"] }).q).toBe("one"));
  it("drops an end before its beginning", () => expect(readList({ from: "2026-03-02T00:00:00Z", to: "2026-03-01T00:00:00Z" }).to).toBeNull());
  it("never cuts a character in two", () => expect(readList({ q: `${"a".repeat(299)}🔥` }).q).toBe("a".repeat(299)));
});

describe("the address of a list", () => {
  it("is read back as it was written", () => {
    const state = readList({
      q: "a b,c",
      status: "triage",
      team: ID,
      to: "2026-03-01T00:00:00Z",
      sort: "severity",
      group: "code,environment",
      tag: 'race & "more",flag state',
      role: "softened",
      has: "diff",
    });
    const url = new URL(listPath(state), "http://here.invalid");
    expect(readList(Object.fromEntries(url.searchParams))).toEqual(state);
  });
  it("begins at the first page after a change", () => expect(listPath({ ...WHOLE, cursor: "abc" }, { severity: ["SEV1"] })).toBe("/incidents?severity=SEV1"));
  it("says no order that is meant anyway", () => expect(listPath({ ...WHOLE, sort: "newest" })).toBe("/incidents"));
  it("keeps an order that is not", () => expect(listPath({ ...WHOLE, q: "pool" }, { sort: "relevance" })).toBe("/incidents?q=pool&sort=relevance"));
  it("forgets an order of words with the words", () => expect(listPath({ ...WHOLE, q: "pool", sort: "relevance" }, { q: "" })).toBe("/incidents"));
  it("goes along with a form", () => expect(hiddenFields({ ...WHOLE, q: "pool", mode: ["drill"], cursor: "abc" })).toEqual([["mode", "drill"]]));
});

describe("quick filters", () => {
  it("know themselves again", () => {
    expect(quickOf(WHOLE)).toBe("all");
    expect(quickOf(readList({ status: "triage,investigating,identified,mitigated" }))).toBe("open");
    expect(quickOf(readList({ mode: "drill", severity: "SEV1" }))).toBe("drills");
    expect(quickOf(readList({ lead: "me" }))).toBe("mine");
    expect(quickOf(readList({ status: "triage" }))).toBeNull();
  });
  it("of combinations are known too, and take back only what they set", () => {
    const both = readList({ group: "environment,code" });
    expect([quickOf(both), quickOf(readList({ has: "open_actions" })), quickOf(readList({ group: "code" }))]).toEqual(["combined", "exposed", "all"]);
    expect(listPath(both, quickly(both, "open"))).not.toContain("group");
    const own = readList({ group: "code", has: "diff" });
    expect(listPath(own, quickly(own, "drills"))).toBe("/incidents?mode=drill&group=code&has=diff");
    expect(listPath(own, quickly(own, "combined"))).toBe("/incidents?group=code,environment&has=diff");
    expect([filterCount(both), filterCount(own), filterCount(readList({ tag: "race", role: "softened", has: "open_actions" }))]).toEqual([0, 2, 2]);
  });
  it("are not counted among the filters", () => {
    expect(filterCount(readList({ mode: "drill" }))).toBe(0);
    expect(filterCount(readList({ mode: "drill,near_miss", severity: "SEV1,SEV2" }))).toBe(2);
  });
});

it("gives only what is said to the query", () => {
  expect(filtersOf(WHOLE)).toEqual({});
  expect(filtersOf(readList({ q: "x", from: "2026-03-01T00:00:00Z" }))).toEqual({ q: "x", from: new Date("2026-03-01T00:00:00Z") });
});

it("shows the first marked word within one line", () => {
  expect(fromMark("the \ue000pool\ue001 is full")).toBe("the \ue000pool\ue001 is full");
  expect(fromMark("Checked that nothing else holds on to the \ue000pool\ue001 of 40")).toBe("…else holds on to the \ue000pool\ue001 of 40");
  expect(fromMark(`${"x".repeat(80)}\ue000y\ue001`)).toBe("…\ue000y\ue001");
});

it("says a count as people read it", () => {
  expect(countWords(214, true)).toBe("214");
  expect(countWords(10_000, false)).toBe("10\u202f000+");
});
