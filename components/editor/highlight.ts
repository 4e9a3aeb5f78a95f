import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { LANGUAGES } from "../../lib/writing/words";

/** The colours of code. Its languages are fetched when the first code stands in the text; a block is read again only when it changed. */

type Lowlight = ReturnType<typeof import("lowlight")["createLowlight"]>;
interface Token {
  type: string;
  value?: string;
  properties?: { className?: string[] };
  children?: Token[];
}
interface Span {
  from: number;
  to: number;
  look: string;
}

const key = new PluginKey<DecorationSet>("highlight");
/** Longer ones stay plain: nobody waits for colours. */
const MOST = 20_000;

let lowlight: Lowlight | null = null;
let loading: Promise<void> | null = null;
const load = () =>
  (loading ??= import("lowlight").then(({ common, createLowlight }) => {
    lowlight = createLowlight(common);
  }));

const spansOf = new WeakMap<Node, readonly Span[]>();

function read(block: Node): readonly Span[] {
  const held = spansOf.get(block);
  if (held) return held;
  const language = String(block.attrs.language ?? "");
  const spans: Span[] = [];
  if (lowlight?.registered(language) && block.textContent.length <= MOST) {
    let at = 0;
    const walk = (tokens: readonly Token[], looks: readonly string[]) => {
      for (const { value, properties, children } of tokens) {
        const all = [...looks, ...(properties?.className ?? [])];
        if (value !== undefined) {
          if (all.length) spans.push({ from: at, to: at + value.length, look: all.join(" ") });
          at += value.length;
        } else walk(children ?? [], all);
      }
    };
    walk(lowlight.highlight(language, block.textContent).children as Token[], []);
  }
  if (lowlight) spansOf.set(block, spans);
  return spans;
}

function draw(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.name !== "codeBlock") return !node.isTextblock;
    for (const { from, to, look } of read(node)) found.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: look }));
    return false;
  });
  return DecorationSet.create(doc, found);
}

const hasCode = (doc: Node) => {
  let found = false;
  doc.descendants((node) => {
    found ||= node.type.name === "codeBlock" && String(node.attrs.language ?? "") in LANGUAGES;
    return !found && !node.isTextblock;
  });
  return found;
};

export const Highlight = Extension.create({
  name: "highlight",
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => draw(doc),
          apply: (tr, held) => (tr.docChanged || tr.getMeta(key) ? draw(tr.doc) : held),
        },
        props: { decorations: (state) => key.getState(state) },
        view(view) {
          const look = () => {
            if (lowlight || !hasCode(view.state.doc)) return;
            void load().then(
              () => view.isDestroyed || view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false)),
              // Without a network code stays plain, and is tried again with the next page.
              () => undefined,
            );
          };
          look();
          return { update: (_, before) => before.doc !== view.state.doc && look() };
        },
      }),
    ];
  },
});
