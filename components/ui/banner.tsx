import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type BannerTone = "note" | "caution" | "danger" | "calm";

const LOOKS: Record<BannerTone, string> = {
  note: "bg-sunken [--b:var(--ink-soft)]",
  caution: "bg-caution-wash [--b:var(--caution)]",
  danger: "bg-danger-wash [--b:var(--danger)]",
  calm: "bg-calm-wash [--b:var(--calm)]",
};

interface Props {
  tone?: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  /** One or two buttons: what to do about it. */
  actions?: ReactNode;
  /** `alert` interrupts a screen reader; `status` waits for a pause; left out, it is part of the page. */
  role?: "alert" | "status";
  className?: string;
}

/** A sentence that concerns the whole place: what happened, what was kept, what to do. */
export function Banner({ tone = "note", title, children, actions, role, className }: Props) {
  const Icon = tone === "danger" ? CircleAlert : tone === "caution" ? TriangleAlert : Info;
  return (
    <div role={role} data-solid className={clsx("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-3.5 py-2.5", LOOKS[tone], className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-(--b)" />
      <div className="min-w-0 flex-1 basis-60">
        {title ? <p className="font-[550] leading-5">{title}</p> : null}
        {children ? <div className="text-soft leading-5">{children}</div> : null}
      </div>
      {actions ? <div className="flex shrink-0 items-center gap-2 self-center">{actions}</div> : null}
    </div>
  );
}
