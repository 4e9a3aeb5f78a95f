"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { blankDraft, forgetDraft, keepDraft, keptDraft, newAttempt, useDeclare } from "../../lib/declare/client";
import { bodyOf, calledBy, type DeclareDraft, isUntouched, titleProblem } from "../../lib/declare/rules";
import { paths } from "../../lib/paths";
import { useDeclareFacts } from "./declare-context";
import { readRefusal } from "./refusal";
import { useLoneTeams } from "./use-lone-teams";
import { useOwners } from "./use-owners";

export type Declaration = ReturnType<typeof useDeclaration>;

/** A declaration from its first letter to its room: the draft and where it is kept, the one attempt, and what was refused. */
export function useDeclaration(start: Partial<DeclareDraft> | undefined, onLeave: () => void) {
  const { me } = useDeclareFacts();
  const [kept] = useState(() => keptDraft(me.id));
  const [draft, setDraft] = useState<DeclareDraft>(() => kept?.draft ?? blankDraft(start));
  const [restored, setRestored] = useState(kept !== null);
  const [titleError, setTitleError] = useState<string | null>(null);
  const attempt = useRef(kept ? { key: kept.key, sent: kept.sent } : null);
  attempt.current ??= newAttempt();
  const titleField = useRef<HTMLInputElement>(null);

  const { mutateAsync, error, reset } = useDeclare();
  const [isSending, setSending] = useState(false);
  const refusal = readRefusal(error);
  const { lone, settle } = useLoneTeams(draft);
  const told = calledBy(draft, lone);

  const { goTo, leaving } = useLeaving(onLeave);
  const locked = useRef(false);
  const declared = useRef(false);

  // At each change, not when closing: a tab that dies has closed nothing.
  const untouched = isUntouched(draft, start);
  const keep = (now = true) => keepDraft(me.id, { draft, key: attempt.current!.key, sent: attempt.current!.sent }, { now });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is kept when it is made
  useEffect(() => {
    if (declared.current) return;
    if (untouched && attempt.current?.sent.length === 0) forgetDraft(me.id);
    else keep(false);
  }, [draft, untouched, me.id]);
  useOwners(draft, setDraft);

  function change(part: Partial<DeclareDraft>) {
    setDraft((before) => ({ ...before, ...part }));
    if (part.title !== undefined) setTitleError(null);
  }
  const changeCall = (part: Partial<DeclareDraft["call"]>) => setDraft((before) => ({ ...before, call: { ...before.call, ...part } }));

  function startAfresh() {
    attempt.current = newAttempt();
    setDraft(blankDraft(start));
    setRestored(false);
    setTitleError(null);
    reset();
    titleField.current?.focus();
  }

  async function submit(letIn = false) {
    if (locked.current) return;
    const problem = titleProblem(draft.title);
    setTitleError(problem);
    if (problem) return titleField.current?.focus();
    locked.current = true;
    setSending(true);
    try {
      const made = await mutateAsync({ body: bodyOf(draft, calledBy(draft, await settle()), letIn), attempt: attempt.current!, keep });
      declared.current = true;
      forgetDraft(me.id);
      goTo(paths.incident(made.ref));
    } catch {
      // What was refused stands beside the button and the fields; the text stays as it is.
      locked.current = false;
      setSending(false);
      setTimeout(() => titleField.current?.form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), 50);
    }
  }

  return {
    draft,
    change,
    changeCall,
    setDraft,
    told,
    lone,
    untouched,
    restored,
    startAfresh,
    titleField,
    titleError: titleError ?? refusal?.fields.title ?? null,
    refusal,
    submit,
    goTo,
    isPending: isSending || leaving,
  };
}

/** Goes to a room, and leaves the sheet once it is there: no blank page in between. */
function useLeaving(onLeave: () => void) {
  const router = useRouter();
  const here = usePathname();
  const [target, setTarget] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  useEffect(() => {
    if (target !== null && here === target) onLeave();
  }, [here, target, onLeave]);
  const goTo = (path: string) => {
    setTarget(path);
    startTransition(() => router.push(path));
    if (here === path) onLeave();
  };
  return { goTo, leaving: target !== null };
}
