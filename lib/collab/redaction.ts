import * as Y from "yjs";
import type { Change } from "../auth/change";
import { FRAGMENT, WORDLESS } from "../documents/words";
import { purgeIncident } from "../search/fold";
import { docOf, holdDocument, writeSnapshot } from "./fold";
import { appendWithin } from "./log";

export const REDACTED = "[redacted]";

/**
 * Takes a text, or several, out of a document and out of every byte that is kept of it: the state is written anew without what was deleted, and the log is
 * emptied. What remains is one update that deletes it wherever the document is open; it does not hold the text. Answers whether the text stood there.
 */
export async function redactDocument(c: Change, documentId: string, gone: string | readonly string[]): Promise<boolean> {
  const { tx } = c;
  const held = await holdDocument(tx, documentId);
  // Whatever was appended between that and this lock is read again; from here on nothing is.
  const [head] = await tx.$queryRaw<{ seq: number }[]>`select seq from document where id = ${documentId}::uuid for no key update`;
  const { incidentId, state, updates } = head!.seq === held.last ? held : await holdDocument(tx, documentId);
  const doc = docOf(state, updates);
  const made: Uint8Array[] = [];
  doc.on("update", (update) => void made.push(update));
  const found = [gone]
    .flat()
    .map((text) => redactText(doc, text))
    .includes(true);
  const { seq } = head!;
  await writeSnapshot(tx, { id: documentId, incidentId, seq, doc });
  if (made.length > 0) await appendWithin(c, documentId, { update: Y.mergeUpdates(made), personId: null });
  c.purge(() => purgeIncident(tx, incidentId));
  return found;
}

/** In texts, over formats and over pieces that lie side by side, and in what nodes and links say of themselves. */
export function redactText(doc: Y.Doc, text: string): boolean {
  let found = false;
  const walk = (node: Y.XmlFragment) => {
    const children = node.toArray();
    for (let at = 0; at < children.length; at++) {
      const child = children[at];
      if (child instanceof Y.XmlElement) {
        found = redactAttributes(child, text) || found;
        walk(child);
      } else if (child instanceof Y.XmlText) {
        const run = [child];
        while (children[at + 1] instanceof Y.XmlText) run.push(children[++at] as Y.XmlText);
        found = redactRun(run, text) || found;
      }
    }
  };
  doc.transact(() => walk(doc.getXmlFragment(FRAGMENT)));
  return found;
}

const lettersOf = (text: Y.XmlText) => (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : "\ufffc")).join("");

function redactRun(run: readonly Y.XmlText[], text: string): boolean {
  let found = redactMarks(run, text);
  const pieces = run.map(lettersOf);
  const whole = pieces.join("");
  const places: number[] = [];
  for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + text.length)) places.push(at);
  // From the end, so that what comes before keeps its place.
  for (const place of places.reverse()) {
    found = true;
    let start = whole.length;
    for (let n = run.length - 1; n >= 0; n--) {
      start -= pieces[n]!.length;
      const from = Math.max(place, start);
      const to = Math.min(place + text.length, start + pieces[n]!.length);
      if (from >= to) continue;
      run[n]!.delete(from - start, to - from);
      if (from === place) run[n]!.insert(from - start, REDACTED, {});
    }
  }
  return found;
}

/** An address that holds it is taken away; its words stay a text. */
function redactMarks(run: readonly Y.XmlText[], text: string): boolean {
  let found = false;
  for (const piece of run) {
    let at = 0;
    for (const { insert, attributes = {} } of piece.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
      const length = typeof insert === "string" ? insert.length : 1;
      for (const [name, value] of Object.entries(attributes)) {
        if (!holds(value, text)) continue;
        found = true;
        piece.format(at, length, { [name]: null });
      }
      at += length;
    }
  }
  return found;
}

const holds = (value: unknown, text: string): boolean =>
  typeof value === "string" ? value.includes(text) : typeof value === "object" && value !== null && Object.values(value).some((one) => holds(one, text));

function redactAttributes(node: Y.XmlElement, text: string): boolean {
  let found = false;
  for (const [name, value] of Object.entries(node.getAttributes())) {
    if (typeof value !== "string" || !value.includes(text) || WORDLESS.includes(name)) continue;
    found = true;
    node.setAttribute(name, value.replaceAll(text, REDACTED));
  }
  return found;
}
