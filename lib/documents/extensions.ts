import { type Extensions, Extension, getSchema, mergeAttributes, Mark, Node } from "@tiptap/core";
import CodeBlock from "@tiptap/extension-code-block";
import Heading from "@tiptap/extension-heading";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import type { Schema } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { BLOCKS, TIMELINE_FILTERS } from "../blocks/words";
import { CALLOUTS, MENTIONS, SECTIONS } from "./words";

/**
 * What a document may hold, said once for the editor, the server and what is read of it. There are no views here: the editor extends these
 * by name. Whatever is added, changed or taken away raises DOCUMENT_SCHEMA.
 */

const oneOf =
  <T extends string>(words: readonly T[], otherwise: T) =>
  (value: unknown): T =>
    words.includes(value as T) ? (value as T) : otherwise;
/** An attribute that stands in HTML as `data-name`. */
const data = <T>(name: string, byDefault: T, read: (value: string | null) => unknown = (value) => value ?? byDefault) => ({
  default: byDefault,
  parseHTML: (element: HTMLElement) => read(element.getAttribute(`data-${name}`)),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === null ? {} : { [`data-${name}`]: String(attributes[name]) }),
});

/** http, https and mailto, and places in this app: nothing that runs. */
export function isSafeHref(href: unknown): href is string {
  if (typeof href !== "string" || href.length > 2000 || /[\u0000-\u0020\u007f-\u009f]/.test(href)) return false;
  return /^(https?:\/\/|mailto:)/i.test(href) || /^(?:#|\/(?![/\\]))/.test(href);
}

/** A heading of a section of the template knows which one it is, so that its guidance and the checklist find it whatever it is called. */
export const SectionHeading = Heading.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      section: { ...data("section", null as string | null, (value) => (SECTIONS.includes(value as never) ? value : null)), keepOnSplit: false },
    };
  },
}).configure({ levels: [2, 3, 4] });

export const CalloutNode = Node.create({
  name: "callout",
  group: "block",
  content: "(paragraph | bulletList | orderedList | taskList)+",
  defining: true,
  addAttributes: () => ({ kind: data("kind", "note", oneOf(CALLOUTS, "note")) }),
  parseHTML: () => [{ tag: "aside[data-kind]" }],
  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes), 0],
});

/** A picture of this incident, by its id: there are no pictures from elsewhere. */
export const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    id: data("id", null as string | null),
    alt: data("alt", ""),
    width: data("width", null as number | null, (value) => Number(value) || null),
    height: data("height", null as number | null, (value) => Number(value) || null),
  }),
  parseHTML: () => [{ tag: "figure[data-id]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
});

/** A person by their id, an incident by `INC-12`, an action item by `ACT-7`. `label` is how a person was called when it was written. */
export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ kind: data("kind", "person", oneOf(MENTIONS, "person")), id: data("id", ""), label: data("label", "") }),
  parseHTML: () => [{ tag: "span[data-kind][data-id]" }],
  renderHTML: ({ HTMLAttributes, node }) => ["span", HTMLAttributes, String(node.attrs.label)],
  renderText: ({ node }) => mentionText(node.attrs),
});
export const mentionText = ({ kind, id, label }: Record<string, unknown>) => (kind === "person" ? `@${String(label)}` : String(id));

/** A time that knows its zone: an instant, written in whatever zone is read. */
export const Moment = Node.create({
  name: "moment",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ at: data("at", "") }),
  parseHTML: () => [{ tag: "time[data-at]" }],
  renderHTML: ({ HTMLAttributes }) => ["time", HTMLAttributes],
  renderText: ({ node }) => String(node.attrs.at),
});

/** Rows of the incident, shown here and kept there. */
export const LiveBlock = Node.create({
  name: "live",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    kind: data("kind", "timeline", oneOf(BLOCKS, "timeline")),
    filter: data("filter", "key", oneOf(TIMELINE_FILTERS, "key")),
  }),
  parseHTML: () => [{ tag: "div[data-kind][data-live]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes({ "data-live": "" }, HTMLAttributes)],
});

/**
 * An empty paragraph that was put there to answer the question of a hint knows the hint's rule, so that the question is drawn in it. It is no
 * part of the text: what is copied, exported or published has none.
 */
export const Asking = Extension.create({
  name: "asking",
  addGlobalAttributes: () => [
    { types: ["paragraph"], attributes: { asks: { default: null as string | null, keepOnSplit: false, rendered: false, parseHTML: () => null } } },
  ],
});

/** Where a thread of comments will hang. Nothing makes one yet; an editor that did not know it would delete it. */
export const Thread = Mark.create({
  name: "thread",
  inclusive: false,
  excludes: "",
  addAttributes: () => ({ id: data("id", null as string | null) }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

/** The extensions of the editor replace those of the same name here, so that both have one schema. */
export function documentExtensions(views: Extensions = []): Extensions {
  const own: Extensions = [
    StarterKit.configure({
      heading: false,
      codeBlock: false,
      undoRedo: false,
      // It would write into every document that is only opened, in each window anew.
      trailingNode: false,
      link: {
        openOnClick: false,
        isAllowedUri: (url) => isSafeHref(url),
        HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
      },
    }),
    SectionHeading,
    CodeBlock.configure({ languageClassPrefix: "language-" }),
    TaskList,
    TaskItem.configure({ nested: true }),
    TableKit.configure({ table: { resizable: false } }),
    CalloutNode,
    Picture,
    Mention,
    Moment,
    LiveBlock,
    Thread,
    Asking,
  ];
  const named = new Set(views.map(({ name }) => name));
  return [...own.filter(({ name }) => !named.has(name)), ...views];
}

let schema: Schema | null = null;
export const documentSchema = (): Schema => (schema ??= getSchema(documentExtensions()));
