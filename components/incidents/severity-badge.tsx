import clsx from "clsx";
import type { Severity } from "../../lib/incidents/words";

const LOOKS: Record<Severity, string> = {
  SEV1: "bg-danger text-on-danger",
  SEV2: "bg-danger-wash text-danger ring-1 ring-danger ring-inset",
  SEV3: "text-ink ring-[1.5px] ring-edge ring-inset",
  SEV4: "bg-sunken text-soft",
};

/** Severity by its word and its shape: solid, washed with an edge, outlined, quiet. Not set yet is a dashed outline. */
export function SeverityBadge({ severity, className }: { severity: Severity | null; className?: string }) {
  return (
    <span
      data-solid
      data-graphic={severity === "SEV1" ? "" : undefined}
      className={clsx(
        "inline-flex h-5.5 items-center rounded-sm px-2 font-bold text-12 leading-none tracking-[0.02em] whitespace-nowrap",
        severity ? LOOKS[severity] : "border border-edge border-dashed font-[550] text-soft tracking-normal",
        className,
      )}
    >
      {severity ?? "No severity"}
    </span>
  );
}
