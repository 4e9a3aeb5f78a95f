"use client";

import { useId } from "react";
import type { DeclareStart } from "../layout/openers";
import { DeclareBar } from "./declare-bar";
import { DeclareFields } from "./declare-fields";
import { LikeIt } from "./like-it";
import { LikesHint } from "./likes-hint";
import { startOf } from "./start-of";
import { useDeclareForm } from "./use-declare-form";
import { useDeclaration } from "./use-declaration";

const stay = () => {};

/** The sheet as a page of its own: for a bookmark, a link from a runbook, a browser that was slow with its scripts. */
export default function DeclarePage({ start }: { start: DeclareStart }) {
  const form = useId();
  const declaration = useDeclaration(startOf(start), stay);
  const formProps = useDeclareForm(declaration);
  return (
    <div className="grid gap-x-10 gap-y-8 pb-8 lg:grid-cols-[minmax(0,40rem)_20rem]">
      <div>
        <form id={form} {...formProps}>
          <DeclareFields declaration={declaration} />
        </form>
        <div className="sticky bottom-0 z-10 -mx-1 mt-6 border-hairline border-t bg-surface px-1 py-3">
          <DeclareBar declaration={declaration} form={form} likes={<LikesHint draft={declaration.draft} />} />
        </div>
      </div>
      <aside aria-label="Incidents like it" className="lg:border-hairline lg:border-l lg:pl-6">
        <LikeIt declaration={declaration} heading="h2" />
      </aside>
    </div>
  );
}
