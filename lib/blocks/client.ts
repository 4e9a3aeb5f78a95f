import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { actionItemsQuery } from "../actions/client";
import { diffQuery, incidentChangesQuery } from "../changes/client";
import type { IncidentChange } from "../changes/schema";
import { CHANGE_KIND_WORDS } from "../changes/words";
import { factorsQuery } from "../factors/client";
import { api, keyOf } from "../http/fetch";
import { incidentQuery } from "../incidents/client";
import { netsQuery } from "../nets/client";
import { timelineQuery, withEntries } from "../timeline/client";
import { plainLine } from "../timeline/rules";
import type { Entry, EntryPage } from "../timeline/schema";
import { type EntryKind, KIND_WORDS } from "../timeline/words";
import { cutDiff, diffsShown } from "./rules";
import type { Blocks } from "./schema";
import type { BlockKind } from "./words";

/** So much of a timeline is held where one writes; a key moment before that is read when it is published. */
const ENTRIES_HELD = 2000;
const PART = 100;

const NEEDS: Record<"timeline" | "changes" | "factors" | "nets" | "actions", readonly BlockKind[]> = {
  timeline: ["timeline", "ruled_out", "figures", "factors"],
  changes: ["changes", "factors"],
  factors: ["factors"],
  nets: ["nets", "figures"],
  actions: ["actions"],
};

/** The rows of one block as the caches of the room hold them, which the live socket keeps. Null until all of them are there. */
export function useBlocks(ref: string, kind: BlockKind): Blocks | null {
  const wants = (name: keyof typeof NEEDS) => ({ enabled: NEEDS[name].includes(kind) });
  const incident = useQuery(incidentQuery(ref)).data;
  const timeline = useQuery({ ...timelineQuery(ref), ...wants("timeline") }).data;
  const changes = useQuery({ ...incidentChangesQuery(ref), ...wants("changes") }).data?.items;
  const factors = useQuery({ ...factorsQuery(ref), ...wants("factors") }).data?.items;
  const nets = useQuery({ ...netsQuery(ref), ...wants("nets") }).data?.items;
  const actions = useQuery({ ...actionItemsQuery(ref), ...wants("actions") }).data?.items;
  useOlderParts(ref, wants("timeline").enabled);
  const diffs = useDiffs(ref, kind === "changes" ? changes : undefined);

  return useMemo(() => {
    const held = { timeline, changes, factors, nets, actions };
    if (!incident || Object.keys(NEEDS).some((name) => NEEDS[name as keyof typeof NEEDS].includes(kind) && !held[name as keyof typeof held])) return null;
    return {
      incident,
      ...(timeline ? { timeline: timeline.items } : {}),
      ...(changes ? { changes, diffs } : {}),
      ...(factors ? { factors, evidence: evidenceOf(timeline?.items ?? [], changes ?? []) } : {}),
      ...(nets ? { nets } : {}),
      ...(actions ? { actions } : {}),
    };
  }, [kind, incident, timeline, changes, diffs, factors, nets, actions]);
}

/** What may be cited, in a line. */
const evidenceOf = (entries: readonly Entry[], changes: readonly IncidentChange[]): NonNullable<Blocks["evidence"]> =>
  Object.fromEntries([
    ...entries
      .filter(({ deletedAt }) => !deletedAt)
      .map((entry) => [`entry:${entry.id}`, { at: entry.occurredAt, words: plainLine(entry.body) || KIND_WORDS[entry.kind] }]),
    ...changes.map(({ id, kind, occurredAt, summary }) => [
      `change:${id}`,
      { at: occurredAt, words: `${CHANGE_KIND_WORDS[kind]}: ${summary || "nothing changed"}` },
    ]),
  ]);

/** A document tells all of the timeline, a room opens with its newest part: what stands before it is laid into the same cache, once. */
function useOlderParts(ref: string, enabled: boolean): void {
  const cache = useQueryClient();
  const { queryKey } = timelineQuery(ref);
  const held = useQuery({ ...timelineQuery(ref), enabled: false }).data;
  useQuery({
    queryKey: ["older-parts", ref, held?.older],
    enabled: enabled && !!held?.older && held.items.length < ENTRIES_HELD,
    staleTime: Number.POSITIVE_INFINITY,
    // Each part names the one before it, so that they follow each other by themselves.
    queryFn: async ({ signal }) => {
      const page = await api<EntryPage>("GET", `/incidents/${ref}/timeline?order=newest&limit=${PART}&cursor=${held!.older!}`, { signal });
      cache.setQueryData(queryKey, (now) => now && { ...withEntries(now, page.items), older: page.nextCursor });
      return page.items.length;
    },
  });
}

function useDiffs(ref: string, changes: Blocks["changes"]): NonNullable<Blocks["diffs"]> {
  const shown = useMemo(() => diffsShown(changes ?? []), [changes]);
  const texts = useQueries({
    queries: shown.map(({ change, fits }) => ({ ...diffQuery(change, ref), enabled: fits })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(
    () =>
      Object.fromEntries(
        shown.flatMap(({ change: { id }, fits }, at) => {
          const text = texts[at];
          return fits && text === undefined ? [] : [[id, text === undefined ? { text: "", cut: true } : cutDiff(text)]];
        }),
      ),
    [shown, texts],
  );
}

/** An entry told after the fact, as it travels: times as ISO text. */
export interface Told {
  id: string;
  kind: Exclude<EntryKind, "status" | "severity" | "role" | "change">;
  body: string;
  occurredAt: string;
  precision?: "approximate";
  knownLater?: boolean;
  data?: { state: "ruled_out"; because?: string };
  letIn?: boolean;
}

/** Puts it on the timeline where it happened. */
export function useTellEntry(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Told) => api<Entry>("POST", `/incidents/${ref}/timeline`, { body, key: keyOf(body) }),
    onSuccess: (entry) => cache.setQueryData(timelineQuery(ref).queryKey, (held) => held && withEntries(held, [entry])),
  });
}
