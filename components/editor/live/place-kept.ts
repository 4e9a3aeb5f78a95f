import type { Editor } from "@tiptap/react";

/** A place in the text that moves with it, whoever writes; it is kept as long as the editor is there. */
export function placeKept(editor: Editor, ...places: number[]) {
  let kept = places;
  const follow = ({ transaction }: { transaction: { docChanged: boolean; mapping: { map(at: number): number } } }) => {
    if (transaction.docChanged) kept = kept.map((at) => transaction.mapping.map(at));
  };
  editor.on("transaction", follow);
  return {
    at: (n = 0) => Math.min(kept[n] ?? 0, editor.state.doc.content.size),
    forget: () => void editor.off("transaction", follow),
  };
}
