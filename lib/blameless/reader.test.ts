import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXAMPLES } from "./examples/all";
import { fewOf } from "./few";
import { reader } from "./reader";
import { HINT_CLASSES, MENTIONED, MOST_HINTS, TEXT_KINDS, type Names, type Setting, type TextKind } from "./words";

const none: Names = { people: [], teams: [], systems: [] };
const reading = (setting: Partial<Setting> = {}) => reader({ names: none, off: [], phrases: [], ...setting });
const spans = (text: string, kind: TextKind = "narrative", setting: Partial<Setting> = {}) =>
  reading(setting)
    .check(text, kind)
    .map((found) => `${found.class}: ${text.slice(found.start, found.end)}`);
const classes = (text: string, setting: Partial<Setting> = {}) => [
  ...new Set(
    reading(setting)
      .check(text, "narrative")
      .map((found) => found.class),
  ),
];

const SENTENCES = Object.values(EXAMPLES).flatMap(({ fires, not }) => [...fires, ...not]);
const BLAMES = "The on-call engineer should have noticed the alert.";

describe("who is the subject decides", () => {
  test("a system may carry the name of a person, and a person that of a system", () => {
    expect(classes("Maria failed to renew the lease.", { names: { ...none, systems: ["Maria"] } })).toEqual([]);
    expect(classes("Maria failed to renew the lease.", { names: { ...none, people: ["Maria Lopez"] } })).toEqual(["naming", "counterfactual"]);
    expect(classes("Robin, our internal scheduler, skipped the run.")).toEqual([]);
    expect(classes("Robin, our release manager, skipped the run.")).toContain("naming");
    expect(classes("Kafka ignored the header.")).toEqual([]);
  });

  test("what only the organisation knows is known at run time", () => {
    expect(classes("Zyx failed to drain the node.")).toEqual([]);
    expect(classes("Zyx failed to drain the node.", { names: { ...none, people: ["Zyx Kroll"] } })).toContain("naming");
    expect(classes("Bluebird ignored the page.", { names: { ...none, teams: ["Bluebird"] } })).toContain("naming");
    expect(classes("Bluebird ignored the page.", { names: { ...none, systems: ["Bluebird"] } })).toEqual([]);
  });

  test("a mention is no blame", () => {
    for (const sentence of ["Ana rolled the change back at 14:20.", "@ana.k joined the bridge.", "Marek asked the vendor for logs and shared them."])
      expect(spans(sentence)).toEqual([]);
  });
});

describe("what is not read", () => {
  test.each([
    ["a quotation", 'The customer wrote: "you should have told us and your engineer broke it".'],
    ["a quotation in curly marks", "The customer wrote: “your engineer should have told us”."],
    ["a line of a quotation", "> The engineer should have noticed the alert."],
    ["code in a line", "The message was `operator should have checked the disk`."],
    ["a fence", "Before\n```\nThe engineer should have noticed.\n```\nAfter"],
    ["a fence that never ends", "Before\n~~~sh\n# the engineer forgot to drain"],
    ["lines that are set in", "The log:\n\n    operator failed to check the disk\n"],
    ["a link's address", "See [the page](https://example.org/the-engineer-should-have-noticed?the%20root%20cause=1)."],
    ["a bare address", "https://example.org/human-error/the-engineer-failed"],
    ["a tag", '<p title="human error">The node restarted.</p>'],
    ["a log", "2026-03-01 14:02:11 ERROR: the operator failed to check the disk"],
  ])("%s", (_name, text) => {
    expect(spans(text)).toEqual([]);
  });

  test("markup around and inside a span leaves the offsets true", () => {
    for (const [before, after] of [
      ["**", "**"],
      ["- ", ""],
      ["## ", ""],
      ["<b>", "</b>"],
      ["[", "](https://example.org)"],
      ["👩🏽‍🚒 ", " 🔥"],
      ["مرحبا ", ""],
      ["1. ", ""],
    ]) {
      const text = `${before}${BLAMES}${after}`;
      expect(spans(text).join(" ")).toContain("should have noticed");
    }
    expect(spans("The engineer **should have** noticed.").join()).toContain("should have");
  });
});

test("at most so many in a paragraph, and the next paragraph has its own", () => {
  const much = "Obviously the intern forgot it. Human error. The root cause was haste. Mistakes were made. If only we had known.";
  const two = `${much}\n\n${much}`;
  const all = reading().check(much, "narrative");
  expect(all.length).toBeGreaterThan(MOST_HINTS);
  expect(fewOf(much, all)).toEqual(all.slice(0, MOST_HINTS));
  expect(fewOf(two, reading().check(two, "narrative"))).toHaveLength(2 * MOST_HINTS);
  // Where the first were kept, the next are seen.
  expect(fewOf(much, all.slice(1))).toEqual(all.slice(1, 1 + MOST_HINTS));
});

test("somebody who is mentioned is one of us, in one character that no replacement takes away", () => {
  const text = `It went well until ${MENTIONED} forgot the flag, and ${MENTIONED}’s deploy broke it.`;
  const found = reading().check(text, "narrative");
  expect(found.map((one) => [one.class, text.slice(one.start, one.end)])).toContainEqual(["naming", MENTIONED]);
  expect(found.filter((one) => text.slice(one.start, one.end).includes(MENTIONED)).flatMap(({ suggestions }) => suggestions)).toEqual([]);
  expect(reading().check(`${MENTIONED} restored it, and thanks to ${MENTIONED} for the graph.`, "narrative")).toEqual([]);
});

