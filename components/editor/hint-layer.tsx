"use client";

import type { Editor } from "@tiptap/core";
import { useQuery } from "@tanstack/react-query";
import { useEditorState } from "@tiptap/react";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { actionItemsQuery } from "../../lib/actions/client";
import type { HintCount } from "../../lib/checklist/rules";
import { HintCard } from "../hints/hint-card";
import { useHintsOf, useKept, useReader } from "../hints/use-hints";
import { isTaken } from "../layout/shortcuts";
import { useRoom } from "../room/room-context";
import { askBelow, rectOf, replaceWords, stepTo } from "./hint-acts";
import { closeHint, type Kept, openedIn, shownIn, unreadIn } from "./hints";

interface Props {
  editor: Editor;
  kept: Kept;
  /** How many are unanswered; null until everything was read. */
  onCount: (count: HintCount | null) => void;
  toFirst: RefObject<(() => void) | null>;
}

/** The hints of the text: their card, their keys, and how many stand. */
export function HintLayer({ editor, kept: told, onCount, toFirst }: Props) {
  const { incidentRef } = useRoom();
  useReader();
  const { kept, keep } = useKept(incidentRef);
  useEffect(() => told.set(kept), [told, kept]);
  const open = useEditorState({ editor, selector: () => openedIn(editor.state) });
  const shown = useEditorState({ editor, selector: () => shownIn(editor.state).map(({ from }) => from) });
  const [said, setSaid] = useState("");
  useCount(editor, kept, onCount);

  const step = useCallback(
    (by: 1 | -1, byKeys: boolean) => {
      const isThere = stepTo(editor, by, byKeys);
      // Said again though it is the same, by a space more.
      if (!isThere) setSaid((before) => (before.endsWith(".") ? "No hints here" : "No hints here."));
    },
    [editor],
  );
  useEffect(() => {
    toFirst.current = () => {
      closeHint(editor.view);
      editor.commands.setTextSelection(0);
      step(1, true);
    };
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target !== editor.view.dom && isTaken(event.target);
      if (event.key !== "F8" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1, true);
    };
    document.addEventListener("keydown", onKey);
    return () => {
      toFirst.current = null;
      document.removeEventListener("keydown", onKey);
    };
  }, [editor, step, toFirst]);

  const rect = useCallback(() => {
    const now = openedIn(editor.state);
    return now && rectOf(editor, now);
  }, [editor]);

  return (
    <>
      {open ? (
        <HintCard
          key={open.nth}
          hint={open.hint}
          at={Math.max(0, shown.indexOf(open.from))}
          of={shown.length}
          rect={rect}
          byKeys={open.byKeys}
          onReplace={(suggestion) => replaceWords(editor, open, suggestion)}
          onAsk={() => askBelow(editor, open)}
          onKeep={() => {
            keep(open.hint);
            editor.commands.focus();
          }}
          onStep={(by) => step(by, open.byKeys)}
          onClose={(back) => {
            closeHint(editor.view);
            if (back) editor.commands.focus();
          }}
        />
      ) : null}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

/** What the checklist says: hints of the text and of the action items that nobody has answered. */
function useCount(editor: Editor, kept: ReadonlySet<string>, onCount: Props["onCount"]) {
  const { incidentRef } = useRoom();
  const items = useQuery(actionItemsQuery(incidentRef)).data?.items;
  const texts = useMemo(
    () => items?.filter(({ status }) => status !== "wont_do").flatMap(({ title, finishTest }) => [title, finishTest ?? ""].filter(Boolean)) ?? [],
    [items],
  );
  const actions = useHintsOf(texts, "action", kept);
  const text = useEditorState({ editor, selector: () => shownIn(editor.state).length });
  const isRead = useEditorState({ editor, selector: () => unreadIn(editor.state) === 0 });
  // A paragraph that is being read anew does not take the line away.
  const [wasRead, setWasRead] = useState(false);
  if (isRead && !wasRead) setWasRead(true);
  const inActions = actions?.length;
  useEffect(() => {
    onCount(wasRead && items && inActions !== undefined ? { text, actions: inActions } : null);
  }, [onCount, wasRead, items, text, inActions]);
}
