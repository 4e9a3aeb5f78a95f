"use client";

import type { Ref } from "react";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import type { Refusal } from "./form";

interface Props {
  ref: Ref<HTMLDivElement>;
  refused: Refusal | null;
  onRetry: () => void;
}

/** What was refused, above the form, where the focus goes when no field is at fault. */
export function FormSummary({ ref, refused, onRetry }: Props) {
  return (
    <div ref={ref} tabIndex={-1} className="outline-none empty:hidden [&:not(:empty)]:mb-4">
      {refused ? (
        <Banner
          tone={refused.retry ? "caution" : "danger"}
          role="alert"
          actions={
            refused.retry ? (
              <Button size="sm" onClick={onRetry}>
                Try again
              </Button>
            ) : null
          }
        >
          <span className="text-ink">{refused.message}</span>
        </Banner>
      ) : null}
    </div>
  );
}
