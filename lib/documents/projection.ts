import { Node } from "@tiptap/pm/model";
import { prosemirrorJSONToYDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "./extensions";
import { markdownOf } from "./markdown";
import { sectionsOf } from "./text";
import type { DocNode, Projection } from "./schema";
import { FRAGMENT } from "./words";

/** What is read of a document: pure, and the same in every process. */

/** The document's JSON as it stands; it may break the schema where two hands met, see `checkDocument`. */
export const jsonOf = (doc: Y.Doc): DocNode => storable(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as DocNode);

/** No database holds a NUL or half a letter: a document that had one could never be folded. */
function storable<T>(value: T): T {
  if (typeof value === "string") return value.replace(/[\u0000\p{Surrogate}]/gu, "\ufffd") as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)])) as T;
}

export function projectionOf(doc: Y.Doc): Projection {
  const json = jsonOf(doc);
  const sections = sectionsOf(json);
  return { json, markdown: markdownOf(json), words: wordsIn(sections.map(({ text }) => text).join("\n")), sections };
}

/** Counted as people count them: runs of letters, digits and what joins them; East Asian characters one by one. */
export const wordsIn = (text: string): number => text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._-]*/gu)?.length ?? 0;

/** Makes the JSON fit the schema's checks or throws: for what comes from outside and not from an editor. */
export function checkDocument(json: DocNode): DocNode {
  const node = Node.fromJSON(documentSchema(), json);
  node.check();
  return node.toJSON() as DocNode;
}

/** A fresh Yjs state that holds the document. */
export const stateOf = (json: DocNode): Uint8Array => Y.encodeStateAsUpdate(prosemirrorJSONToYDoc(documentSchema(), json, FRAGMENT));

/** Alters the text of a Yjs document so that it is this one, touching only what differs: whoever writes at the same time keeps their place. */
export function replaceText(doc: Y.Doc, json: DocNode): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  doc.transact(() => updateYFragment(doc, fragment, Node.fromJSON(documentSchema(), json), { mapping: new Map(), isOMark: new Map() }));
}
