"use client";

import { useEffect } from "react";
import { forgetPerson, hasUnsent } from "../../lib/outbox/leave";

/** Before signing out, whatever this browser keeps of the person goes; entries that have not arrived are not lost without a word. */
export function SignOutGuard({ personId, signOutTo }: { personId: string; signOutTo: string }) {
  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (new URL(form.action, location.href).pathname !== signOutTo) return;
      event.preventDefault();
      void leave(form, personId);
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, [personId, signOutTo]);
  return null;
}

async function leave(form: HTMLFormElement, personId: string) {
  const unsent = await hasUnsent(personId).catch(() => 0);
  const asked =
    unsent === 0 ||
    window.confirm(
      `${unsent === 1 ? "One entry has" : `${unsent} entries have`} not been sent yet. It stays in this browser until you sign in here again. Sign out?`,
    );
  if (!asked) return;
  await forgetPerson(personId).catch(() => undefined);
  form.submit();
}