test("weak actions are looked for in action items only", () => {
  expect(spans("Improve monitoring", "action")).toHaveLength(1);
  expect(spans("Improve monitoring", "narrative")).toEqual([]);
});

test("a rule that is off says nothing", () => {
  const [first] = reading().check("Human error again.", "narrative");
  expect(first).toBeDefined();
  expect(reading({ off: [first?.rule ?? ""] }).check("Human error again.", "narrative")).toEqual([]);
});

test("an added phrase is words, in any case, with any one word for a star", () => {
  const phrases = [
    { id: "0190c9a2-6d1e-7b3a-9c58-2f4f3f6f7a10", words: "the * cowboys", class: "judgement" as const, why: "Names people as a kind.", question: null },
  ];
  const text = "Then The Backend Cowboys came.";
  const [found] = reading({ phrases }).check(text, "narrative");
  expect(found).toMatchObject({ rule: phrases[0]?.id, class: "judgement", why: "Names people as a kind.", question: null });
  expect(text.slice(found?.start, found?.end)).toBe("The Backend Cowboys");
  expect(spans("the cowboys came", "narrative", { phrases })).toEqual([]);
  expect(spans("the `backend` cowboys came", "narrative", { phrases })).toEqual([]);
});

describe("whatever is written", () => {
  const odd = fc.constantFrom(
    "👩🏽‍🚒",
    "\ud800",
    "\udc00",
    "`",
    "```",
    "\n",
    "\n\n",
    "“",
    '"',
    "’",
    "[",
    "](",
    "<b",
    ">",
    "> ",
    "@",
    "    ",
    "\u202e",
    "ﬁ",
    "İ",
    "ß",
    "…",
    ".",
    "—",
    "\u00a0",
    "\0",
  );
  const text = fc
    .array(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SENTENCES) }, { weight: 2, arbitrary: odd }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }),
      { maxLength: 12 },
    )
    .chain((parts) => fc.constantFrom("", " ", "\n").map((join) => parts.join(join)));
  const kind = fc.constantFrom<TextKind>("narrative", "timeline", "action");
  const { check } = reading();

  test("findings stand in the text, in order, on the edges of words, and none splits a character", () => {
    fc.assert(
      fc.property(text, kind, (said, of) => {
        let last = 0;
        for (const { start, end, class: is, why, question } of check(said, of)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(said.length);
          expect(said.slice(start, end)).toBe(said.slice(start, end).trim());
          expect(said.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$|\n\s*\n/);
          expect(`${said.slice(start - 1, start)}|${said.slice(start, start + 1)}`).not.toMatch(/^\p{L}\|\p{L}$/u);
          expect(`${said.slice(end - 1, end)}|${said.slice(end, end + 1)}`).not.toMatch(/^\p{L}\|\p{L}$/u);
          expect(HINT_CLASSES).toContain(is);
          expect(why).toMatch(/^\S.*[.?!]$/);
          expect(question === null || question.endsWith("?")).toBe(true);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"])("a text that says %s is a text", (word) => {
    for (const said of [`The ${word} was slow. We should have checked it.`, `Obviously ${word} was careless.`, `${word} of ${word}`])
      for (const of of TEXT_KINDS) expect(() => check(said, of)).not.toThrow();
  });

  test("what stands in other paragraphs changes nothing", () => {
    const paragraph = text.map((said) => said.replace(/[`~\n<>]/g, " "));
    fc.assert(
      fc.property(paragraph, paragraph, kind, (one, two, of) => {
        const both = check(`${one}\n\n${two}`, of);
        const from = one.length + 2;
        const moved = check(two, of).map((found) => ({ ...found, start: found.start + from, end: found.end + from }));
        expect(both).toEqual([...check(one, of), ...moved]);
      }),
      { numRuns: 200 },
    );
  });

  test("the same text is read the same way twice, and by another reader", () => {
    fc.assert(
      fc.property(text, kind, (said, of) => {
        expect(check(said, of)).toEqual(reading().check(said, of));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["no spaces", "a".repeat(100_000)],
    ["one sentence", "the engineer should have noticed and ".repeat(2_700)],
    ["brackets", "[".repeat(50_000) + "(".repeat(50_000)],
    ["quotation marks", '"'.repeat(100_000)],
    ["backticks", "`".repeat(99_999)],
    ["tags that never close", "<b ".repeat(33_000)],
    ["emoji", "👩🏽‍🚒".repeat(14_000)],
    ["right to left", "\u202eمرحبا بالعالم ".repeat(7_000)],
    ["lone surrogates", "\ud800".repeat(100_000)],
    ["stops", ". ".repeat(50_000)],
    ["one word again", "have ".repeat(20_000)],
    ["new lines", "\n".repeat(100_000)],
    ["dashes", "a-".repeat(50_000)],
    ["apostrophes", "'a".repeat(50_000)],
    ["dots", "a.".repeat(50_000)],
    ["an address that never ends", `${"a.".repeat(50_000)}@`],
  ])("100 000 characters: %s", (_name, long) => {
    for (const { start, end } of check(long, "narrative")) expect(start < end && end <= long.length).toBe(true);
    const found = check(`${long}\n\n${BLAMES}`, "narrative").filter(({ start }) => start > long.length);
    if (!/[`<م]/.test(long)) expect(found).not.toEqual([]);
  });
});
