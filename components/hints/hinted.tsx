"use client";

import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useState } from "react";
import type { TextKind } from "../../lib/blameless/words";
import { Input, type InputProps } from "../ui/input";
import type { TextField } from "./mirror";

/** All that hints need comes when somebody begins to write, or when the browser has nothing else to do: a network may be cut before. */
const FieldHints = lazy(() => import("./field-hints"));

interface HintedProps {
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
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    if (!on) return;
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1500));
    const cancel = window.cancelIdleCallback ?? window.clearTimeout;
    const handle = idle(() => setUsed(true));
    return () => cancel(handle);
  }, [on]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees that somebody begins to write in the field within
    <div className={`relative min-w-0 ${className}`} onFocus={() => setUsed(true)}>
      {children}
      {on && isUsed ? (
        <Suspense>
          <FieldHints {...hints} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** A line of text in which wording is asked about. */
export function HintedInput({ field, kind, incidentRef, ref, ...input }: InputProps & Pick<HintedProps, "field" | "kind" | "incidentRef">) {
  return (
    <Hinted field={field} kind={kind} incidentRef={incidentRef}>
      <Input
        {...input}
        ref={(element) => {
          field.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
      />
    </Hinted>
  );
}
