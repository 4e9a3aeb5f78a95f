"use client";

import { useQuery } from "@tanstack/react-query";
import { type Editor, NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import clsx from "clsx";
import { GripVertical, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, lazy, type MouseEvent, Suspense, useEffect, useRef, useState } from "react";
import { useBlocks } from "../../../lib/blocks/client";
import { BLOCK_WORDS, type BlockKind, TIMELINE_FILTER_WORDS, TIMELINE_FILTERS, type TimelineFilter } from "../../../lib/blocks/words";
import { incidentQuery } from "../../../lib/incidents/client";
import { Block } from "../../blocks/block";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { toast } from "../../ui/toast";
import { placeKept } from "../place-kept";

/** Asks a block to open its rows for editing: Enter on one that is chosen. */
export const OPEN_BLOCK = "candor:open-block";

// What edits a block is sent when it is opened first.
const EDITS = {
  timeline: lazy(() => import("./edit-timeline")),
  ruled_out: lazy(() => import("./edit-timeline")),
  changes: lazy(() => import("./edit-changes")),
  factors: lazy(() => import("./edit-factors")),
  nets: lazy(() => import("./edit-nets")),
  actions: lazy(() => import("./edit-actions")),
  figures: lazy(() => import("./edit-figures")),
};

const VERBS: Record<BlockKind, string> = {
  timeline: "timeline.edit",
  ruled_out: "timeline.edit",
  changes: "change.judge",
  factors: "factor.write",
  nets: "net.write",
  actions: "action.write",
  figures: "incident.update",
};

/** A live block in the text: its rows as a reader will see them, and, opened, what edits them in place. */
export function LiveFrame({ node, editor, selected, getPos, updateAttributes }: ReactNodeViewProps) {
  const { incidentRef, zone } = useRoom();
  const kind = node.attrs.kind as BlockKind;
  const filter = node.attrs.filter as TimelineFilter;
  const blocks = useBlocks(incidentRef, kind);
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const mayWrite = editor.isEditable && (incident?.can.includes(VERBS[kind]) ?? false);
  const [asked, setOpen] = useState(false);
  const open = asked && mayWrite;
  const place = useRef<HTMLDivElement>(null);
  const words = BLOCK_WORDS[kind];

  // The outer element is the text's: it says when Enter was pressed on it, and must not be dragged by what is typed inside of it.
  useEffect(() => {
    const outer = place.current?.closest<HTMLElement>(".live-block");
    if (!outer) return;
    outer.draggable = !open;
    const begin = () => setOpen(true);
    outer.addEventListener(OPEN_BLOCK, begin);
    return () => outer.removeEventListener(OPEN_BLOCK, begin);
  }, [open]);

  useEffect(() => {
    if (open) focusFirst(place.current);
  }, [open]);

  function close() {
    setOpen(false);
    const at = getPos();
    if (at !== undefined) editor.chain().setNodeSelection(at).focus().run();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || !open || (event.target as Element).closest("dialog, [popover], [role=combobox]")) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  const Edit = EDITS[kind];
  return (
    <NodeViewWrapper
      ref={place}
      data-live={kind}
      onKeyDown={onKeyDown}
      onClickCapture={editor.isEditable && !open ? stay : undefined}
      className={clsx(
        "group/live relative my-7 rounded-md font-sans text-14 leading-[1.5] outline-offset-8",
        selected && !open && "outline-2 outline-accent",
        open && "outline-1 outline-line",
      )}
    >
      <div data-live-own className="flex min-h-7 flex-wrap items-center gap-x-1.5 text-12 text-soft print:hidden">
        {editor.isEditable ? (
          <span data-drag-handle data-tip="Drag to move" className="-ml-5.5 cursor-grab text-faint opacity-0 group-hover/live:opacity-100 max-sm:hidden">
            <GripVertical aria-hidden="true" className="size-4" />
          </span>
        ) : null}
        <span className="mr-auto">
          <span className="font-[550] text-ink">{words}</span> · live
        </span>
        {kind === "timeline" && editor.isEditable ? (
          <label>
            <span className="sr-only">What the timeline shows</span>
            <select
              value={filter}
              onChange={(event) => updateAttributes({ filter: event.target.value })}
              className="touch h-6 rounded-sm bg-transparent pr-1 text-12 hover:bg-sunken"
            >
              {TIMELINE_FILTERS.map((one) => (
                <option key={one} value={one}>
                  {TIMELINE_FILTER_WORDS[one]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {mayWrite ? (
          <Button
            size="sm"
            variant="quiet"
            icon={open ? undefined : <Pencil aria-hidden="true" />}
            aria-expanded={open}
            aria-label={open ? `Done with ${words}` : `Edit ${words} here`}
            onClick={() => (open ? close() : setOpen(true))}
          >
            {open ? "Done" : "Edit here"}
          </Button>
        ) : null}
        {editor.isEditable ? (
          <IconButton size="sm" label={`Take ${words} out of the text`} icon={<Trash2 aria-hidden="true" />} onClick={() => takeOut(editor, getPos())} />
        ) : null}
      </div>
      {open ? (
        <div data-live-own data-live-rows className="pt-2 pb-1">
          <Suspense fallback={<p className="animate-late text-13 text-soft">Opening …</p>}>
            {blocks ? <Edit kind={kind} filter={filter} blocks={blocks} /> : null}
          </Suspense>
        </div>
      ) : blocks ? (
        <div className="[&>section]:mt-1.5 [&>section]:mb-0">
          <Block kind={kind} filter={filter} blocks={blocks} zone={zone} />
        </div>
      ) : (
        <p className="animate-late py-2 text-13 text-soft">Reading the rows …</p>
      )}
    </NodeViewWrapper>
  );
}

/** A press on a link chooses the block: whoever writes is not led away. With Ctrl or ⌘ it leads where it says. */
function stay(event: MouseEvent) {
  if ((event.target as Element).closest("a") && !event.ctrlKey && !event.metaKey && !(event.target as Element).closest("[data-live-own]"))
    event.preventDefault();
}

/** What is opened is there a moment later, when its code has come. */
function focusFirst(place: HTMLElement | null) {
  if (!place) return;
  const focus = () => {
    const first = place.querySelector<HTMLElement>("[data-live-rows] :is(button, input, select, textarea, [tabindex='0']):not([disabled])");
    first?.focus();
    return first !== null;
  };
  if (focus()) return;
  const watch = new MutationObserver(() => focus() && watch.disconnect());
  watch.observe(place, { childList: true, subtree: true });
}

/** Out of the text, and back where it stood, whatever others wrote meanwhile. Its rows stay what they are. */
function takeOut(editor: Editor, at: number | undefined) {
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  editor
    .chain()
    .focus()
    .deleteRange({ from: at, to: at + node.nodeSize })
    .run();
  const kept = placeKept(editor, at);
  toast(`${BLOCK_WORDS[node.attrs.kind as BlockKind]} is out of the text; its rows stay`, {
    undo: () => void editor.chain().insertContentAt(kept.at(), node.toJSON()).focus().run(),
  });
}
