"use client";

import { useFormState } from "react-hook-form";

/** The error of one field of the form around it, as `FieldErrors` hands it down. */
export function useErrorAt(name: string): string | undefined {
  const { errors } = useFormState({ name });
  return messageAt(errors, name);
}

/** The message at `serviceIds.2.name`, or the first below it. */
function messageAt(errors: object, path: string): string | undefined {
  let here: unknown = errors;
  for (const step of path.split(".")) here = typeof here === "object" && here !== null ? (here as Record<string, unknown>)[step] : undefined;
  return firstMessage(here);
}

function firstMessage(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { message } = node as { message?: unknown };
  if (typeof message === "string" && message) return message;
  for (const [key, child] of Object.entries(node)) {
    const found = key === "ref" ? undefined : firstMessage(child);
    if (found) return found;
  }
  return undefined;
}
