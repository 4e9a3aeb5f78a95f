import type { Editor } from "@tiptap/react";
import { placeKept } from "../place-kept";

/** What was made of words stays with them: a mention behind them, or a link over them. Each answers what takes it away again. */

type Range = () => { from: number; to: number };

/** `ACT-7` behind the words. */
export function mentionBehind(editor: Editor, range: Range, item: { ref: string; title: string }): () => void {
  const mention = { type: "mention", attrs: { kind: "action", id: item.ref, label: item.title } };
  editor
    .chain()
    .insertContentAt(range().to, [{ type: "text", text: " " }, mention])
    .run();
  return () => {
    const { tr, doc } = editor.state;
    doc.descendants((node, at) => {
      if (node.type.name !== "mention" || node.attrs.id !== item.ref) return;
      const before = doc.textBetween(Math.max(0, at - 1), at);
      const from = tr.mapping.map(before === " " ? at - 1 : at);
      tr.delete(from, tr.mapping.map(at + node.nodeSize));
    });
    if (tr.docChanged) editor.view.dispatch(tr);
  };
}

/** The words lead to what was made of them. */
export function linkOver(editor: Editor, range: Range, href: string): () => void {
  const { from, to } = range();
  const link = editor.schema.marks.link!;
  const mark = link.create({ href });
  if (to > from) editor.view.dispatch(editor.state.tr.addMark(from, to, mark));
  const kept = placeKept(editor, from, to);
  return () => {
    const tr = editor.state.tr.removeMark(kept.at(0), kept.at(1), mark);
    if (tr.docChanged) editor.view.dispatch(tr);
  };
}
