import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, WASHED } from "./badge";

interface Props {
  children: ReactNode;
  tone?: Tone;
  icon?: ReactNode;
  /** Takes the chip away; `removeLabel` names what goes ("Remove Checkout"). */
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
}

/** Something that was chosen: a person, a service, a command that is about to be sent. */
export function Chip({ children, tone = "neutral", icon, onRemove, removeLabel, className }: Props) {
  return (
    <span
      data-solid
      className={clsx(
        "inline-flex h-6 max-w-full items-center gap-1.5 rounded-sm px-2 font-[550] text-13",
        WASHED[tone],
        tone === "neutral" && "!text-ink",
        onRemove && "pr-0.5",
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={removeLabel ?? "Remove"}
          onClick={onRemove}
          className="touch grid size-5 shrink-0 place-items-center rounded-sm opacity-70 hover:opacity-100"
        >
          <X aria-hidden="true" className="size-3" strokeWidth={2.25} />
        </button>
      ) : null}
    </span>
  );
}
