import type { Node } from "@tiptap/pm/model";
import { EditorState, type Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { afterEach, describe, expect, test, vi } from "vitest";
import { documentSchema } from "../../lib/documents/extensions";
import { MENTIONED } from "../../lib/blameless/words";
import { hintsOf, keptAs } from "../hints/texts";
import { eachBlock, textOf } from "./hinted";
import { doneBy, hinting, Kept, openedIn, shownIn, unreadIn } from "./hints";

/** A reader that knows one word, and whether it has read. */
const reads = vi.hoisted(() => ({ on: true, edition: 1 }));
vi.mock("../hints/checker", () => ({
  checker: {
    get edition() {
      return reads.edition;
    },
    questions: new Map(),
    subscribe: () => () => undefined,
    of: (text: string) =>
      reads.on
        ? hintsOf(
            text,
            [...text.matchAll(/careless/g)].map(({ index }) => ({
              start: index,
              end: index + 8,
              class: "judgement" as const,
              rule: "careless",
              why: "",
              question: null,
              suggestions: [],
            })),
          )
        : undefined,
  },
}));
afterEach(() => {
  reads.on = true;
  reads.edition++;
});

const schema = documentSchema();
const t = (text: string) => schema.text(text);
const p = (...content: (string | Node)[]) =>
  schema.node(
    "paragraph",
    null,
    content.filter((one) => one !== "").map((one) => (typeof one === "string" ? t(one) : one)),
  );
const doc = (...content: Node[]) => schema.node("doc", null, content);

const kept = new Kept();
const plugins = (hinting(kept).config.addProseMirrorPlugins as unknown as (this: object) => Plugin[]).call({ editor: { isEditable: true } });
const key = plugins[0]!.spec.key!;
const open = (whole: Node) => EditorState.create({ doc: whole, plugins });
const words = (state: EditorState) => shownIn(state).map(({ from, to }) => `${from} ${state.doc.textBetween(from, to)}`);
const theirs = (tr: Transaction) => tr.setMeta(ySyncPluginKey, { isChangeOrigin: true });
const caret = (state: EditorState, at: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
const type = (state: EditorState, text: string) => state.apply(state.tr.insertText(text));
const rest = (state: EditorState) => state.apply(state.tr.setMeta(key, { rest: true }));

describe("what is read of a document", () => {
  const code = schema.text("kubectl", [schema.mark("code")]);
  const mention = schema.node("mention", { kind: "person", id: "1", label: "Ada" });
  const other = schema.node("mention", { kind: "incident", id: "INC-7", label: "" });
  const block = p("So ", mention, " ran ", code, schema.node("hardBreak"), "and it broke as ", other);

  test("each place in a text is the same place in its block, and what has no words has none", () => {
    const text = textOf(block);
    expect(text).toHaveLength(block.content.size);
    expect(text).toBe(`So ${MENTIONED} ran xxxxxxx\nand it broke as \ufffc`);
  });

  test("quotes, code, live blocks and the template's own headings are not read", () => {
    const read: string[] = [];
    eachBlock(
      doc(
        schema.node("heading", { level: 2 }, [t("Heading")]),
        schema.node("heading", { level: 2, section: "surprised" }, [t("Why were we surprised?")]),
        schema.node("heading", { level: 2, section: "surprised" }, [t("Why, again?")]),
        schema.node("blockquote", null, [p("said")]),
        schema.node("codeBlock", null, [t("code")]),
        schema.node("live", { kind: "timeline" }),
        schema.node("callout", { kind: "note" }, [p("noted")]),
        schema.node("bulletList", null, [schema.node("listItem", null, [p("listed")])]),
      ),
      (one) => read.push(one.textContent),
    );
    expect(read).toEqual(["Heading", "Why, again?", "noted", "listed"]);
  });
});

describe("while one writes", () => {
  test("nothing is said of the sentence under the hands, until it is ended", () => {
    let state = caret(open(doc(p("It broke. "))), 11);
    state = type(state, "A careless change");
    expect(words(state)).toEqual([]);
    state = type(state, ".");
    expect(words(state)).toEqual(["13 careless"]);
  });

  test("until the hands rest", () => {
    const state = type(caret(open(doc(p("A careless "))), 12), "change");
    expect(words(state)).toEqual([]);
    expect(words(rest(state))).toEqual(["3 careless"]);
  });

  test("until the caret leaves it", () => {
    let state = type(caret(open(doc(p("One. A careless "), p("Two"))), 17), "change");
    state = caret(state, 10);
    expect(words(state)).toEqual([]);
    expect(words(caret(state, 3))).toEqual(["8 careless"]);
  });

  test("others who write hold nothing, and what one does by a card neither", () => {
    const state = caret(open(doc(p("A careless change"))), 18);
    expect(words(state.apply(theirs(state.tr.insertText("!", 1))))).toEqual(["4 careless"]);
    expect(words(state.apply(doneBy(state.tr.insertText("!", 18))))).toEqual(["3 careless"]);
  });
});

describe("before a changed block has been read", () => {
  const whole = doc(p("One"), p("A careless change"), p("Three"));

  test("hints stay on their words", () => {
    const state = open(whole);
    reads.on = false;
    expect(words(state.apply(doneBy(state.tr.insertText("Not ", 6))))).toEqual(["12 careless"]);
    expect(words(state.apply(doneBy(state.tr.insertText("z", 10))))).toEqual([]);
  });

  test("though others bring it as a whole new text", () => {
    const state = open(whole);
    reads.on = false;
    const next = doc(p("One and more"), p("A careless change went out"), whole.child(2));
    const after = state.apply(theirs(state.tr.replaceWith(0, state.doc.content.size, next.content)));
    expect(words(after)).toEqual([]);
    const inOne = doc(p("One"), p("A careless change went out"), p("Three"));
    expect(words(state.apply(theirs(state.tr.replaceWith(0, state.doc.content.size, inOne.content))))).toEqual(["8 careless"]);
    expect(unreadIn(after)).toBe(2);
  });
});

test("what was kept is not shown, wherever it stands", () => {
  const state = open(doc(p("A careless change"), p("One careless change"), p("Nobody is careless")));
  const hint = shownIn(state)[0]!.hint;
  kept.set(new Set([keptAs("careless", hint.keys[1]!)]));
  expect(words(state.apply(state.tr.setMeta(key, { look: true })))).toEqual(["51 careless"]);
  kept.set(new Set());
});

test("three of a paragraph are shown, and the next one where one of them was kept", () => {
  const state = open(doc(p("A careless plan and a careless hand, one careless look, two careless words"), p("Careless? careless")));
  expect(words(state)).toEqual(["3 careless", "23 careless", "42 careless", "87 careless"]);
  kept.set(new Set([keptAs("careless", shownIn(state)[1]!.hint.keys[0]!)]));
  expect(words(state.apply(state.tr.setMeta(key, { look: true })))).toEqual(["3 careless", "42 careless", "61 careless", "87 careless"]);
  kept.set(new Set());
});

test("an open card goes with its words under others' hands, and closes under one's own", () => {
  let state = open(doc(p("A careless change")));
  state = state.apply(state.tr.setMeta(key, { open: { ...shownIn(state)[0]!, byKeys: true, nth: 1 } }));
  expect(openedIn(state)?.from).toBe(3);
  expect(openedIn(state.apply(theirs(state.tr.insertText("Not ", 1))))).toMatchObject({ from: 7, to: 15, byKeys: true });
  expect(openedIn(state.apply(theirs(state.tr.delete(1, 18))))).toBeNull();
  expect(openedIn(type(caret(state, 18), "s"))).toBeNull();
});
