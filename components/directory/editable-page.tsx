"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { PageHeader } from "../layout/page-header";
import { useShortcuts } from "../layout/shortcuts";
import { Button } from "../ui/button";

interface Props {
  title: string;
  up: { href: string; label: string };
  description: string;
  /** Left out, the reader may not change it. */
  form?: (done: () => void, cancel: () => void) => ReactNode;
  editLabel: string;
  /** Further buttons beside *Edit*. */
  actions?: ReactNode;
  /** Above everything: that it is archived. */
  notice?: ReactNode;
  facts: ReactNode;
  children: ReactNode;
}

/** A thing that has a page: what it is, what is known of it, and its form in the place of both while it is changed. */
export function EditablePage({ title, up, description, form, editLabel, actions, notice, facts, children }: Props) {
  const [editing, setEditing] = useState(false);
  const [, startTransition] = useTransition();
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useShortcuts(form ? [{ keys: "e", label: editLabel, group: "On this page", run: () => setEditing(true) }] : []);

  useEffect(() => {
    if (editing) place.current?.querySelector<HTMLElement>("input, textarea")?.focus();
    else if (wasEditing.current) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  // The form stays until the page shows what was saved.
  const done = () =>
    startTransition(() => {
      router.refresh();
      setEditing(false);
    });

  return (
    <>
      <PageHeader
        title={title}
        up={up}
        actions={
          editing ? null : (
            <>
              {actions}
              {form ? (
                <Button ref={button} icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
                  Edit
                </Button>
              ) : null}
            </>
          )
        }
      >
        {editing || !description ? null : <p className="isolate-text whitespace-pre-line">{description}</p>}
      </PageHeader>
      {notice}
      {editing && form ? (
        <div ref={place} className="max-w-[44rem] border-line border-y py-5">
          {form(done, () => setEditing(false))}
        </div>
      ) : null}
      {editing ? null : facts}
      {children}
    </>
  );
}
