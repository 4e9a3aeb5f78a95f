import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** What it does: its accessible name, and its tooltip. */
  label: string;
  icon: ReactNode;
  /** A single key that does the same, shown in the tooltip. */
  hint?: string;
  size?: "sm" | "md";
  /** For a toggle: on, off. Left out, it is no toggle. */
  pressed?: boolean;
}

export function IconButton({ label, icon, hint, size = "md", pressed, className, type = "button", ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      aria-pressed={pressed}
      data-tip={label}
      data-tip-key={hint}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-sm text-soft transition-colors hover:bg-sunken hover:text-ink",
        "disabled:pointer-events-none disabled:opacity-50 aria-expanded:bg-sunken aria-expanded:text-ink aria-pressed:text-accent",
        size === "sm" ? "touch size-6 [&_svg]:size-3.5" : "size-8 [&_svg]:size-4",
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
