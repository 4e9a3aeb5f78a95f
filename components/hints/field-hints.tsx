"use client";

import { X } from "lucide-react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { TextKind } from "../../lib/blameless/words";
import { IconButton } from "../ui/icon-button";
import { HintCard } from "./hint-card";
import { isSame, Mirror, type TextField } from "./mirror";
import type { Hint } from "./texts";
import { useField } from "./use-field";
import { useKept, useReader } from "./use-hints";

interface Props {
  field: RefObject<TextField | null>;
  kind: TextKind;
  incidentRef: string;
  /** What its owner puts there, where it is not only what is typed. */
  value?: string;
}

let cards = 0;

/** Hints in a plain field. Stands behind it in a box of their own (`relative`); the question that one asks stands beneath. */
export default function FieldHints({ field, kind, incidentRef, value }: Props) {
  useReader();
  const { kept, keep } = useKept(incidentRef);
  const { text, shown } = useField(field, kind, kept, value);
  const layer = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ hint: Hint; byKeys: boolean; nth: number } | null>(null);
  const [question, setQuestion] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  // One that was edited away, or kept by someone else, has no card.
  const at = opened ? shown.findIndex((hint) => isSame(opened.hint, hint)) : -1;
  const open = shown[at] ?? null;
  if (opened && !open) setOpened(null);
  if (question !== null && text.trim() === "") setQuestion(null);

  const step = useCallback(
    (by: 1 | -1, byKeys: boolean) => {
      const caret = field.current?.selectionEnd ?? 0;
      const next =
        at >= 0
          ? shown.at((at + by + shown.length) % shown.length)
          : by === 1
            ? (shown.find(({ end }) => end >= caret) ?? shown[0])
            : (shown.findLast(({ start }) => start <= caret) ?? shown.at(-1));
      // A step stays in the card that is open.
      if (next) setOpened((before) => ({ hint: next, byKeys, nth: before?.nth ?? ++cards }));
      // Said again though it is the same, by a full stop more.
      else setSaid((before) => (before.endsWith(".") ? "No hints here" : "No hints here."));
    },
    [field, shown, at],
  );

  useEffect(() => {
    const of = field.current;
    if (!of) return;
    const onClick = ({ clientX: x, clientY: y }: MouseEvent) => {
      const spans = [...(layer.current?.querySelectorAll<HTMLElement>("[data-hint]") ?? [])];
      const under = spans.find((span) => [...span.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
      const hint = shown[Number(under?.dataset.hint)];
      if (hint) setOpened({ hint, byKeys: false, nth: ++cards });
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      step(event.shiftKey ? -1 : 1, true);
    };
    const onPress = onClick as EventListener;
    of.addEventListener("click", onPress);
    of.addEventListener("keydown", onKey as EventListener);
    return () => {
      of.removeEventListener("click", onPress);
      of.removeEventListener("keydown", onKey as EventListener);
    };
  }, [field, shown, step]);

  const rect = useCallback(() => layer.current?.querySelector(".hint-open")?.getBoundingClientRect() ?? null, []);
  const back = () => field.current?.focus();

  return (
    <>
      <Mirror field={field} layer={layer} text={shown.length ? text : ""} hints={shown} open={open} />
      {open ? (
        <HintCard
          key={opened?.nth}
          hint={open}
          at={at}
          of={shown.length}
          rect={rect}
          byKeys={opened?.byKeys ?? false}
          onReplace={(suggestion) => {
            setOpened(null);
            if (field.current) typeOver(field.current, open, suggestion);
          }}
          onAsk={() => {
            setOpened(null);
            setQuestion(open.question);
            back();
          }}
          onKeep={() => {
            keep(open);
            setOpened(null);
            back();
          }}
          onStep={(by) => step(by, opened?.byKeys ?? false)}
          onClose={(isBack) => {
            setOpened(null);
            if (isBack) back();
          }}
        />
      ) : null}
      <div role="status">
        {question ? (
          <p className="mt-1.5 flex items-start gap-1 font-serif text-14 text-soft leading-5">
            <span className="min-w-0 flex-1">{question}</span>
            <IconButton size="sm" label="Put the question away" icon={<X aria-hidden />} onClick={() => setQuestion(null)} />
          </p>
        ) : null}
        <span className="sr-only">{said}</span>
      </div>
    </>
  );
}

/** As if it had been typed: the field's own undo takes it back, and the caret stays with its letters. */
function typeOver(field: TextField, { start, end }: Hint, suggestion: string) {
  field.focus();
  const caret = field.selectionEnd ?? end;
  field.setSelectionRange(start, end);
  if (suggestion) document.execCommand("insertText", false, suggestion);
  else document.execCommand("delete");
  const by = suggestion.length - (end - start);
  const now = caret >= end ? caret + by : Math.min(caret, start + suggestion.length);
  field.setSelectionRange(now, now);
}
