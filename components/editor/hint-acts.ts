import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { doneBy, openedIn, openHint, type Placed, shownIn } from "./hints";

/** What the card of a hint does to the text. Each is one step of one's own undo; nobody else's words or carets move. */

function alone(editor: Editor, change: () => void) {
  const undo = (yUndoPluginKey.getState(editor.state) as { undoManager?: { stopCapturing(): void } } | undefined)?.undoManager;
  undo?.stopCapturing();
  change();
  undo?.stopCapturing();
}

export function replaceWords(editor: Editor, { from, to }: Placed, suggestion: string): void {
  const { state, view } = editor;
  alone(editor, () => view.dispatch(doneBy(state.tr.insertText(suggestion, from, to))));
  editor.commands.focus();
}

/** An empty paragraph behind the words, with the question in it until somebody answers. */
export function askBelow(editor: Editor, { from, hint }: Placed): void {
  const { state, view } = editor;
  const $at = state.doc.resolve(from);
  const { paragraph } = state.schema.nodes;
  let depth = $at.depth;
  while (depth > 0 && !$at.node(depth - 1).canReplaceWith($at.indexAfter(depth - 1), $at.indexAfter(depth - 1), paragraph!)) depth--;
  if (depth === 0) return;
  const behind = $at.after(depth);
  const tr = state.tr.insert(behind, paragraph!.create({ asks: hint.rule }));
  tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView();
  alone(editor, () => view.dispatch(doneBy(tr)));
  editor.commands.focus();
}

/** Opens the next hint from the caret or from the one that is open, around the end; false where there is none. */
export function stepTo(editor: Editor, by: 1 | -1, byKeys: boolean): boolean {
  const shown = shownIn(editor.state);
  const open = openedIn(editor.state);
  const { head } = editor.state.selection;
  const index = open ? shown.findIndex(({ from }) => from === open.from) : -1;
  const next = open
    ? shown.at((index + by + shown.length) % shown.length)
    : by === 1
      ? (shown.find(({ to }) => to >= head) ?? shown[0])
      : (shown.findLast(({ from }) => from <= head) ?? shown.at(-1));
  if (!next) return false;
  bringUp(editor, next);
  openHint(editor.view, next, byKeys, open !== null);
  return true;
}

function bringUp({ view }: Editor, { from }: Placed) {
  const { node } = view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  const { top, bottom } = view.coordsAtPos(from);
  // The bars above and below, and a card beneath the words.
  if (top < 140 || bottom > innerHeight - 260) element?.scrollIntoView({ block: "center", behavior: "instant" });
}

export function rectOf({ view }: Editor, { from, to }: Placed): DOMRect {
  const [head, foot] = [view.coordsAtPos(from), view.coordsAtPos(to)];
  const isOneLine = foot.top < head.bottom;
  return new DOMRect(head.left, head.top, isOneLine ? Math.max(0, foot.right - head.left) : 0, foot.bottom - head.top);
}
