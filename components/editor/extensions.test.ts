import type { NodeSpec, MarkSpec, Schema } from "@tiptap/pm/model";
import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { documentExtensions } from "../../lib/documents/extensions";
import { writingExtensions } from "./extensions";
import { Kept } from "./hints";
import { Offers } from "./offers";

const SAID = ["content", "group", "inline", "atom", "marks", "defining", "isolating", "code", "whitespace", "excludes", "inclusive", "tableRole"];

/** What decides about a document; views, and how something is written as HTML, do not. */
function bones(schema: Schema) {
  const of = (spec: NodeSpec | MarkSpec) => ({
    ...Object.fromEntries(SAID.map((name) => [name, spec[name]])),
    attrs: Object.entries(spec.attrs ?? {})
      .map(([name, attribute]) => [name, attribute.default])
      .sort(),
  });
  return {
    nodes: Object.fromEntries(Object.entries(schema.nodes).map(([name, { spec }]) => [name, of(spec)])),
    marks: Object.fromEntries(Object.entries(schema.marks).map(([name, { spec }]) => [name, of(spec)])),
  };
}

test("the editor's schema is the document's", () => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const me = { id: "1", name: "Ada" };
  const editor = writingExtensions({
    doc,
    awareness,
    me,
    incidentRef: "INC-1",
    zone: "UTC",
    day: "2026-01-01T00:00:00.000Z",
    offers: new Offers(),
    kept: new Kept(),
    onLink: () => undefined,
  });
  expect(bones(getSchema(editor))).toEqual(bones(getSchema(documentExtensions())));
  awareness.destroy();
});
