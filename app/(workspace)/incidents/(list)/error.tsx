"use client";

import { Failure } from "@/components/layout/failure";

export default function IncidentsFailure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failure error={error} retry={reset} title="The incidents could not be shown" />;
}
