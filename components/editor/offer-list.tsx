"use client";

import type { Editor } from "@tiptap/core";
import clsx from "clsx";
import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { floatingStyle } from "../ui/floating-style";
import { place } from "../ui/place";
import { insert } from "./insert";
import { type Offer, type Offers, withdraw } from "./offers";
import { OfferGlyph } from "./offer-glyph";
import { type Option, useOptions } from "./use-options";

interface Props {
  editor: Editor;
  offers: Offers;
  onPicture: () => void;
}

const NAMES: Record<Offer["kind"], string> = {
  insert: "Insert",
  person: "People",
  moment: "Times",
  incident: "Incidents",
  action: "Action items",
};

/** What is offered at the caret. The keys stay with the text, which points at the chosen line by `aria-activedescendant`. */
export function OfferList({ editor, offers, onPicture }: Props) {
  const offer = useSyncExternalStore(offers.subscribe, offers.get, offers.get);
  const { options, waiting } = useOptions(offer);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = offer ? `${offer.kind} ${offer.query}` : "";
  const [moved, setMoved] = useState({ at: "", to: 0 });
  const active = Math.min(moved.at === at ? moved.to : 0, options.length - 1);
  const isOpen = offer !== null && options.length > 0;

  function choose(option: Option | undefined) {
    if (!offer || !option) return;
    withdraw(offers, editor.view);
    const { puts } = option;
    if ("insert" in puts) return insert(editor, puts.insert, offer.range, onPicture);
    const node = "mention" in puts ? { type: "mention", attrs: puts.mention } : { type: "moment", attrs: { at: puts.moment } };
    editor
      .chain()
      .focus()
      .insertContentAt(offer.range, [node, { type: "text", text: " " }])
      .run();
  }

  function onKey(event: KeyboardEvent): boolean {
    if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setMoved({ at, to: (active + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length });
      return true;
    }
    // The word is whole: the space after it means what it names.
    const meant = event.key === " " ? options.find(({ exact }) => exact) : undefined;
    if (!meant && event.key !== "Enter" && event.key !== "Tab") return false;
    if (event.shiftKey) return false;
    choose(meant ?? options[active]);
    return true;
  }
  useEffect(() => {
    offers.onKey = onKey;
  });
  useEffect(
    () => () => {
      offers.onKey = null;
    },
    [offers],
  );

  useEffect(() => {
    const { dom } = editor.view;
    if (!isOpen) return;
    dom.setAttribute("aria-controls", id);
    dom.setAttribute("aria-activedescendant", `${id}-${active}`);
    return () => {
      dom.removeAttribute("aria-controls");
      dom.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, isOpen, active]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a list of another length is placed anew
  useLayoutEffect(() => {
    const floating = list.current;
    if (!floating) return;
    if (!isOpen) {
      if (floating.matches(":popover-open")) floating.hidePopover();
      return;
    }
    if (!floating.matches(":popover-open")) floating.showPopover();
    const put = () => {
      const rect = offer.rect();
      if (rect) place({ getBoundingClientRect: () => rect } as Element, floating, { side: "bottom", align: "start" });
    };
    put();
    addEventListener("scroll", put, { passive: true, capture: true });
    addEventListener("resize", put, { passive: true });
    return () => {
      removeEventListener("scroll", put, { capture: true });
      removeEventListener("resize", put);
    };
  }, [isOpen, offer, options.length]);

  useEffect(() => {
    if (isOpen) list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [isOpen, active]);

  return (
    <>
      <div ref={list} popover="manual" className={clsx(floatingStyle, "w-78 overflow-hidden!")}>
        {isOpen ? (
          <div id={id} role="listbox" tabIndex={0} aria-label={NAMES[offer.kind]} className="max-h-80 overflow-y-auto overscroll-contain">
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which points here by aria-activedescendant
              <div
                key={option.key}
                id={`${id}-${index}`}
                data-index={index}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => index !== active && setMoved({ at, to: index })}
                onClick={() => choose(option)}
                className={clsx("flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5", index === active && "bg-sunken")}
              >
                <OfferGlyph option={option} />
                <span className="min-w-0">
                  <span className="isolate-text block truncate font-[550] leading-5">{option.label}</span>
                  {option.hint ? <span className="isolate-text block truncate text-12 text-soft">{option.hint}</span> : null}
                </span>
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <span role="status" className="sr-only">
        {isOpen ? `${options.length} to choose from` : offer && !waiting && offer.query ? "Nothing by that name" : ""}
      </span>
    </>
  );
}
