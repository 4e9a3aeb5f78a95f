"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Chip } from "./chip";
import { floatingStyle } from "./floating-style";
import { place } from "./place";
import { useListbox } from "./use-listbox";

export interface Choice {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface Props {
  /** The field's id, for its label; `Field` gives it. */
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-label"?: string;
  value: readonly Choice[];
  onChange: (value: Choice[]) => void;
  /** All choices, or a way to look for them. */
  choices: readonly Choice[] | ((query: string) => Promise<readonly Choice[]>);
  /** One choice only; choosing another replaces it. */
  single?: boolean;
  placeholder?: string;
  nothing?: string;
}

const fits = (choice: Choice, query: string) => `${choice.label} ${choice.hint ?? ""}`.toLowerCase().includes(query.trim().toLowerCase());

/** Choose people, services or teams by typing. Backspace takes the last one away. The list floats above dialogs. */
export function Combobox({ value, onChange, choices, single, placeholder, nothing = "Nothing by that name", ...field }: Props) {
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<{ query: string; rows: readonly Choice[]; failed?: true }>({ query: "", rows: [] });
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const floating = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (typeof choices !== "function") return setAnswer({ query, rows: choices.filter((choice) => fits(choice, query)).slice(0, 50) });
    if (!open) return;
    let stale = false;
    const timer = setTimeout(
      () =>
        choices(query).then(
          (rows) => !stale && setAnswer({ query, rows }),
          () => !stale && setAnswer({ query, rows: [], failed: true }),
        ),
      query ? 120 : 0,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [choices, query, open]);

  // Until the answer to what is typed is there, Enter must not choose what stood there for something else.
  const isLooking = answer.query !== query;
  const found = isLooking ? answer.rows.filter((choice) => fits(choice, query)) : answer.rows;
  const none = isLooking ? "Looking…" : answer.failed ? "This cannot be looked up right now" : nothing;

  const isChosen = (choice: Choice) => value.some((one) => one.id === choice.id);
  function toggle(choice: Choice | undefined) {
    if (!choice) return;
    if (isChosen(choice)) onChange(value.filter((one) => one.id !== choice.id));
    else onChange(single ? [choice] : [...value, choice]);
    setQuery("");
    // Left open it would cover what comes next; typing, an arrow or a press opens it again.
    setOpen(false);
  }

  const listbox = useListbox({ count: found.length, open, onChoose: (at) => toggle(found[at]), onClose: () => setOpen(false) });
  const isShown = open && (found.length > 0 || query !== "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: chips and rows move the list's place
  useEffect(() => {
    const list = floating.current;
    if (!list || !box.current) return;
    if (isShown && !list.matches(":popover-open")) list.showPopover();
    if (!isShown && list.matches(":popover-open")) list.hidePopover();
    if (isShown) place(box.current, list, { matchWidth: true, gap: 4 });
  }, [isShown, answer, query, value]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the text puts the caret in it; the keyboard is in it already
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      ref={box}
      onClick={() => input.current?.focus()}
      className="flex min-h-9 w-full flex-wrap items-center gap-1 rounded-md border border-edge bg-raised px-1.5 py-1 focus-within:border-focus focus-within:outline-1 focus-within:outline-focus hover:border-soft has-aria-invalid:border-danger"
    >
      {value.map((choice) => (
        <Chip key={choice.id} icon={choice.icon} onRemove={() => onChange(value.filter((one) => one.id !== choice.id))} removeLabel={`Remove ${choice.label}`}>
          {choice.label}
        </Chip>
      ))}
      <input
        ref={input}
        {...field}
        {...listbox.field}
        value={query}
        placeholder={value.length === 0 ? placeholder : undefined}
        className="h-6.5 min-w-24 flex-1 bg-transparent px-1.5 outline-none"
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.target.matches(":focus-visible") && setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setQuery("");
        }}
        onKeyDown={(event) => {
          if (event.key === "Backspace" && query === "" && value.length > 0) onChange(value.slice(0, -1));
          if (event.key === "ArrowDown" && !open) setOpen(true);
          // A name that is not chosen yet does not send the form.
          if (event.key === "Enter" && query !== "") event.preventDefault();
          listbox.onKeyDown(event);
        }}
      />
      <div ref={floating} popover="manual" className={clsx(floatingStyle, "overflow-hidden!")}>
        {found.length ? (
          // The list itself scrolls: it is what the field's arrows move through.
          <div
            {...listbox.list}
            role="listbox"
            aria-label={field["aria-label"] ?? placeholder ?? "Choices"}
            aria-multiselectable={!single || undefined}
            className="max-h-70 overflow-y-auto"
          >
            {found.map((choice, at) => (
              <div
                key={choice.id}
                {...listbox.option(at)}
                role="option"
                tabIndex={-1}
                aria-selected={isChosen(choice)}
                className={clsx("flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5", at === listbox.active && "bg-sunken")}
              >
                {choice.icon}
                <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                {choice.hint ? <span className="truncate text-13 text-soft">{choice.hint}</span> : null}
                {isChosen(choice) ? <Check aria-hidden="true" className="size-4 text-accent" /> : null}
              </div>
            ))}
          </div>
        ) : (
          <p className="px-2.5 py-1.5 text-soft">{none}</p>
        )}
      </div>
      <span role="status" className="sr-only">
        {isShown ? (found.length ? `${found.length} to choose from` : none) : ""}
      </span>
    </div>
  );
}
