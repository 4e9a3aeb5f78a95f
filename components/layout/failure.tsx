"use client";

import { useEffect } from "react";
import { Button } from "../ui/button";

interface Props {
  /** From `error.tsx`. The digest is how an admin finds it in the log. */
  error: Error & { digest?: string };
  retry: () => void;
  title?: string;
}

/** A part that could not be shown. It says so, keeps calm, and can be tried again. */
export function Failure({ error, retry, title = "This could not be shown" }: Props) {
  useEffect(() => console.error(error), [error]);
  return (
    <section role="alert" className="max-w-[36rem] py-12">
      <h1 className="font-semibold font-serif text-28">{title}</h1>
      <p className="mt-2 text-soft leading-[1.55]">
        Something went wrong on our side. Nothing of yours was lost. Try again in a moment; if it stays, tell your admin
        {error.digest ? (
          <>
            {" "}
            this number: <span className="select-all font-mono text-13 text-ink">{error.digest}</span>
          </>
        ) : null}
        .
      </p>
      <Button variant="primary" className="mt-5" onClick={retry}>
        Try again
      </Button>
    </section>
  );
}
