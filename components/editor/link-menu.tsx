"use client";

import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { BubbleMenu } from "@tiptap/react/menus";
import { ExternalLink, Pencil, Unlink } from "lucide-react";
import { isSafeHref } from "../../lib/documents/extensions";
import { placeOf } from "../../lib/documents/inline";
import { IconButton } from "../ui/icon-button";

/** Where the link or the name leads in which the caret stands. A press on a link places the caret; this is what follows it. */
export function LinkMenu({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const at = useEditorState({ editor, selector: () => leads(editor) });
  return (
    <BubbleMenu
      editor={editor}
      options={{ placement: "bottom-start", offset: 6, flip: true, shift: { padding: 8 } }}
      shouldShow={({ view }) => view.editable && view.hasFocus() && leads(editor).href !== ""}
      className="selection-menu print:hidden"
      role="group"
      aria-label="The link"
    >
      <a href={at.href} target="_blank" rel="noopener noreferrer" className="link mx-2 inline-flex max-w-64 items-center gap-1.5 text-13">
        <ExternalLink aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{at.words}</span>
      </a>
      {at.isLink ? (
        <>
          <IconButton label="Change the link" hint="Ctrl K" icon={<Pencil aria-hidden />} onClick={onLink} />
          <IconButton
            label="Take the link away"
            icon={<Unlink aria-hidden />}
            onClick={() => editor.chain().focus().extendMarkRange("link").unsetLink().run()}
          />
        </>
      ) : null}
    </BubbleMenu>
  );
}

function leads(editor: Editor): { href: string; words: string; isLink: boolean } {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && selection.node.type.name === "mention") {
    const { label, id } = selection.node.attrs;
    return { href: placeOf(selection.node.attrs) ?? "", words: [id, label].filter(Boolean).join(" "), isLink: false };
  }
  const href: unknown = selection.empty ? editor.getAttributes("link").href : null;
  return isSafeHref(href) ? { href, words: href, isLink: true } : { href: "", words: "", isLink: false };
}
