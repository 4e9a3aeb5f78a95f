"use client";

import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { wordsIn } from "../../lib/documents/projection";
import type { DocNode } from "../../lib/documents/schema";
import { sectionsOf } from "../../lib/documents/text";
import { writtenOf } from "../../lib/documents/written";
import { presentIn } from "./carets";
import type { DocumentConnection, DocumentState } from "../../lib/collab/client";
import type { HeadingAt, Present, Report } from "./report";
import { headingsIn } from "./signposts";

/** What the text tells the page around it, and what the page asks of the text. */

const same = (one: readonly Present[], other: readonly Present[]) => JSON.stringify(one) === JSON.stringify(other);

/** Who else has it open. */
export function usePeople({ awareness }: DocumentConnection, me: string): readonly Present[] {
  const [people, setPeople] = useState<readonly Present[]>([]);
  useEffect(() => {
    const look = () => {
      const now = presentIn(awareness, me);
      setPeople((held) => (same(held, now) ? held : now));
    };
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [awareness, me]);
  return people;
}

const CLOSED: readonly DocumentState["connection"][] = ["gone", "outdated", "signed_out", "full"];

/** Whether one may write now. Alone that: how much is unsent changes with every key. */
export function useMayWrite(connection: DocumentConnection): boolean {
  const look = () => !connection.state.readOnly && !CLOSED.includes(connection.state.connection);
  return useSyncExternalStore(connection.subscribe, look, look);
}

/** Whether there is a text to show, from this browser or from the server. */
export function useIsReady(connection: DocumentConnection): boolean {
  const look = () => connection.state.ready;
  return useSyncExternalStore(connection.subscribe, look, look);
}

/**
 * What others write comes to ProseMirror as a whole new text, with the caret where it last knew it. A click that it has not read yet would be
 * undone by that, so it reads first: when the finger lifts, and before anything of theirs.
 */
export function useCaretFirst(editor: Editor, connection: DocumentConnection): void {
  useEffect(() => {
    const { dom } = editor.view;
    const read = () => {
      if (!editor.isDestroyed && !editor.view.composing) (editor.view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
    };
    connection.beforeTheirs = read;
    dom.addEventListener("mouseup", read);
    return () => {
      connection.beforeTheirs = null;
      dom.removeEventListener("mouseup", read);
    };
  }, [editor, connection]);
}

const COUNT_AFTER = 300;

/** Headings as they are typed; words when the hands rest, for they are counted through the whole text. */
export function useReport(editor: Editor, onReport: (report: Report) => void): void {
  const [headings, setHeadings] = useState<readonly HeadingAt[]>(() => headingsIn(editor.state));
  const [written, setWritten] = useState(() => readIn(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      setHeadings(headingsIn(editor.state));
      timer ??= setTimeout(() => {
        timer = null;
        if (!editor.isDestroyed) setWritten(readIn(editor));
      }, COUNT_AFTER);
    };
    look();
    editor.on("update", look);
    return () => {
      editor.off("update", look);
      if (timer) clearTimeout(timer);
    };
  }, [editor]);
  useEffect(() => onReport({ written, headings }), [written, headings, onReport]);
}

const readIn = (editor: Editor) => {
  const doc = editor.getJSON() as DocNode;
  return writtenOf(
    doc,
    wordsIn(
      sectionsOf(doc)
        .map(({ text }) => text)
        .join("\n"),
    ),
  );
};

/** Leads to a heading: it comes into view, and the caret stands behind it so that the keys go on from there. */
export function useGoTo(editor: Editor, goTo: RefObject<((anchor: string) => void) | null>): void {
  useEffect(() => {
    goTo.current = (anchor) => {
      const heading = editor.view.dom.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`);
      if (!heading) return;
      const at = editor.view.posAtDOM(heading, heading.childNodes.length);
      editor.chain().setTextSelection(at).focus(undefined, { scrollIntoView: false }).run();
      heading.scrollIntoView({ block: "start" });
    };
    return () => {
      goTo.current = null;
    };
  }, [editor, goTo]);
}
