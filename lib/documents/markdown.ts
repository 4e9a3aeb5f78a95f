import type { DocNode } from "./schema";
import { textOf } from "./text";

/** For now the words alone. */
export const markdownOf = (doc: DocNode): string => (doc.content ?? []).map(textOf).join("\n\n");
