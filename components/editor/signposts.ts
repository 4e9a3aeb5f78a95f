import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { anchors } from "../../lib/documents/text";
import { GUIDANCE, type SectionKey } from "../../lib/documents/words";
import { checker } from "../hints/checker";
import type { HeadingAt } from "./report";

/** What is drawn into the text and is no part of it: the ids of its headings, and the question of what is still empty. */

const key = new PluginKey<State>("signposts");
interface State {
  decorations: DecorationSet;
  headings: readonly HeadingAt[];
}

export const headingsIn = (state: Parameters<typeof key.getState>[0]): readonly HeadingAt[] => key.getState(state)?.headings ?? [];

export const Signposts = Extension.create({
  name: "signposts",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin<State>({
        key,
        state: {
          init: (_, { doc }) => read(doc, null),
          apply: (tr, held) => (tr.docChanged || tr.getMeta(key) ? read(tr.doc, held) : held),
        },
        // A question that is answered is asked no more; an undo brings it back.
        appendTransaction(transactions, _, { tr, selection: { $from } }) {
          const isTyped = transactions.some((one) => one.docChanged && !one.getMeta(ySyncPluginKey));
          return isTyped && $from.parent.attrs.asks && $from.parent.content.size > 0 ? tr.setNodeAttribute($from.before(), "asks", null) : null;
        },
        // Questions of hints come with their reader.
        view: (view) => {
          let known = checker.questions;
          const stop = checker.subscribe(() => {
            if (known === checker.questions || view.isDestroyed) return;
            known = checker.questions;
            view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
          });
          return { destroy: stop };
        },
        props: {
          decorations(state) {
            const { decorations } = key.getState(state)!;
            return editor.isEditable ? decorations : decorations.remove(decorations.find(undefined, undefined, ({ guidance }) => guidance === true));
          },
        },
      }),
    ];
  },
});

function read(doc: Node, held: State | null): State {
  const found: { at: number; size: number; level: number; text: string }[] = [];
  const decorations: Decoration[] = [];
  /** The paragraph in which a question will stand, while nothing was found in its section. */
  let open: { question: string; at: number; size: number } | null = null;
  let wanted: SectionKey | null = null;
  const ask = (question: string, at: number, size: number) =>
    decorations.push(Decoration.node(at, at + size, { class: "guided", "data-guidance": question }, { guidance: true }));
  const close = () => {
    if (open) ask(open.question, open.at, open.size);
    open = wanted = null;
  };
  doc.forEach((node, at) => {
    if (node.type.name === "heading") {
      close();
      found.push({ at, size: node.nodeSize, level: Number(node.attrs.level), text: node.textContent });
      wanted = (node.attrs.section as SectionKey | null) ?? null;
    } else if (wanted && node.type.name === "paragraph" && node.content.size === 0 && !node.attrs.asks && !open) {
      open = { question: GUIDANCE[wanted], at, size: node.nodeSize };
    } else if (node.type.name !== "live" && (node.textContent.trim() !== "" || node.content.size > 0 || node.isAtom)) {
      open = wanted = null;
    }
  });
  close();
  doc.descendants((node, at) => {
    const question = node.attrs.asks && node.content.size === 0 ? checker.questions.get(node.attrs.asks as string) : undefined;
    if (question) ask(question, at, node.nodeSize);
    return !node.isTextblock;
  });
  const names = anchors(found.map(({ text }) => text));
  const headings = found.map(({ level, text }, at) => ({ level, text, anchor: names[at]! }));
  for (const [index, { at, size }] of found.entries()) decorations.push(Decoration.node(at, at + size, { id: names[index]! }));
  const same =
    held?.headings.length === headings.length && held.headings.every((one, at) => one.text === headings[at]!.text && one.level === headings[at]!.level);
  return { decorations: DecorationSet.create(doc, decorations), headings: same ? held.headings : headings };
}
