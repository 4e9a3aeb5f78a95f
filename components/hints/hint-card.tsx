"use client";

import "./hints.css";
import clsx from "clsx";
import { ChevronDown, ChevronUp, MessageCircleQuestion } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { HINT_CLASS_WORDS } from "../../lib/blameless/words";
import { paths } from "../../lib/paths";
import { Button } from "../ui/button";
import { floatingStyle } from "../ui/floating-style";
import { IconButton } from "../ui/icon-button";
import { place } from "../ui/place";
import type { Hint } from "./texts";

/** Beside its words; a sheet (on a phone) stands at the foot of what is seen, or above its words where it would lie on them. */
function placeBeside(words: DOMRect, card: HTMLElement) {
  place({ getBoundingClientRect: () => words } as Element, card);
  const seen = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
  const lies = words.bottom > seen - card.offsetHeight && words.top < seen;
  card.style.setProperty("--foot", `${Math.round(innerHeight - (lies ? words.top - 8 : seen))}px`);
}

export interface HintActs {
  onReplace: (suggestion: string) => void;
  onAsk: () => void;
  /** Left out where one may not keep. */
  onKeep?: () => void;
  /** To the next one, or to the one before. */
  onStep: (by: 1 | -1) => void;
  /** `back`: the hands go back to where they wrote. */
  onClose: (back: boolean) => void;
}

interface Props extends HintActs {
  hint: Hint;
  /** Which one of how many, from 0. */
  at: number;
  of: number;
  /** Where its words are on the screen. */
  rect: () => DOMRect | null;
  /** Opened by the keyboard, which goes into it. */
  byKeys: boolean;
}

/** Why the words are underlined, the question that they leave open, and what can be done. It stays away until it is asked for. */
export function HintCard({ hint, at, of, rect, byKeys, onReplace, onAsk, onKeep, onStep, onClose }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const acts = useRef<HTMLDivElement>(null);
  const id = useId();
  const { label } = HINT_CLASS_WORDS[hint.class];
  const count = of === 1 ? "1 hint" : `${of} hints; hint ${at + 1} of ${of}`;

  useLayoutEffect(() => {
    const floating = card.current;
    if (!floating) return;
    floating.showPopover();
    const put = () => {
      const words = rect();
      if (words) placeBeside(words, floating);
    };
    addEventListener("scroll", put, { passive: true, capture: true });
    addEventListener("resize", put, { passive: true });
    return () => {
      removeEventListener("scroll", put, { capture: true });
      removeEventListener("resize", put);
    };
  }, [rect]);
  // Its words move, by others' hands too.
  useLayoutEffect(() => {
    const words = rect();
    if (card.current && words) placeBeside(words, card.current);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each hint that is stepped to takes the focus anew
  useEffect(() => {
    if (byKeys) acts.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [byKeys, hint]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" && event.key !== "F8") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") onClose(true);
    else onStep(event.shiftKey ? -1 : 1);
  }

  return (
    <div
      ref={card}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}count ${id}class`}
      aria-describedby={hint.question ? `${id}why ${id}question` : `${id}why`}
      className={clsx(floatingStyle, "hint-card !p-0 print:hidden")}
      onToggle={(event) => event.target === event.currentTarget && event.newState === "closed" && onClose(false)}
      onKeyDown={onKeyDown}
    >
      <div className="px-4 pt-3 pb-3.5">
        <div className="-mr-1.5 flex min-h-6 items-center gap-1.5">
          <span id={`${id}count`} className="sr-only">
            {`${count}: `}
          </span>
          <span id={`${id}class`} className="min-w-0 flex-1 font-[550] text-13 text-soft">
            <span className="hint">{label}</span>
          </span>
          {of > 1 ? (
            <>
              <span aria-hidden className="text-12 text-faint tabular-nums">
                {at + 1} of {of}
              </span>
              <IconButton size="sm" label="The hint before" hint="Shift F8" icon={<ChevronUp aria-hidden />} onClick={() => onStep(-1)} />
              <IconButton size="sm" label="The next hint" hint="F8" icon={<ChevronDown aria-hidden />} onClick={() => onStep(1)} />
            </>
          ) : null}
        </div>
        <p id={`${id}why`} className="mt-1.5 leading-5">
          {hint.why}
        </p>
        {hint.question ? (
          <p id={`${id}question`} className="mt-2 font-serif text-16 leading-snug">
            {hint.question}
          </p>
        ) : null}
        <div ref={acts} className="mt-3 flex flex-wrap gap-1.5">
          {hint.suggestions.map((suggestion) => (
            <Button key={suggestion} size="sm" className="!h-auto min-h-7 max-w-full !whitespace-normal py-1 text-left" onClick={() => onReplace(suggestion)}>
              {`Replace with “${suggestion}”`}
            </Button>
          ))}
          {hint.question ? (
            <Button size="sm" icon={<MessageCircleQuestion aria-hidden />} onClick={onAsk}>
              Ask the question
            </Button>
          ) : null}
          {onKeep ? (
            <Button size="sm" variant="quiet" onClick={onKeep}>
              Keep
            </Button>
          ) : null}
        </div>
      </div>
      <div className="border-hairline border-t px-4 py-1.5">
        <a href={paths.language(hint.rule)} target="_blank" rel="noopener" className="link inline-block py-1 text-12 text-soft">
          Why does it say that?
        </a>
      </div>
    </div>
  );
}
