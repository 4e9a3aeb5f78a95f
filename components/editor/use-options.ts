"use client";

import { useQuery } from "@tanstack/react-query";
import { actionItemsQuery } from "../../lib/actions/client";
import { BLOCK_WORDS, BLOCKS } from "../../lib/blocks/words";
import { readTime } from "../../lib/composer/rules";
import { stamp } from "../../lib/dates";
import type { MentionKind } from "../../lib/documents/words";
import { api, queryString } from "../../lib/http/fetch";
import { incidentQuery } from "../../lib/incidents/client";
import type { PersonPage } from "../../lib/people/schema";
import type { SearchHits } from "../../lib/search/schema";
import { matching } from "../../lib/writing/rules";
import { INSERTS } from "../../lib/writing/words";
import { useRoom } from "../room/room-context";
import type { Insertable } from "./insert";
import type { Offer } from "./offers";

export interface Option {
  key: string;
  label: string;
  hint?: string;
  /** What choosing it does: puts something in, or a mention, or a time. A title is not copied: it may be of what others may not see. */
  puts: { insert: Insertable } | { mention: { kind: MentionKind; id: string; label: string } } | { moment: string };
  /** A space after it means it: the word is whole. */
  exact?: boolean;
}

const MOST = 8;
const BLOCK_HINTS = "Kept by the incident, shown here";

const INSERT_OPTIONS: (Option & { words: string })[] = [
  ...INSERTS.map(({ id, label, hint, words }) => ({ key: id, label, hint, words, puts: { insert: id } })),
  ...BLOCKS.map((kind) => ({
    key: kind,
    label: BLOCK_WORDS[kind],
    hint: BLOCK_HINTS,
    words: `live block ${kind.replace("_", " ")}`,
    puts: { insert: `live:${kind}` as const },
  })),
];

/** What is offered for what is being typed. */
export function useOptions(offer: Offer | null): { options: Option[]; waiting: boolean } {
  const { incidentRef, zone } = useRoom();
  const kind = offer?.kind;
  const query = offer?.query.trim() ?? "";
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const sees = incident?.visibility === "private" ? incidentRef : undefined;
  const people = useQuery({
    queryKey: ["people", "mention", query, sees],
    queryFn: ({ signal }) => api<PersonPage>("GET", `/people${queryString({ q: query || undefined, sees, limit: MOST })}`, { signal }),
    enabled: kind === "person",
    staleTime: 30_000,
  });
  const incidents = useQuery({
    queryKey: ["incidents", "mention", query],
    queryFn: ({ signal }) => api<SearchHits>("GET", `/search${queryString({ q: query, limit: MOST })}`, { signal }),
    enabled: kind === "incident" && query.length > 0,
    staleTime: 30_000,
  });
  const actions = useQuery({ ...actionItemsQuery(incidentRef), enabled: kind === "action" });

  if (kind === "insert") return { options: matching(INSERT_OPTIONS, query), waiting: false };
  if (kind === "moment") return { options: momentOptions(query, zone, incident), waiting: false };
  if (kind === "person") {
    const options = (people.data?.items ?? []).map(({ id, name, teams }): Option => {
      return { key: id, label: name, hint: teams.map((team) => team.name).join(", "), puts: { mention: { kind: "person", id, label: name } } };
    });
    return { options, waiting: people.isPending };
  }
  if (kind === "incident") {
    const options = (incidents.data?.incidents ?? []).map(({ ref, title }): Option => {
      return { key: ref, label: ref, hint: title, puts: { mention: { kind: "incident", id: ref, label: "" } }, exact: ref === query.toUpperCase() };
    });
    return { options, waiting: query.length > 0 && incidents.isPending };
  }
  if (kind === "action") {
    const options = (actions.data?.items ?? [])
      .filter(({ ref }) => ref.slice(4).startsWith(query))
      .slice(0, MOST)
      .map(
        ({ ref, title }): Option => ({
          key: ref,
          label: ref,
          hint: title,
          puts: { mention: { kind: "action", id: ref, label: "" } },
          exact: ref === `ACT-${query}`,
        }),
      );
    return { options, waiting: actions.isPending };
  }
  return { options: [], waiting: false };
}

interface Span {
  startedAt: string | null;
  declaredAt: string;
  resolvedAt?: string | null;
}

/** "14:02" is the last such time within the incident, in the reader's zone; "2026-03-01 14:02" is itself. */
function momentOptions(query: string, zone: string, incident: Span | undefined): Option[] {
  const now = new Date();
  const from = new Date(incident?.startedAt ?? incident?.declaredAt ?? now);
  const to = incident?.resolvedAt ? new Date(incident.resolvedAt) : now;
  const text = /^\d{1,2}$/.test(query) ? `${query}:00` : query;
  const read = readTime(text, { now, zone, within: { from, to }, openTheories: [] });
  if (!read) return [];
  const at = read.at.toISOString();
  return [{ key: at, label: text.split(" ").at(-1)!, hint: stamp(at, zone), puts: { moment: at }, exact: /:\d\d$/.test(query) }];
}
