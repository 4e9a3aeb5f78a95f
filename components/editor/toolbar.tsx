"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Bold, ChevronDown, Code, ImagePlus, Italic, Link2, List, ListChecks, ListOrdered, Plus, Quote, Redo2, Strikethrough, Undo2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { BLOCK_WORDS, BLOCKS } from "../../lib/blocks/words";
import { INSERTS } from "../../lib/writing/words";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { insert } from "./insert";
import { PlaceMenu } from "./place-menu";

interface Props {
  editor: Editor;
  onLink: () => void;
  onPicture: () => void;
  /** At its end: who is here, and whether it is saved. */
  aside: ReactNode;
}

const LEVELS = [
  [0, "Text"],
  [2, "Heading"],
  [3, "Smaller heading"],
  [4, "Smallest heading"],
] as const;
/** What can be put in by a button beside the menu stands there alone. */
const BY_BUTTON: readonly string[] = ["text", "heading", "subheading", "bullets", "numbers", "tasks", "quote", "picture"];

/** One row of tools above the text. It is one stop of Tab; arrows move within it. */
export function Toolbar({ editor, onLink, onPicture, aside }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const on = useEditorState({ editor, selector: () => stateOf(editor) });
  useRoving(bar);

  const run = (command: (chain: ReturnType<Editor["chain"]>) => ReturnType<Editor["chain"]>) => () => void command(editor.chain().focus()).run();
  const level = (to: number) => run((chain) => (to === 0 ? chain.setParagraph() : chain.setHeading({ level: to as 2 })));
  return (
    <div className="desk-bar desk-bar-there print:hidden">
      <div
        ref={bar}
        role="toolbar"
        aria-label="Formatting"
        aria-orientation="horizontal"
        className="desk-tools"
        onKeyDown={(event) => walk(event, bar.current)}
      >
        <IconButton
          size="md"
          label="Undo"
          hint="Ctrl Z"
          icon={<Undo2 aria-hidden />}
          aria-disabled={!on.undo || undefined}
          onClick={run((chain) => chain.undo())}
        />
        <IconButton
          size="md"
          label="Redo"
          hint="Ctrl Shift Z"
          icon={<Redo2 aria-hidden />}
          aria-disabled={!on.redo || undefined}
          onClick={run((chain) => chain.redo())}
        />
        <Menu
          label="What this paragraph is"
          trigger={(anchor) => (
            <Button {...anchor} size="sm" variant="quiet" className="h-8 min-w-23 justify-between!">
              {LEVELS.find(([at]) => at === on.level)?.[1].replace(" heading", "") ?? "Text"}
              <ChevronDown aria-hidden className="size-3.5!" />
            </Button>
          )}
          items={LEVELS.map(([at, label]) => ({ label, checked: on.level === at, onSelect: level(at) }))}
        />
        <IconButton label="Bold" hint="Ctrl B" pressed={on.bold} icon={<Bold aria-hidden />} onClick={run((chain) => chain.toggleBold())} />
        <IconButton label="Italic" hint="Ctrl I" pressed={on.italic} icon={<Italic aria-hidden />} onClick={run((chain) => chain.toggleItalic())} />
        <IconButton
          label="Struck out"
          hint="Ctrl Shift S"
          pressed={on.strike}
          icon={<Strikethrough aria-hidden />}
          onClick={run((chain) => chain.toggleStrike())}
        />
        <IconButton label="Code in the line" hint="Ctrl E" pressed={on.code} icon={<Code aria-hidden />} onClick={run((chain) => chain.toggleCode())} />
        <IconButton label="Link" hint="Ctrl K" pressed={on.link} icon={<Link2 aria-hidden />} onClick={onLink} />
        <IconButton label="List" pressed={on.bullets} icon={<List aria-hidden />} onClick={run((chain) => chain.toggleBulletList())} />
        <IconButton label="Numbered list" pressed={on.numbers} icon={<ListOrdered aria-hidden />} onClick={run((chain) => chain.toggleOrderedList())} />
        <IconButton label="Task list" pressed={on.tasks} icon={<ListChecks aria-hidden />} onClick={run((chain) => chain.toggleTaskList())} />
        <IconButton label="Quote" pressed={on.quote} icon={<Quote aria-hidden />} onClick={run((chain) => chain.toggleBlockquote())} />
        <IconButton label="Picture" icon={<ImagePlus aria-hidden />} onClick={onPicture} />
        <Menu
          label="Insert"
          trigger={(anchor) => (
            <Button {...anchor} size="sm" variant="quiet" className="h-8" icon={<Plus aria-hidden />} data-tip="Insert" data-tip-key="/">
              Insert
            </Button>
          )}
          items={[
            ...INSERTS.filter(({ id }) => !BY_BUTTON.includes(id)).map(({ id, label }) => ({ label, onSelect: () => insert(editor, id, null, onPicture) })),
            null,
            ...BLOCKS.map((kind) => ({ label: BLOCK_WORDS[kind], onSelect: () => insert(editor, `live:${kind}`, null, onPicture) })),
          ]}
        />
        <PlaceMenu editor={editor} />
      </div>
      <div className="desk-aside">{aside}</div>
    </div>
  );
}

function stateOf(editor: Editor) {
  const can = editor.can();
  return {
    level: (editor.isActive("heading") ? Number(editor.getAttributes("heading").level) : 0) as number,
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    strike: editor.isActive("strike"),
    code: editor.isActive("code"),
    link: editor.isActive("link"),
    bullets: editor.isActive("bulletList"),
    numbers: editor.isActive("orderedList"),
    tasks: editor.isActive("taskList"),
    quote: editor.isActive("blockquote"),
    undo: can.undo(),
    redo: can.redo(),
  };
}

const toolsIn = (bar: HTMLElement | null) => [...(bar?.querySelectorAll<HTMLElement>(":scope > button") ?? [])];

function walk(event: KeyboardEvent, bar: HTMLElement | null) {
  const tools = toolsIn(bar);
  const here = tools.indexOf(event.target as HTMLElement);
  const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tools.length - 1 }[event.key];
  if (here < 0 || to === undefined) return;
  event.preventDefault();
  const next = tools[(to + tools.length) % tools.length]!;
  for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1;
  next.focus();
}

/** Of all tools one is reached by Tab: the one that had the focus last. */
function useRoving(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const tools = toolsIn(bar.current);
    const kept = tools.find((tool) => tool.tabIndex === 0 && tool.dataset.roving === "") ?? tools[0];
    for (const tool of tools) {
      tool.dataset.roving = "";
      tool.tabIndex = tool === kept ? 0 : -1;
    }
  });
}
