"use client";

import { Search } from "lucide-react";
import { palette } from "./openers";

/** Opens the palette: for those who have no `/` under their thumb, and for those who do not know of it yet. */
export function FindButton({ look = "side" }: { look?: "side" | "bar" }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => palette.open()}
      className={
        look === "side"
          ? "flex w-full items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-left text-soft leading-5.5 transition-colors hover:bg-hover hover:text-ink"
          : "grid size-9 place-items-center rounded-full text-soft"
      }
    >
      {look === "side" ? "Find" : <Search aria-hidden="true" className="size-5" />}
      {look === "side" ? (
        <span aria-hidden="true" className="font-mono text-12 text-faint">
          /
        </span>
      ) : (
        <span className="sr-only">Find</span>
      )}
    </button>
  );
}
