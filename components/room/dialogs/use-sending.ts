"use client";

import { useState } from "react";
import { isProblem } from "../../../lib/http/fetch";

/** A dialog's send: pending, what was refused and where, and the question whether to let someone in. */
export function useSending(onDone: () => void) {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ message: string; fields: Record<string, string>; letIn: boolean } | null>(null);
  async function send(run: () => Promise<unknown>) {
    setPending(true);
    setRefusal(null);
    try {
      await run();
      onDone();
    } catch (error) {
      const errors = isProblem(error) ? error.errors : [];
      setRefusal({
        message: error instanceof Error ? error.message : "That did not work. What you typed is kept.",
        fields: Object.fromEntries(errors.map((one) => [one.path.split(".")[0]!, one.message])),
        letIn: errors.some((one) => one.code === "not_let_in"),
      });
    } finally {
      setPending(false);
    }
  }
  return { pending, refusal, send };
}
