"use client";

import type { Editor } from "@tiptap/core";
import clsx from "clsx";
import { ExternalLink, Unlink } from "lucide-react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { hrefOf } from "../../lib/writing/rules";
import { Button } from "../ui/button";
import { floatingStyle } from "../ui/floating-style";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { place } from "../ui/place";

interface Props {
  editor: Editor;
  open: boolean;
  onClose: () => void;
}

/** Where a link leads: written, opened or taken away, beside the words that carry it. */
export function LinkSheet({ editor, open, onClose }: Props) {
  const box = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const said = useId();
  const [href, setHref] = useState("");
  const [words, setWords] = useState("");
  const [refusal, setRefusal] = useState("");
  const [was, setWas] = useState("");
  const [bare, setBare] = useState(false);

  useEffect(() => {
    const floating = box.current;
    if (!floating) return;
    if (!open) {
      if (floating.matches(":popover-open")) floating.hidePopover();
      return;
    }
    const held = String(editor.getAttributes("link").href ?? "");
    if (held) editor.commands.extendMarkRange("link");
    const { from, to, empty } = editor.state.selection;
    const chosen = editor.state.doc.textBetween(from, to, " ").trim();
    setWas(held);
    setHref(held || hrefOf(chosen) || "");
    setWords("");
    setBare(empty);
    setRefusal("");
    floating.showPopover();
    const [head, foot] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to)];
    const rect = new DOMRect(head.left, head.top, Math.max(0, foot.right - head.left), foot.bottom - head.top);
    place({ getBoundingClientRect: () => rect } as Element, floating, { side: "bottom", align: "start" });
    requestAnimationFrame(() => field.current?.select());
  }, [editor, open]);

  function close() {
    onClose();
    editor.commands.focus();
  }
  function set(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const whole = hrefOf(href);
    if (!whole) {
      setRefusal(href.trim() ? "That is no address that a link may have: https, mailto, or a place in Candor such as INC-12." : "Write where it leads.");
      return field.current?.focus();
    }
    const chain = editor.chain().focus();
    if (bare && !was) {
      const text = words.trim() || href.trim();
      chain
        .insertContent([{ type: "text", text, marks: [{ type: "link", attrs: { href: whole } }] }])
        .unsetMark("link")
        .run();
    } else chain.extendMarkRange("link").setLink({ href: whole }).setTextSelection(editor.state.selection.to).run();
    onClose();
  }

  return (
    <form
      ref={box}
      popover="auto"
      role="dialog"
      aria-label="Link"
      onSubmit={set}
      onToggle={(event) => event.newState === "closed" && open && onClose()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      className={clsx(floatingStyle, "w-84 !p-2.5")}
    >
      <div className="flex items-center gap-1.5">
        <Input
          ref={field}
          value={href}
          aria-label="Address"
          placeholder="https://, INC-12, ACT-7"
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? said : undefined}
          onChange={(event) => {
            setHref(event.target.value);
            setRefusal("");
          }}
          className="min-w-0 flex-1"
        />
        <Button type="submit" size="sm" variant="primary" className="h-9">
          {was ? "Set" : "Link"}
        </Button>
      </div>
      {bare && !was ? (
        <Input value={words} aria-label="Its words" placeholder="Its words" onChange={(event) => setWords(event.target.value)} className="mt-1.5 w-full" />
      ) : null}
      {refusal ? (
        <p id={said} role="alert" className="mt-1.5 text-13 text-danger">
          {refusal}
        </p>
      ) : null}
      {was ? (
        <div className="mt-1.5 flex items-center gap-1">
          <a href={was} target="_blank" rel="noopener noreferrer" className="link inline-flex min-w-0 flex-1 items-center gap-1.5 text-13">
            <ExternalLink aria-hidden className="size-3.5 shrink-0" /> <span className="truncate">Open it</span>
          </a>
          <IconButton
            size="sm"
            label="Take the link away"
            icon={<Unlink aria-hidden />}
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onClose();
            }}
          />
        </div>
      ) : null}
    </form>
  );
}
