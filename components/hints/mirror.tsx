"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Hint } from "./texts";

export type TextField = HTMLTextAreaElement | HTMLInputElement;

/** All that decides where a letter stands. */
const SET = [
  "direction",
  "fontFamily",
  "fontFeatureSettings",
  "fontKerning",
  "fontSize",
  "fontStyle",
  "fontVariantLigatures",
  "fontVariantNumeric",
  "fontWeight",
  "letterSpacing",
  "lineHeight",
  "overflowWrap",
  "paddingBlock",
  "paddingInline",
  "tabSize",
  "textAlign",
  "textIndent",
  "textRendering",
  "textTransform",
  "unicodeBidi",
  "wordBreak",
  "wordSpacing",
] as const;

interface Props {
  field: RefObject<TextField | null>;
  layer: RefObject<HTMLDivElement | null>;
  text: string;
  /** In order, and none over another. */
  hints: readonly Hint[];
  open: Hint | null;
}

/** A plain field cannot underline its words: its text is drawn over it once more, unseen, with a line under what asks a question. */
export function Mirror({ field, layer, text, hints, open }: Props) {
  const words = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [of, over, inner] = [field.current, layer.current, words.current];
    if (!of || !over || !inner) return;
    const lay = () => {
      const style = getComputedStyle(of);
      for (const name of SET) over.style[name] = style[name];
      const isLine = of instanceof HTMLInputElement;
      Object.assign(over.style, {
        left: `${of.offsetLeft + of.clientLeft}px`,
        top: `${of.offsetTop + of.clientTop}px`,
        width: `${of.clientWidth}px`,
        height: `${of.clientHeight}px`,
        whiteSpace: isLine ? "pre" : "pre-wrap",
        display: isLine ? "grid" : "block",
        alignContent: "center",
      });
      follow();
    };
    const follow = () => {
      inner.style.transform = `translate(${-of.scrollLeft}px, ${-of.scrollTop}px)`;
    };
    lay();
    const sizes = new ResizeObserver(lay);
    sizes.observe(of);
    of.addEventListener("scroll", follow, { passive: true });
    return () => {
      sizes.disconnect();
      of.removeEventListener("scroll", follow);
    };
  }, [field, layer]);

  // A field that scrolls along with its caret does so after the text was set.
  useLayoutEffect(() => {
    const of = field.current;
    if (of && words.current && text !== "") words.current.style.transform = `translate(${-of.scrollLeft}px, ${-of.scrollTop}px)`;
  }, [field, text]);

  const ends = [0, ...hints.map(({ end }) => end)];
  return (
    <div ref={layer} aria-hidden="true" className="hint-mirror print:hidden">
      <div ref={words}>
        {hints.map((hint, at) => [
          text.slice(ends[at], hint.start),
          // biome-ignore lint/suspicious/noArrayIndexKey: it stands where it stands
          <span key={at} data-hint={at} className={isSame(open, hint) ? "hint hint-open" : "hint"}>
            {text.slice(hint.start, hint.end)}
          </span>,
        ])}
        {text.slice(ends.at(-1))}
        {/* A line that was just begun has its height. */}
        {text.endsWith("\n") ? "\u200b" : null}
      </div>
    </div>
  );
}

export const isSame = (one: Hint | null, other: Hint) => one !== null && one.start === other.start && one.end === other.end && one.rule === other.rule;
