"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { BubbleMenu } from "@tiptap/react/menus";
import { Bold, Code, Heading2, Italic, Link2 } from "lucide-react";
import { useRoom } from "../room/room-context";
import { IconButton } from "../ui/icon-button";
import { FromSelection } from "./live/from-selection";

/** What can be done with the words that are chosen, beside them. */
export function SelectionMenu({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const { incidentRef } = useRoom();
  const on = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      code: editor.isActive("code"),
      link: editor.isActive("link"),
      heading: editor.isActive("heading"),
    }),
  });
  return (
    <BubbleMenu
      editor={editor}
      // A phone has a menu of its own above the words.
      options={{ placement: matchMedia("(pointer: coarse)").matches ? "bottom" : "top", offset: 8, flip: true, shift: { padding: 8 } }}
      shouldShow={({ state: { selection }, view }) =>
        view.editable && view.hasFocus() && selection instanceof TextSelection && !selection.empty && !selection.$from.parent.type.spec.code && state(selection)
      }
      className="selection-menu print:hidden"
      role="group"
      aria-label="The chosen words"
    >
      <IconButton label="Bold" hint="Ctrl B" pressed={on.bold} icon={<Bold aria-hidden />} onClick={() => editor.chain().focus().toggleBold().run()} />
      <IconButton label="Italic" hint="Ctrl I" pressed={on.italic} icon={<Italic aria-hidden />} onClick={() => editor.chain().focus().toggleItalic().run()} />
      <IconButton
        label="Code in the line"
        hint="Ctrl E"
        pressed={on.code}
        icon={<Code aria-hidden />}
        onClick={() => editor.chain().focus().toggleCode().run()}
      />
      <IconButton label="Link" hint="Ctrl K" pressed={on.link} icon={<Link2 aria-hidden />} onClick={onLink} />
      <IconButton
        label="Heading"
        pressed={on.heading}
        icon={<Heading2 aria-hidden />}
        onClick={() => (on.heading ? editor.chain().focus().setParagraph().run() : editor.chain().focus().setHeading({ level: 3 }).run())}
      />
      <span aria-hidden className="mx-0.5 h-5 border-line border-l" />
      <FromSelection editor={editor} incidentRef={incidentRef} />
    </BubbleMenu>
  );
}

const state = ({ $from, $to }: TextSelection) => $from.doc.textBetween($from.pos, $to.pos, " ").trim() !== "";
