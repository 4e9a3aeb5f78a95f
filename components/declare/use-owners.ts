"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type Dispatch, type SetStateAction, useEffect } from "react";
import type { DeclareDraft } from "../../lib/declare/rules";
import { serviceQuery } from "../../lib/services/client";

/** Looks up whose the services are that the sheet was opened with: their teams are whom one calls. */
export function useOwners(draft: DeclareDraft, setDraft: Dispatch<SetStateAction<DeclareDraft>>): void {
  const cache = useQueryClient();
  const unknown = draft.services.flatMap((service) => (service.team === undefined ? [service.id] : [])).join();
  useEffect(() => {
    for (const id of unknown ? unknown.split(",") : []) {
      cache.fetchQuery({ ...serviceQuery(id), retry: false }).then(
        ({ team }) => setDraft((before) => ({ ...before, services: before.services.map((service) => (service.id === id ? { ...service, team } : service)) })),
        () => {},
      );
    }
  }, [unknown, cache, setDraft]);
}
