import { loadDocument, writeDocument } from "../collab/log";
import { jsonOf, replaceText } from "../documents/projection";
import type { DocNode } from "../documents/schema";
import type { SectionKey } from "../documents/words";

/** What stands in a section from now on, as somebody's hand wrote it; a string is one paragraph. */
export async function writeSection(documentId: string, personId: string, section: SectionKey, content: string | DocNode[]): Promise<void> {
  const json = jsonOf((await loadDocument(documentId)).doc);
  const nodes: DocNode[] = typeof content === "string" ? [{ type: "paragraph", content: [{ type: "text", text: content }] }] : content;
  const at = json.content!.findIndex((node) => node.type === "heading" && node.attrs?.section === section);
  const next = json.content!.findIndex((node, place) => place > at && (node.type === "heading" || node.type === "live"));
  json.content!.splice(at + 1, (next < 0 ? json.content!.length : next) - at - 1, ...nodes);
  await writeDocument(documentId, personId, (doc) => replaceText(doc, json));
}
