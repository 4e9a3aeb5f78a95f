"use client";

import { useEffect, useId, useState } from "react";
import { declareSheet, type DeclareStart } from "../layout/openers";
import { Dialog } from "../ui/dialog";
import { dismissToast, toast } from "../ui/toast";
import { DeclareBar } from "./declare-bar";
import { DeclareFields } from "./declare-fields";
import { LikeIt } from "./like-it";
import { LikesHint } from "./likes-hint";
import { startOf } from "./start-of";
import { useDeclareForm } from "./use-declare-form";
import { useDeclaration } from "./use-declaration";

let kept: number | null = null;

/** The sheet as it is opened from everywhere. Each opening is a declaration of its own, or goes on with what was typed before. */
export default function DeclareSheet() {
  const { open, with: start } = declareSheet.use();
  const [opening, setOpening] = useState({ n: open ? 1 : 0, open });
  if (opening.open !== open) setOpening({ n: opening.n + (open ? 1 : 0), open });
  return opening.n > 0 ? <Sheet key={opening.n} open={open} start={start} /> : null;
}

function Sheet({ open, start }: { open: boolean; start: DeclareStart | undefined }) {
  const form = useId();
  const declaration = useDeclaration(startOf(start), declareSheet.close);
  const formProps = useDeclareForm(declaration);
  // The notice of the last closing has nothing to say any more.
  useEffect(() => {
    if (open && kept !== null) dismissToast(kept);
  }, [open]);

  function close() {
    declareSheet.close();
    if (!declaration.untouched && !declaration.isPending)
      kept = toast("What you typed is kept for when you declare.", { action: { label: "Go on", run: () => declareSheet.open() } });
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title="Declare an incident"
      at="top"
      width="xl"
      className="h-[min(86dvh,50rem)] max-sm:h-[92dvh] lg:!mt-[6vh] [&>div]:h-full"
      footer={<DeclareBar declaration={declaration} form={form} likes={<LikesHint draft={declaration.draft} />} />}
    >
      <div className="grid min-h-full content-start gap-x-10 gap-y-8 lg:content-stretch lg:grid-cols-[minmax(0,1fr)_20rem]">
        <form id={form} {...formProps}>
          <DeclareFields declaration={declaration} />
        </form>
        <aside aria-label="Incidents like it" className="lg:border-hairline lg:border-l lg:pl-6">
          {/* They stay in sight, and scroll by themselves, while the fields are scrolled. */}
          <div className="overscroll-contain lg:sticky lg:top-0 lg:max-h-[calc(min(86dvh,50rem)-9.25rem)] lg:overflow-y-auto">
            <LikeIt declaration={declaration} />
          </div>
        </aside>
      </div>
    </Dialog>
  );
}
