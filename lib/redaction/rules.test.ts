import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocNode } from "../documents/schema";
import { textOf } from "../documents/text";
import { cleanDocument, cleanRows, cleanStrings, cleanText, PLACEHOLDER } from "./rules";

const line = (...texts: (string | [string, string])[]): DocNode => ({
  type: "paragraph",
  content: texts.map((text) => (typeof text === "string" ? { type: "text", text } : { type: "text", text: text[0], marks: [{ type: text[1] }] })),
});

test("words go from wherever they lie in a value, and what does not hold them stays the same object", () => {
  const rows = { timeline: [{ body: "key=abc123", data: { because: "abc123!" } }], at: 7, none: null };
  expect(cleanStrings(rows, ["abc123"])).toEqual({ timeline: [{ body: "key=[redacted]", data: { because: "[redacted]!" } }], at: 7, none: null });
  expect(cleanStrings(rows, ["nothing"])).toBe(rows);
  expect(cleanText("a.b a.b", ["a.b"])).toBe("[redacted] [redacted]");
});

test("words go across formats, and the placeholder stands where they began", () => {
  expect(cleanDocument(line("the key ab", ["c1", "bold"], "23 was out, abc123"), ["abc123"])).toEqual(line("the key [redacted]", " was out, [redacted]"));
});

test("a mention or a line break ends a run, attributes and links are cleaned too", () => {
  const doc: DocNode = {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 2, section: null }, content: [{ type: "text", text: "abc" }, { type: "hardBreak" }, { type: "text", text: "123" }] },
      { type: "picture", attrs: { id: "x", alt: "abc123 on a screen" } },
      { type: "paragraph", content: [{ type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://x.example/abc123" } }] }] },
    ],
  };
  const text = JSON.stringify(cleanDocument(doc, ["abc123"]));
  expect(text).not.toContain("abc123");
  expect(text).toContain("hardBreak");
});

test("however a text is cut into formats, nothing of it is left and everything else stays", () => {
  const part = fc.tuple(fc.stringMatching(/^[ab]{1,4}$/), fc.constantFrom("bold", "italic"));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.stringMatching(/^[ab]{2,4}$/), (parts, gone) => {
      const doc = line(...parts.map(([text, mark]): [string, string] => [text, mark]));
      expect(textOf(cleanDocument(doc, [gone]))).toBe(textOf(doc).split(gone).join(PLACEHOLDER));
    }),
  );
});

test("names, instants and ids are nobody's words: a redaction of such letters leaves what is frozen readable", () => {
  const rows = {
    id: "note-1",
    timeline: [{ kind: "note", body: "a note of 2026", occurredAt: "2026-11-28T02:00:00.000Z", data: { to: "open", because: "open" } }],
  };
  expect(cleanRows(rows, ["note", "2026", "open"])).toEqual({
    id: "note-1",
    timeline: [{ kind: "note", body: "a [redacted] of [redacted]", occurredAt: "2026-11-28T02:00:00.000Z", data: { to: "open", because: "[redacted]" } }],
  });
  const doc: DocNode = { type: "doc", content: [{ type: "live", attrs: { kind: "timeline", filter: "all" } }, line("the timeline of all")] };
  expect(cleanDocument(doc, ["timeline", "all"]).content).toEqual([doc.content![0], line("the [redacted] of [redacted]")]);
});
