"use client";

import type { ReactNode, RefObject } from "react";
import type { TextKind } from "../../lib/blameless/words";
import { useLater } from "../ui/use-later";
import type { TextField } from "./mirror";

/** All that hints need comes when somebody begins to write, or when the browser has nothing else to do. Where it does not come one writes without. */
const load = () => import("./field-hints");

export interface HintedProps {
  field: RefObject<TextField | null>;
  kind: TextKind;
  incidentRef: string;
  /** What its owner puts into the field, where it is not only what is typed. */
  value?: string;
  /** Whether wording is asked about here and now. */
  on?: boolean;
  children: ReactNode;
  className?: string;
}

/** A box around a plain field in which wording is asked about. */
export function Hinted({ on = true, children, className = "", ...hints }: HintedProps) {
  const [FieldHints, fetch] = useLater(load, on);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees that somebody begins to write in the field within
    <div className={`relative min-w-0 ${className}`} onFocus={() => on && !FieldHints && void fetch().catch(() => undefined)}>
      {children}
      {on && FieldHints ? <FieldHints {...hints} /> : null}
    </div>
  );
}
