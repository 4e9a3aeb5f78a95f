"use client";

import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { hiddenFields, listPath, type ListState, QUERY_MOST } from "../../lib/browse/rules";
import { paths } from "../../lib/paths";
import { useShortcuts } from "../layout/shortcuts";
import { IconButton } from "../ui/icon-button";
import { Kbd } from "../ui/kbd";
import { Spinner } from "../ui/spinner";

const REST = 180;

/** The one search field over the list that it narrows. What is typed goes to the address when the hand rests; the server draws the list. */
export function ListBar({ state, children }: { state: ListState; children: ReactNode }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [typed, setTyped] = useState(state.q);
  const asked = useRef(state.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);

  // The address changed by another hand (back, a filter): the field follows, unless it is what brought it about.
  useEffect(() => {
    if (state.q === asked.current) return;
    asked.current = state.q;
    setTyped(state.q);
  }, [state.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts([{ keys: "f", label: "Search the incidents", group: "On this page", run: () => field.current?.select() }]);

  function ask(q: string) {
    clearTimeout(timer.current);
    if (q === asked.current) return;
    asked.current = q;
    startTransition(() => router.replace(listPath(state, { q }), { scroll: false }));
  }
  function onType(text: string) {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(text.trim()), REST);
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    ask(typed.trim());
  }

  return (
    <>
      <search>
        <form action={paths.incidents()} onSubmit={onSubmit} className="relative">
          {hiddenFields(state).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-soft" />
          <input
            ref={field}
            type="search"
            name="q"
            aria-label="Search titles, summaries and every timeline"
            placeholder="Search titles, summaries and every timeline"
            maxLength={QUERY_MOST}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            value={typed}
            onChange={(event) => onType(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || !typed) return;
              event.preventDefault();
              setTyped("");
              ask("");
            }}
            className="[&::-webkit-search-cancel-button]:hidden h-11 w-full rounded-md border border-edge bg-raised pr-20 pl-10 text-16 transition-colors hover:border-soft focus-visible:rounded-md focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0"
          />
          <span className="absolute inset-y-0 right-3 flex items-center gap-2 text-soft">
            {isPending ? <Spinner className="animate-late" /> : null}
            {typed ? (
              <IconButton
                label="Clear the search"
                icon={<X aria-hidden="true" />}
                size="sm"
                onClick={() => {
                  setTyped("");
                  ask("");
                  field.current?.focus();
                }}
              />
            ) : (
              <Kbd keys="f" className="max-sm:hidden" />
            )}
          </span>
        </form>
      </search>
      <div aria-busy={isPending} className={isPending ? "pt-3 opacity-60 transition-opacity delay-300 duration-150" : "pt-3"}>
        {children}
      </div>
    </>
  );
}
