"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type CheckLine, HINT, type HintCount } from "../../lib/checklist/rules";
import type { Written } from "../../lib/documents/written";
import { incidentQuery } from "../../lib/incidents/client";
import type { Person } from "../../lib/people/schema";
import { postmortemQuery } from "../../lib/postmortems/client";
import { Checklist } from "./checklist";
import { Readers } from "./readers";
import { Standing } from "./standing";
import { useChecklist } from "./use-checklist";
import { Versions } from "./versions";

const SHEETS = {
  ask: lazy(() => import("./ask-dialog")),
  changes: lazy(() => import("./changes-dialog")),
  none: lazy(() => import("./none-dialog")),
  publish: lazy(() => import("./publish-dialog")),
  redact: lazy(() => import("./redact-dialog")),
};
export type SideSheet = keyof typeof SHEETS;

interface Props {
  incidentRef: string;
  me: Person;
  /** What the checklist asks of the text; null until it has been read. */
  written: Written | null;
  hints: HintCount | null;
  /** To the first hint of the text, which is on this page. */
  onHint: () => void;
}

/** Beside the text: how it stands, who reads it, what is worth a look before it goes out, and what went out. */
export function PostmortemSide({ incidentRef, me, written, hints, onHint }: Props) {
  const postmortem = useQuery(postmortemQuery(incidentRef)).data;
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const lines = useChecklist(incidentRef, written, hints);
  const [sheet, setSheet] = useState<SideSheet | null>(null);
  if (!postmortem || !incident) return null;
  const mayWrite = incident.can.includes("postmortem.write");
  const onGo = ({ href }: CheckLine) => {
    if (!href.endsWith(`#${HINT}`)) return false;
    setSheet(null);
    onHint();
    return true;
  };
  const Sheet = sheet ? SHEETS[sheet] : null;
  return (
    <div className="space-y-4">
      <Standing postmortem={postmortem} mayWrite={mayWrite} isWritten={(written?.words ?? 0) > 0} onSheet={setSheet} />
      <Readers postmortem={postmortem} me={me} mayWrite={mayWrite} onSheet={setSheet} />
      <Checklist lines={lines} onGo={onGo} />
      <Versions postmortem={postmortem} mayWrite={mayWrite} />
      {incident.can.includes("postmortem.redact") ? (
        <button type="button" className="link text-13 text-soft" onClick={() => setSheet("redact")}>
          Redact a text…
        </button>
      ) : null}
      <Suspense>{Sheet ? <Sheet incidentRef={incidentRef} me={me} lines={lines} onGo={onGo} onClose={() => setSheet(null)} /> : null}</Suspense>
    </div>
  );
}
