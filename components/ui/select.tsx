import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { fieldStyle } from "./field-style";

/** The platform's own list of choices, dressed: it works with every keyboard, thumb and screen reader. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={`relative block ${className ?? ""}`}>
      <select className={fieldStyle("h-9 appearance-none truncate pr-9 pl-3")} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft" />
    </span>
  );
}
