"use client";

import { createContext } from "react";

/**
 * How a field finds its error: a hook that the form around it hands down. So a field that stands in no form of ours brings
 * no form library with it.
 */
export const FieldErrors = createContext<(name: string) => string | undefined>(() => undefined);
