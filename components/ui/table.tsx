import clsx from "clsx";
import type { ReactNode } from "react";

interface Props {
  /** Read by a screen reader as the table's name; shown above it with `showLabel`. */
  label: string;
  showLabel?: boolean;
  className?: string;
  children: ReactNode;
}

/** A table that breathes and scrolls by itself when it is wide. Its rows are plain `thead`, `tbody`, `tr`, `th`, `td`. */
export function Table({ label, showLabel, className, children }: Props) {
  return (
    <section aria-label={label} tabIndex={0} className={clsx("overflow-x-auto rounded-sm", className)}>
      <table
        className={clsx(
          "w-full border-collapse text-left [&_td]:border-hairline [&_td]:border-t [&_td]:py-2.5 [&_td]:pr-4 [&_td]:align-baseline",
          "[&_th]:py-2 [&_th]:pr-4 [&_th]:text-left [&_th]:font-[550] [&_thead_th]:text-12 [&_thead_th]:text-soft",
          "[&_tbody_th]:border-hairline [&_tbody_th]:border-t [&_td:last-child]:pr-0 [&_th:last-child]:pr-0 [&_thead_th]:whitespace-nowrap",
          "[&_tbody_tr:last-child>*]:border-b",
        )}
      >
        <caption className={showLabel ? "pb-2 text-left font-[550]" : "sr-only"}>{label}</caption>
        {children}
      </table>
    </section>
  );
}
