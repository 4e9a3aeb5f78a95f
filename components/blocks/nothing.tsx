import type { ReactNode } from "react";

/** A block whose rows are not there yet. */
export const Nothing = ({ children }: { children: ReactNode }) => <p className="text-soft">{children}</p>;
