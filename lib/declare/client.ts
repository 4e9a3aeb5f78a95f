import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, isProblem, newKey, queryString } from "../http/fetch";
import type { Incident, OpenLike, RoleHolding } from "../incidents/schema";
import { draftKey, drafts } from "../outbox/drafts";
import { type DeclareBody, type DeclareDraft, EMPTY_DRAFT, readDraft, worthAsking } from "./rules";

/** The value as it was when nobody had changed it for `ms`. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

export const openLikeQuery = (title: string, serviceIds: readonly string[]) =>
  queryOptions({
    queryKey: ["open-like", title, ...serviceIds],
    queryFn: ({ signal }) => api<OpenLike>("GET", `/incidents/open-like${queryString({ title, serviceIds: serviceIds.join(",") })}`, { signal }),
    staleTime: 10_000,
    // It is an offer: what does not come at once is not waited for, and without a network it says so.
    retry: false,
    networkMode: "always" as const,
  });

/** Incidents like what is being typed, asked for when the hand rests; the answer before it stays until the next one comes. */
export function useOpenLike(draft: Pick<DeclareDraft, "title" | "services">) {
  const title = useSettled([...draft.title.trim()].slice(0, 200).join(""), 150);
  const services = draft.services.map((service) => service.id);
  const asks = worthAsking(title) || services.length > 0;
  return { ...useQuery({ ...openLikeQuery(worthAsking(title) ? title : "", services), enabled: asks, placeholderData: keepPreviousData }), asks };
}

/** One declaration: the key under which it happens once, and every body that may have arrived without our hearing of it. */
export interface Attempt {
  key: string;
  sent: DeclareBody[];
}

const keyTaken = (error: unknown) => isProblem(error, "INVALID") && error.errors.some((field) => field.path === "Idempotency-Key");
const declare = (body: DeclareBody, key: string) => api<Incident>("POST", "/incidents", { body, key });

/** What was changed after the first try had arrived after all is brought to the incident that stands. */
async function bringAfter(made: Incident, body: DeclareBody): Promise<void> {
  const { severity, mode: _, callFor: __, letIn: ___, externalId: ____, ...fields } = body;
  await api("PATCH", `/incidents/${made.ref}`, { body: fields });
  if (severity && severity !== made.severity) await api("POST", `/incidents/${made.ref}/severity`, { body: { severity }, key: newKey() });
}

/**
 * Declares once, however often it is tried: the key stays until it succeeded. A body that was changed after a try whose answer was lost
 * is refused for its key when that try did arrive; then the incident is already there, and is found by sending what was sent.
 */
async function declareOnce(body: DeclareBody, attempt: Attempt, keep: () => void): Promise<Incident> {
  const same = JSON.stringify(body);
  const before = attempt.sent.filter((sent) => JSON.stringify(sent) !== same);
  attempt.sent = [...before, body];
  keep();
  try {
    return await declare(body, attempt.key);
  } catch (error) {
    if (!keyTaken(error)) {
      // A refusal wrote nothing: only what may have arrived is remembered.
      if (isProblem(error) && error.status >= 400 && error.status < 500) attempt.sent = before;
      keep();
      throw error;
    }
    for (const sent of before) {
      try {
        const made = await declare(sent, attempt.key);
        await bringAfter(made, body).catch(() => undefined);
        return made;
      } catch (again) {
        if (!keyTaken(again)) throw again;
      }
    }
    // Another tab used the key for its own words: these are a declaration of their own.
    attempt.key = newKey();
    keep();
    return declare(body, attempt.key);
  }
}

export function useDeclare() {
  const cache = useQueryClient();
  return useMutation({
    // Also without a network: it fails at once, with a sentence, instead of waiting in silence.
    networkMode: "always",
    retry: false,
    // `keep` is called whenever the attempt changed, so that it outlives the tab.
    mutationFn: ({ body, attempt, keep }: { body: DeclareBody; attempt: Attempt; keep: () => void }) => declareOnce(body, attempt, keep),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ["incidents"] }),
  });
}

/** Joins an open incident instead of declaring it a second time. */
export function useJoin() {
  return useMutation({
    networkMode: "always",
    retry: false,
    mutationFn: ({ ref, personId }: { ref: string; personId: string }) =>
      api<RoleHolding>("POST", `/incidents/${ref}/roles`, { body: { role: "responder", personId }, key: newKey() }),
  });
}

interface Kept extends Attempt {
  draft: DeclareDraft;
}

const drawer = (personId: string) => draftKey(personId, "declare");

/** What this person had typed when the sheet was closed; null where there was nothing. */
export function keptDraft(personId: string): Kept | null {
  const kept = drafts().get(drawer(personId)) as Partial<Kept> | undefined;
  const draft = readDraft(kept?.draft);
  if (!draft || typeof kept?.key !== "string") return null;
  return { draft, key: kept.key, sent: Array.isArray(kept.sent) ? kept.sent : [] };
}

/** Keeps it in this browser, beside the other unsent words of this person. `now`: before anything else happens. */
export function keepDraft(personId: string, kept: Kept, { now }: { now?: boolean } = {}): void {
  drafts().set(drawer(personId), kept);
  if (now) drafts().save();
}

export const forgetDraft = (personId: string): void => drafts().set(drawer(personId), undefined);

export const newAttempt = (): Attempt => ({ key: newKey(), sent: [] });
export const blankDraft = (given: Partial<DeclareDraft> = {}): DeclareDraft => ({ ...EMPTY_DRAFT, ...given });
