import type { ReactNode } from "react";

/** Lines that scroll sideways, reached by the keyboard as well. */
export function Scrolled({ label, segment, className = "", children }: { label: string; segment?: string; className?: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      data-segment={segment}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
      tabIndex={0}
      className={`overflow-x-auto font-mono text-12 leading-5 [font-variant-ligatures:none] -outline-offset-2! ${className}`}
    >
      {children}
    </section>
  );
}
