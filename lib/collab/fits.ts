import * as Y from "yjs";
import { documentSchema, isSafeHref } from "../documents/extensions";
import { BLOCKS, TIMELINE_FILTERS } from "../blocks/words";
import { CALLOUTS, FRAGMENT, MENTIONS, SECTIONS } from "../documents/words";
import { MOST } from "./words";

/**
 * Whether what a transaction added is something that an editor of this schema writes: names that it knows, where they may stand, with plain
 * values. How blocks nest is not asked: two hands that meet may break it for a moment, and the editors mend it.
 */

const MOST_CLOCK = 2 ** 31;
const MOST_ITEMS = 100;
/** A list in a list is two levels. Whatever walks a document walks down as far, on a stack that ends. */
const MOST_DEPTH = 100;

export class Unfit extends Error {}

/** Throws `Unfit`. To be called in `afterTransaction`: later, deleted content is gone. */
export function assertFits(transaction: Y.Transaction): void {
  const { doc } = transaction;
  const root = doc.share.get(FRAGMENT);
  if ([...doc.share.keys()].some((name) => name !== FRAGMENT)) throw new Unfit("another top-level type");
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (before === clock) continue;
    if (clock > MOST_CLOCK) throw new Unfit("a clock without measure");
    const structs = doc.store.clients.get(client)!;
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at++) {
      const struct = structs[at]!;
      if (struct instanceof Y.Item) assertItem(struct, root);
    }
  }
}

function assertItem({ content, parent, parentSub }: Y.Item, root: unknown): void {
  // What hangs on something deleted is nowhere, whatever it is; an item that was deleted is bare of its content.
  if (parent === null || content instanceof Y.ContentDeleted) return;
  if (parent instanceof Y.XmlText) {
    if (parentSub !== null) throw new Unfit("an attribute of text");
    if (content instanceof Y.ContentFormat) assertMark(content.key, content.value);
    else if (!(content instanceof Y.ContentString)) throw new Unfit("no text");
    return;
  }
  if (parent instanceof Y.XmlElement && parentSub !== null) {
    assertAttribute(parent.nodeName, parentSub, content);
    return;
  }
  if (parentSub !== null || !(parent instanceof Y.XmlElement || parent === root)) throw new Unfit("a place that no document has");
  if (!(content instanceof Y.ContentType)) throw new Unfit("no node");
  assertDepth(parent);
  const { type } = content;
  if (type instanceof Y.XmlText) return;
  if (!(type instanceof Y.XmlElement) || !isNode(type.nodeName)) throw new Unfit("a node that the schema has not");
}

function assertDepth(parent: Y.Item["parent"]) {
  let place = parent;
  for (let depth = 1; place instanceof Y.AbstractType; depth++) {
    if (depth > MOST_DEPTH) throw new Unfit("deeper than any text");
    place = place._item?.parent ?? null;
  }
}

const isNode = (name: string) => name !== "text" && name !== "doc" && Object.hasOwn(documentSchema().nodes, name);

function assertAttribute(node: string, name: string, content: unknown) {
  const known = documentSchema().nodes[node]?.spec.attrs;
  if (!known || !Object.hasOwn(known, name)) throw new Unfit("an attribute that the node has not");
  if (!(content instanceof Y.ContentAny) || !content.arr.every(isPlain)) throw new Unfit("an attribute of no plain value");
  const isNamed = NAMED[`${node} ${name}`] ?? NAMED[name];
  if (isNamed && !content.arr.every((value) => value == null || isNamed(value))) throw new Unfit("a name that the schema has not");
}

/** What chooses among names holds nothing else: words in it would be found by no redaction, and no page would know what to draw. */
const oneOf = (names: readonly string[]) => (value: unknown) => names.includes(value as string);
const NAMED: Record<string, (value: unknown) => boolean> = {
  "live kind": oneOf(BLOCKS),
  "callout kind": oneOf(CALLOUTS),
  "mention kind": oneOf(MENTIONS),
  filter: oneOf(TIMELINE_FILTERS),
  section: oneOf(SECTIONS),
  asks: (value) => typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value),
  at: (value) => typeof value === "string" && /^[\dTZ:.+-]{0,40}$/.test(value),
};

/** Marks that may overlap themselves carry a hash after their name. */
function assertMark(key: string, value: unknown) {
  const name = key.replace(/--[a-zA-Z0-9+/=]{8}$/, "");
  const known = Object.hasOwn(documentSchema().marks, name) ? documentSchema().marks[name] : undefined;
  if (!known) throw new Unfit("a mark that the schema has not");
  if (value === null) return;
  if (typeof value !== "object" || Array.isArray(value)) throw new Unfit("a mark of no attributes");
  for (const [attribute, of] of Object.entries(value)) {
    if (!Object.hasOwn(known.spec.attrs ?? {}, attribute) || !isPlain(of)) throw new Unfit("an attribute that the mark has not");
    if (attribute === "href" && !isSafeHref(of)) throw new Unfit("an address that may run");
  }
}

function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= MOST.attribute;
  return Array.isArray(value) && value.length <= MOST_ITEMS && value.every((one) => one === null || (typeof one === "number" && Number.isFinite(one)));
}
