import { type ComponentType, useCallback, useEffect, useState } from "react";

/**
 * A piece that comes after the page: `fetch` brings it, and `ahead` when the browser has nothing to do, so that it is there when the network
 * is not. Null until then; `fetch` is refused where it cannot be had (no network, or a deploy took it away), and may be tried again.
 * @param load A stable function (outside the component): `const load = () => import("./declare-sheet")`.
 */
export function useLater<Props>(load: () => Promise<{ default: ComponentType<Props> }>, ahead: boolean) {
  const [Piece, setPiece] = useState<ComponentType<Props> | null>(null);
  const fetch = useCallback(() => load().then((loaded) => setPiece(() => loaded.default)), [load]);
  useEffect(() => {
    if (!ahead) return;
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1500));
    const cancel = window.cancelIdleCallback ?? window.clearTimeout;
    const handle = idle(() => void fetch().catch(() => undefined));
    return () => cancel(handle);
  }, [ahead, fetch]);
  return [Piece, fetch] as const;
}
