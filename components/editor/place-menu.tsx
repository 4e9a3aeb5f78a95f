"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { ChevronDown, MessageSquareText, Table2 } from "lucide-react";
import { CALLOUT_WORDS, CALLOUTS } from "../../lib/documents/words";
import { Button } from "../ui/button";
import { Menu, type MenuItem } from "../ui/menu";

/** What can be done with the table or the callout in which the caret stands. */
export function PlaceMenu({ editor }: { editor: Editor }) {
  const at = useEditorState({
    editor,
    selector: () => ({ table: editor.isActive("table"), callout: editor.isActive("callout") ? String(editor.getAttributes("callout").kind) : null }),
  });
  const run = (command: (chain: ReturnType<Editor["chain"]>) => ReturnType<Editor["chain"]>) => () => void command(editor.chain().focus()).run();
  const table: (MenuItem | null)[] = [
    { label: "Row above", onSelect: run((chain) => chain.addRowBefore()) },
    { label: "Row below", onSelect: run((chain) => chain.addRowAfter()) },
    { label: "Column before", onSelect: run((chain) => chain.addColumnBefore()) },
    { label: "Column after", onSelect: run((chain) => chain.addColumnAfter()) },
    { label: "Header row on or off", onSelect: run((chain) => chain.toggleHeaderRow()) },
    { label: "Header column on or off", onSelect: run((chain) => chain.toggleHeaderColumn()) },
    null,
    { label: "Take the row out", onSelect: run((chain) => chain.deleteRow()) },
    { label: "Take the column out", onSelect: run((chain) => chain.deleteColumn()) },
    { label: "Take the table out", onSelect: run((chain) => chain.deleteTable()) },
  ];
  return (
    <>
      {at.table ? (
        <Menu
          label="Table"
          items={table}
          trigger={(anchor) => (
            <Button {...anchor} size="sm" variant="quiet" className="h-8" icon={<Table2 aria-hidden />}>
              Table
              <ChevronDown aria-hidden className="size-3.5!" />
            </Button>
          )}
        />
      ) : null}
      {at.callout ? (
        <Menu
          label="Callout"
          items={[
            ...CALLOUTS.map((kind) => ({
              label: CALLOUT_WORDS[kind],
              checked: at.callout === kind,
              onSelect: run((chain) => chain.updateAttributes("callout", { kind })),
            })),
            null,
            { label: "Back into the text", onSelect: run((chain) => chain.lift("callout")) },
          ]}
          trigger={(anchor) => (
            <Button {...anchor} size="sm" variant="quiet" className="h-8" icon={<MessageSquareText aria-hidden />}>
              Callout
              <ChevronDown aria-hidden className="size-3.5!" />
            </Button>
          )}
        />
      ) : null}
    </>
  );
}
