import type { Editor } from "@tiptap/core";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

interface Synced {
  doc: Y.Doc;
  type: Y.XmlFragment;
  binding: { mapping: never } | null;
}

/**
 * Places in the text that stay where they are, whoever writes. They are Yjs' own: what others write comes to ProseMirror as a whole new text,
 * through which its positions find no way.
 */
export function placeKept(editor: Editor, ...places: number[]) {
  const sync = ySyncPluginKey.getState(editor.state) as Synced;
  const kept = places.map((place) => absolutePositionToRelativePosition(place, sync.type, sync.binding!.mapping) as Y.RelativePosition);
  return {
    at(n = 0): number {
      const { doc, type, binding } = ySyncPluginKey.getState(editor.state) as Synced;
      return relativePositionToAbsolutePosition(doc, type, kept[n]!, binding!.mapping) ?? places[n]!;
    },
  };
}
