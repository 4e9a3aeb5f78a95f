"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { Opener } from "./opener";
import { toast } from "./toast";

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: what an opener starts from is its own affair
  opener: Opener<any>;
  /** A stable function (outside the component): `const load = () => import("./declare-sheet")`. */
  load: () => Promise<{ default: ComponentType }>;
  /** Fetch the code while the browser has nothing to do, so that opening takes no round trip. */
  ahead?: boolean;
}

/** Mounts a heavy piece (a sheet, the palette) when it is first opened, and keeps it mounted from then on. */
export function OnDemand({ opener, load, ahead }: Props) {
  const { open } = opener.use();
  const [Piece, setPiece] = useState<ComponentType | null>(null);

  useEffect(() => {
    if (!open || Piece) return;
    load().then(
      (loaded) => setPiece(() => loaded.default),
      () => {
        opener.close();
        toast("This part could not be loaded. Is the network there? Try again in a moment.", { tone: "danger" });
      },
    );
  }, [open, Piece, load, opener]);

  useEffect(() => {
    if (!ahead) return;
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1500));
    const cancel = window.cancelIdleCallback ?? window.clearTimeout;
    const handle = idle(
      () =>
        void load().then(
          (loaded) => setPiece(() => loaded.default),
          () => {},
        ),
    );
    return () => cancel(handle);
  }, [ahead, load]);

  return Piece ? <Piece /> : null;
}
