"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { searchAnything } from "../../lib/browse/client";
import { paths } from "../../lib/paths";
import { useDeclareFacts } from "../declare/declare-context";
import { Palette } from "../layout/palette";
import { ACTIONS } from "./actions";
import { groupsOf } from "./groups";

const allHref = (q: string) => paths.incidents({ q });

/** The palette with what it finds: incidents, words of their timelines, services, people, teams. */
export default function WorkspacePalette() {
  const { zone } = useDeclareFacts();
  const cache = useQueryClient();
  const search = useCallback(
    async (query: string, signal: AbortSignal) => groupsOf(await searchAnything(cache, query, signal), zone, Date.now()),
    [cache, zone],
  );
  return <Palette search={search} destinations={ACTIONS} allHref={allHref} />;
}
