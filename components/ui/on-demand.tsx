"use client";

import { type ComponentType, useEffect } from "react";
import type { Opener } from "./opener";
import { toast } from "./toast";
import { useLater } from "./use-later";

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: what an opener starts from is its own affair
  opener: Opener<any>;
  /** A stable function (outside the component): `const load = () => import("./declare-sheet")`. */
  load: () => Promise<{ default: ComponentType }>;
  /** Fetch the code while the browser has nothing to do, so that opening takes no round trip. */
  ahead?: boolean;
}

/** Mounts a heavy piece (a sheet, the palette) when it is first opened, and keeps it mounted from then on. */
export function OnDemand({ opener, load, ahead = false }: Props) {
  const { open } = opener.use();
  const [Piece, fetch] = useLater(load, ahead);

  useEffect(() => {
    if (!open || Piece) return;
    fetch().catch(() => {
      opener.close();
      toast("This part could not be loaded. Is the network there? Try again in a moment.", { tone: "danger" });
    });
  }, [open, Piece, fetch, opener]);

  return Piece ? <Piece /> : null;
}
