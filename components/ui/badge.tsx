import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "danger" | "caution" | "calm" | "later" | "learned";

export const WASHED: Record<Tone, string> = {
  neutral: "bg-sunken text-soft",
  accent: "bg-accent-wash text-accent",
  danger: "bg-danger-wash text-danger",
  caution: "bg-caution-wash text-caution",
  calm: "bg-calm-wash text-calm",
  later: "bg-later-wash text-later",
  learned: "bg-learned-wash text-learned",
};

/** A short word about a thing. It informs; what can be pressed or taken away is a `Chip`. */
export function Badge({ tone = "neutral", className, children }: { tone?: Tone; className?: string; children: ReactNode }) {
  return (
    <span data-solid className={clsx("inline-flex items-center gap-1 rounded-sm px-1.5 py-px font-[550] text-12 whitespace-nowrap", WASHED[tone], className)}>
      {children}
    </span>
  );
}
