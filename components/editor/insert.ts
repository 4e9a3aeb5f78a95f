import type { Editor, Range } from "@tiptap/core";
import type { BlockKind } from "../../lib/blocks/words";
import type { Callout } from "../../lib/documents/words";
import type { InsertId } from "../../lib/writing/words";

/** Puts what was chosen into the text, in place of what was typed to find it. */

export type Insertable = InsertId | `live:${BlockKind}`;

export function insert(editor: Editor, what: Insertable, range: Range | null, onPicture: () => void): void {
  const chain = editor.chain().focus();
  if (range) chain.deleteRange(range);
  switch (what) {
    case "text":
      return void chain.setParagraph().run();
    case "heading":
      return void chain.setHeading({ level: 2 }).run();
    case "subheading":
      return void chain.setHeading({ level: 3 }).run();
    case "bullets":
      return void chain.toggleBulletList().run();
    case "numbers":
      return void chain.toggleOrderedList().run();
    case "tasks":
      return void chain.toggleTaskList().run();
    case "table":
      return void chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    case "quote":
      return void chain.toggleBlockquote().run();
    case "code":
      return void chain.setCodeBlock().run();
    case "divider":
      return void chain.setHorizontalRule().run();
    case "picture":
      chain.run();
      onPicture();
      return;
    case "note":
    case "learned":
    case "caution":
      // What stands there is put into it: an empty paragraph becomes an empty callout with the caret inside.
      return void chain.wrapIn("callout", { kind: what satisfies Callout }).run();
    default:
      return void chain.insertContent({ type: "live", attrs: { kind: what.slice(5), filter: "key" } }).run();
  }
}
