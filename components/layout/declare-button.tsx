"use client";

import { Flame } from "lucide-react";
import { paths } from "../../lib/paths";
import { declareSheet } from "./openers";

/** The one button that is on every page. Before the page's scripts are there it leads to the same form as a page. */
export function DeclareButton({ look = "nav", hint = true }: { look?: "nav" | "bar"; hint?: boolean }) {
  return (
    <form action={paths.newIncident()} className="contents">
      <button
        type="submit"
        aria-haspopup="dialog"
        aria-keyshortcuts={hint ? "d" : undefined}
        onClick={(event) => {
          event.preventDefault();
          declareSheet.open();
        }}
        className={
          look === "nav"
            ? "flex w-full items-center justify-between rounded-md border border-transparent bg-accent py-[0.4375rem] pr-2 pl-3 font-semibold text-on-accent leading-5 transition-colors hover:bg-accent-strong focus-visible:rounded-md"
            : "flex flex-1 flex-col items-center justify-center gap-0.5 text-12 text-accent"
        }
      >
        {look === "bar" ? (
          <span className="grid size-7 place-items-center rounded-full bg-accent text-on-accent">
            <Flame aria-hidden="true" className="size-4" />
          </span>
        ) : null}
        {look === "bar" ? <span className="font-semibold leading-none">Declare</span> : "Declare"}
        {look === "nav" && hint ? (
          <span aria-hidden="true" className="grid h-5 min-w-5 place-items-center rounded-sm font-mono text-12">
            d
          </span>
        ) : null}
      </button>
    </form>
  );
}
