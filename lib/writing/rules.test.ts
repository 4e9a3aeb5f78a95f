import { describe, expect, test } from "vitest";
import { handOf, hrefOf, matching, PASTE_LETTERS, readingAt, readsAsMarkdown, tooLong, wantedAtEnd } from "./rules";
import { HANDS, INSERTS } from "./words";

test.each([
  ["/", "insert", ""],
  ["Then /head", "insert", "head"],
  ["/smaller h", "insert", "smaller h"],
  ["@", "person", ""],
  ["With @Ada L", "person", "Ada L"],
  ["At @14:0", "moment", "14:0"],
  ["@2026-03-01 14:02", "moment", "2026-03-01 14:02"],
  ["like #INC-1", "incident", "INC-1"],
  ["see ACT-7", "action", "7"],
])("%s asks for %s", (text, kind, query) => expect(wantedAtEnd(text)).toMatchObject({ kind, query }));
test.each(["and/or", "/var/log", "ada@example.com", "a #1 b", "EXACT-7", "plain", "a / b c d", "@ada was there yes"])("%s asks for nothing", (text) =>
  expect(wantedAtEnd(text)).toBeNull(),
);

test("names that begin with what was typed come first", () => {
  expect(matching(INSERTS, "co").map(({ id }) => id)).toEqual(["code", "table"]);
  expect(matching(INSERTS, "li").map(({ id }) => id)).toEqual(["bullets", "numbers", "tasks", "divider"]);
  for (const word of ["todo", "tasks"]) expect(matching(INSERTS, word).map(({ id }) => id)).toEqual(["tasks"]);
  expect(matching(INSERTS, "xyzzy")).toEqual([]);
});

describe("Markdown is told from text", () => {
  test.each([
    "# Summary\n\nCheckout answered 502.",
    "What we saw:\n\n- one\n- two\n",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```sh\nls\n```",
    "- [ ] bound the retry\n- [x] tell Ada",
    "It was **not** the deploy, see [the graph](https://grafana.example/x).",
    "1. first\n2. second\n\n> quoted",
  ])("%j is Markdown", (text) => expect(readsAsMarkdown(text)).toBe(true));
  test.each([
    "Checkout answered 502 for one region.",
    "One line\nand another",
    "replicas: 3\n# the pool\nlimits:\n  - cpu: 2\n  - memory: 4Gi",
    "#!/bin/sh\n# restart it\nsystemctl restart checkout",
    "2026-11-24 14:02:11 ERROR pool exhausted\n2026-11-24 14:02:12 ERROR pool exhausted",
    "2 * 3 * 4",
    "snake_case_name and another_one",
    "import x from 'y';\n# no\nif (a) {",
  ])("%j is text", (text) => expect(readsAsMarkdown(text)).toBe(false));
});

test("a paste that is too long says so, and one that is not does not", () => {
  expect(tooLong(PASTE_LETTERS)).toBeNull();
  expect(tooLong(5_000_000)).toMatch(/5\.0 million characters.*still on your clipboard/);
});

test.each([
  ["https://a.example/b?c#d", "https://a.example/b?c#d"],
  ["status.example.com/x", "https://status.example.com/x"],
  ["ada@example.com", "mailto:ada@example.com"],
  ["inc-12", "/incidents/INC-12"],
  ["ACT-7", "/actions/ACT-7"],
  ["#impact", "#impact"],
  ["javascript:alert(1)", null],
  ["//elsewhere.example", null],
  ["just words", null],
  ["", null],
])("%s leads to %s", (typed, href) => expect(hrefOf(typed)).toBe(href));

test("a person has one colour, and all colours are used", () => {
  expect(handOf("a1")).toBe(handOf("a1"));
  expect(new Set(Array.from({ length: 200 }, (_, n) => handOf(`person ${n}`))).size).toBe(HANDS);
});

test("what is read is what stood last above the line", () => {
  expect(readingAt([10, 300, 800], 140)).toBe(0);
  expect(readingAt([-500, 100, 800], 140)).toBe(1);
  expect(readingAt([400, 900], 140)).toBe(0);
});
