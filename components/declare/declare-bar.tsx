"use client";

import { buttonWords } from "../../lib/declare/rules";
import { paths } from "../../lib/paths";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import type { Declaration } from "./use-declaration";

/** The one button, in the words of what it will do, and beside it what went wrong. */
export function DeclareBar({ declaration, form, likes }: { declaration: Declaration; form: string; likes?: React.ReactNode }) {
  const { draft, told, refusal, isPending } = declaration;
  const asks = refusal?.asksToLetIn && draft.isPrivate;
  return (
    <div className="w-full space-y-3">
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <Banner tone={asks || refusal.mayRetry ? "caution" : "danger"}>
            <span className="text-ink">
              {asks ? (refusal.fields.callFor ?? refusal.message) : refusal.message}
              {refusal.signedOut ? (
                <>
                  {" "}
                  <a className="link" href={paths.signIn(paths.newIncident())}>
                    Sign in and go on
                  </a>
                </>
              ) : null}
            </span>
          </Banner>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 text-13 text-soft">{likes}</div>
        <Button
          type="submit"
          form={form}
          name={asks ? "letIn" : undefined}
          value={asks ? "yes" : undefined}
          variant="primary"
          size="lg"
          pending={isPending}
          className="min-w-0 max-sm:w-full"
        >
          <span className="isolate-text truncate">{asks ? "Let them in and declare" : buttonWords(draft, told)}</span>
        </Button>
      </div>
    </div>
  );
}
