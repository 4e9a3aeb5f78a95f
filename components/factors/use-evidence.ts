"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { incidentChangesQuery } from "../../lib/changes/client";
import { CHANGE_KIND_WORDS } from "../../lib/changes/words";
import { clock } from "../../lib/dates";
import { evidenceKey } from "../../lib/factors/rules";
import type { Evidence } from "../../lib/factors/schema";
import { timelineQuery } from "../../lib/timeline/client";
import { plainLine } from "../../lib/timeline/rules";
import type { Entry } from "../../lib/timeline/schema";
import { KIND_WORDS } from "../../lib/timeline/words";
import type { Choice } from "../ui/combobox";

const SHOWN = 12;
const MOST = 110;

/** How evidence reads, and what there is to choose from: this incident's entries and changes, and a link that is typed. */
export function useEvidence(incidentRef: string, zone: string) {
  const cache = useQueryClient();
  const timeline = useQuery(timelineQuery(incidentRef)).data;
  const changes = useQuery(incidentChangesQuery(incidentRef)).data;

  const ofEntry = (entry: Entry) => `${clock(entry.occurredAt, zone)} ${short(plainLine(entry.body)) || KIND_WORDS[entry.kind]}`;

  function labelOf({ kind, id, url, label }: Evidence): string {
    if (kind === "url") return label || url!.replace(/^https?:\/\//, "");
    if (kind === "entry") {
      const entry = timeline?.items.find((one) => one.id === id);
      return entry ? ofEntry(entry) : "An entry of the timeline";
    }
    const change = changes?.items.find((one) => one.id === id);
    return change ? `${CHANGE_KIND_WORDS[change.kind]}: ${change.summary || "nothing changed"}` : "A change";
  }

  async function choicesFor(query: string): Promise<Choice[]> {
    const words = query.trim().toLowerCase();
    const link = /^https?:\/\/\S+$/i.test(query.trim()) && URL.canParse(query.trim()) ? [{ id: `url:${query.trim()}`, label: query.trim(), hint: "Link" }] : [];
    const held = await cache.ensureQueryData(timelineQuery(incidentRef));
    const entries = held.items
      .filter((entry) => !entry.deletedAt && !entry.redactedAt && (entry.body !== "" || entry.kind === "status"))
      .sort((a, b) => Number(b.starred) - Number(a.starred) || (a.occurredAt < b.occurredAt ? 1 : -1))
      .map((entry): Choice => ({ id: `entry:${entry.id}`, label: ofEntry(entry), hint: KIND_WORDS[entry.kind] }));
    const told = (changes?.items ?? []).map(
      (change): Choice => ({ id: evidenceKey({ kind: "change", id: change.id }), label: labelOf({ kind: "change", id: change.id }), hint: "Change" }),
    );
    return [...link, ...[...told, ...entries].filter((one) => `${one.label} ${one.hint}`.toLowerCase().includes(words)).slice(0, SHOWN)];
  }

  return { labelOf, choicesFor };
}

/** Cut where a word ends. */
const short = (words: string) => (words.length > MOST ? `${words.slice(0, MOST).replace(/\s+\S*$/, "")} …` : words);
