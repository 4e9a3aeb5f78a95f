import type { DocNode } from "./schema";

/** Parts of a document, for who makes one. */
export const heading = (text: string, level = 2): DocNode => ({ type: "heading", attrs: { level, section: null }, content: [{ type: "text", text }] });
export const paragraph = (text: string): DocNode => ({ type: "paragraph", content: [{ type: "text", text }] });
export const documentOf = (...content: DocNode[]): DocNode => ({ type: "doc", content });
