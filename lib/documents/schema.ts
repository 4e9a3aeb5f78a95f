import { z } from "zod";

/** A document as ProseMirror writes it: `{type: "doc", content: […]}`. What it may hold is said in lib/documents/extensions.ts. */
export interface DocNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export const DocJson: z.ZodType<DocNode> = z.looseObject({ type: z.literal("doc") }) as unknown as z.ZodType<DocNode>;

/** One section: what stands under a heading of the second level, up to the next. What stands before the first has an empty heading. */
export interface Section {
  /** The id of its heading on the page: unique in the document. */
  anchor: string;
  heading: string;
  /** Its text with everything below it, without marks; live blocks are not in it. */
  text: string;
}

/** What is read of a document. */
export interface Projection {
  json: DocNode;
  markdown: string;
  words: number;
  sections: Section[];
}
