"use client";

import type { ReactNode } from "react";
import { Banner } from "../ui/banner";
import { CopyButton } from "../ui/copy-button";
import { Input } from "../ui/input";

/** A link or a token that is shown this once. It can be copied, and taken by hand where there is no clipboard. */
export function ShownOnce({ label, secret, children }: { label: string; secret: string; children?: ReactNode }) {
  return (
    <div className="space-y-3">
      <div className="flex items-center gap-2">
        <Input readOnly value={secret} aria-label={label} data-autofocus className="font-mono text-13" onFocus={(event) => event.currentTarget.select()} />
        <CopyButton text={secret} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <Banner tone="caution">It is shown this once: only a fingerprint of it is kept.{children ? <> {children}</> : null}</Banner>
    </div>
  );
}
