"use client";

import { useCallback } from "react";
import type { Meaning } from "../../lib/composer/rules";
import { api, queryString } from "../../lib/http/fetch";
import { useNextUpdate, useTakeRole } from "../../lib/incidents/client";
import { useOutbox } from "../../lib/outbox/client";
import { newEntryId } from "../../lib/outbox/rules";
import type { Person, PersonPage } from "../../lib/people/schema";
import { useUpdateEntry } from "../../lib/timeline/client";
import type { Entry } from "../../lib/timeline/schema";
import type { TranscriptLine } from "../../lib/transcript/rules";

/**
 * Does what the composer means. Entries, statuses and severities go by the outbox, so they outlive a cut network and a closed tab;
 * what needs an answer first (a lead, a promise, a theory judged) is sent at once, and a refusal is thrown to the composer.
 */
export function useSay(ref: string, me: Person) {
  const outbox = useOutbox(ref, me);
  const { send, sendTo } = outbox;
  const { mutateAsync: takeRole } = useTakeRole(ref);
  const { mutateAsync: promise } = useNextUpdate(ref);
  const { mutateAsync: edit } = useUpdateEntry(ref);

  const say = useCallback(
    async (meaning: Meaning, attachmentIds: string[]): Promise<void> => {
      const when = "at" in meaning && meaning.at ? { occurredAt: meaning.at.toISOString() } : {};
      const later = "knownLater" in meaning && meaning.knownLater ? { knownLater: true } : {};
      const pictures = attachmentIds.length ? { attachmentIds } : {};
      if (meaning.does === "entry") {
        const { kind, body, state } = meaning;
        return send({ kind, body, ...(state ? { data: { state } } : {}), ...when, ...later, ...pictures } as Parameters<typeof send>[0]);
      }
      if (meaning.does === "status") {
        const { status, body, mitigation } = meaning;
        if (!attachmentIds.length && !meaning.knownLater) return sendTo("status", { status, message: body, ...(mitigation ? { mitigation } : {}), ...when });
        return send({ kind: "status", body, data: { to: status, ...(mitigation ? { mitigation } : {}) }, ...when, ...later, ...pictures } as Parameters<
          typeof send
        >[0]);
      }
      if (meaning.does === "severity") return send({ kind: "severity", body: meaning.body, data: { to: meaning.severity }, ...when, ...later, ...pictures });
      if (meaning.does === "lead") {
        const person = await personNamed(meaning.name);
        return void (await takeRole({ role: "lead", personId: person.id }));
      }
      if (meaning.does === "update") return void (await promise({ inMinutes: meaning.inMinutes }));
      if (meaning.does === "rule-out") {
        const because = meaning.because ? { because: meaning.because } : {};
        await edit({ id: meaning.theoryId, input: { data: { state: "ruled_out", ...because } } });
      }
    },
    [send, sendTo, takeRole, promise, edit],
  );

  /** Pasted lines in one go: all of them or none. Sent again they are the same entries, for they bring their ids. */
  const sayLines = useCallback(
    async (lines: TranscriptLine[]): Promise<void> => {
      const entries = lines.map(({ at, saidBy, body }) => ({
        id: newEntryId(),
        kind: "note",
        body,
        occurredAt: at.toISOString(),
        ...(saidBy ? { data: { saidBy } } : {}),
      }));
      await api<{ items: Entry[] }>("POST", `/incidents/${ref}/timeline/batch`, { body: { entries } });
    },
    [ref],
  );

  return { say, sayLines, outbox };
}

async function personNamed(name: string): Promise<{ id: string }> {
  const { items } = await api<PersonPage>("GET", `/people${queryString({ q: name, limit: 5 })}`);
  const plain = name.trim().toLowerCase();
  const found = items.find((person) => person.name.toLowerCase() === plain) ?? (items.length === 1 ? items[0] : undefined);
  if (!found) throw new Error(items.length ? `Who of them: ${items.map((person) => person.name).join(", ")}?` : `Nobody here is called ${name}.`);
  return found;
}
