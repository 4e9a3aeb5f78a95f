import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import type { Editor } from "@tiptap/core";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { handOf } from "../../lib/writing/rules";
import type { Present } from "./report";

/** Where the others write: a caret in their colour, with their name above it for a moment after it moved. */

interface User {
  id: string;
  name: string;
}
interface Told {
  user?: Partial<User>;
  cursor?: { anchor: unknown; head: unknown } | null;
}

const handIn = (user: { id?: unknown }) => String(handOf(typeof user.id === "string" ? user.id : ""));

export function carets(awareness: Awareness, user: User) {
  const drawn = new Map<string, HTMLElement>();
  // Who moves says who they are anew; at rest only the mark stays, so that no name lies over the words.
  awareness.on("change", ({ updated }: { updated: number[] }) => {
    for (const client of updated) {
      const id = (awareness.getStates().get(client) as Told | undefined)?.user?.id;
      for (const fading of (id && drawn.get(id)?.getAnimations({ subtree: true })) || []) {
        fading.currentTime = 0;
        fading.play();
      }
    }
  });
  return CollaborationCaret.configure({
    provider: { awareness },
    user,
    render: (theirs) => {
      const caret = document.createElement("span");
      caret.className = "caret";
      caret.dataset.hand = handIn(theirs);
      const name = document.createElement("span");
      name.className = "caret-name";
      name.textContent = String(theirs.name ?? "");
      // The word joiners keep a line from breaking at the caret.
      caret.append("\u2060", name, "\u2060");
      drawn.set(String(theirs.id), caret);
      return caret;
    },
    selectionRender: (theirs) => ({ nodeName: "span", class: "caret-selection", "data-hand": handIn(theirs) }),
  });
}

/** Who else has the document open, by name; somebody with two windows is here once. */
export function presentIn(awareness: Awareness, me: string): Present[] {
  const found = new Map<string, Present>();
  for (const [client, told] of awareness.getStates() as Map<number, Told>) {
    const { id, name } = told.user ?? {};
    if (!id || !name || id === me) continue;
    const held = found.get(id);
    if (!held || (told.cursor && held.client === null)) found.set(id, { id, name, hand: handOf(id), client: told.cursor ? client : null });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Brings somebody's caret into view. */
export function jumpTo(editor: Editor, awareness: Awareness, client: number): void {
  const told = awareness.getStates().get(client) as Told | undefined;
  const sync = ySyncPluginKey.getState(editor.state) as { doc: Y.Doc; type: Y.XmlFragment; binding: { mapping: Map<never, never> } | null } | undefined;
  if (!told?.cursor || !sync?.binding) return;
  const head = Y.createRelativePositionFromJSON(told.cursor.head);
  const at = relativePositionToAbsolutePosition(sync.doc, sync.type, head, sync.binding.mapping as never);
  if (at === null) return;
  const { node } = editor.view.domAtPos(Math.min(at, editor.state.doc.content.size));
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}
