import { lazy } from "react";

/** What opens over a list of items; none of it is sent before it is wanted. */
export const SHEETS = {
  owner: lazy(() => import("./owner-sheet")),
  due: lazy(() => import("./due-sheet")),
  reason: lazy(() => import("./reason-sheet")),
  snooze: lazy(() => import("./snooze-sheet")),
};
export type SheetName = keyof typeof SHEETS;
