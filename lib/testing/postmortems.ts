import type { Ctx } from "../auth/ctx";
import type * as Y from "yjs";
import { addedBy, announceDocument, appendUpdates, loadDocument } from "../collab/log";
import { db } from "../db";
import { jsonOf, replaceText } from "../documents/projection";
import type { DocNode } from "../documents/schema";
import { sectionsOf } from "../documents/text";
import type { SectionKey } from "../documents/words";
import { getIncident } from "../incidents/queries";
import { startPostmortem } from "../postmortems/mutations";
import { findPostmortem } from "../postmortems/queries";
import type { PublishPostmortem } from "../postmortems/schema";
import { searchSections } from "../postmortems/sections";
import { publishPostmortem } from "../publishing/mutations";

/** Alters the text as one of its editors would. Answers false where nothing differed. */
export async function writeDocument(documentId: string, personId: string | null, alter: (doc: Y.Doc) => void): Promise<boolean> {
  const { doc } = await loadDocument(documentId);
  const update = addedBy(doc, alter);
  if (!update) return false;
  announceDocument(documentId, await appendUpdates(documentId, [{ update, personId }]));
  return true;
}

/** What stands in a section from now on, as somebody's hand wrote it; a string is one paragraph. */
export async function writeSection(documentId: string, personId: string, section: SectionKey, content: string | DocNode[]): Promise<void> {
  const json = jsonOf((await loadDocument(documentId)).doc);
  const nodes: DocNode[] = typeof content === "string" ? [{ type: "paragraph", content: [{ type: "text", text: content }] }] : content;
  const at = json.content!.findIndex((node) => node.type === "heading" && node.attrs?.section === section);
  const next = json.content!.findIndex((node, place) => place > at && (node.type === "heading" || node.type === "live"));
  json.content!.splice(at + 1, (next < 0 ? json.content!.length : next) - at - 1, ...nodes);
  await writeDocument(documentId, personId, (doc) => replaceText(doc, json));
}

/** The draft as it is to stand, begun where none was, its sections told to search. Answers the post-mortem's id. */
export async function draftOf(ctx: Ctx, ref: string, json: DocNode): Promise<string> {
  const id = (await findPostmortem(ctx, ref))?.id ?? (await startPostmortem(ctx, ref, {})).id;
  await writeDocument(id, ctx.actor.id, (doc) => replaceText(doc, json));
  const { id: incidentId } = await getIncident(ctx, ref);
  await searchSections(db().writer, { postmortemId: id, incidentId, from: "draft", at: new Date() }, sectionsOf(json));
  return id;
}

/** The same, published as its next version. Answers its number. */
export async function publishedOf(ctx: Ctx, ref: string, json: DocNode, more: PublishPostmortem = {}): Promise<number> {
  await draftOf(ctx, ref, json);
  const { publishedVersion } = await publishPostmortem(ctx, ref, more);
  return publishedVersion!;
}
