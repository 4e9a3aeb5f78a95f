"use client";

import "./writing.css";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { ListTree, PanelRight } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { HintCount } from "../../lib/checklist/rules";
import type { Written } from "../../lib/documents/written";
import { incidentQuery } from "../../lib/incidents/client";
import { useKeptDraft } from "../../lib/outbox/kept-drafts";
import { postmortemQuery } from "../../lib/postmortems/client";
import { NotRequired } from "../postmortem/not-required";
import { PostmortemSide } from "../postmortem/side";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { Begin } from "./begin";
import { Facts } from "./facts";
import { Outline } from "./outline";
import type { HeadingAt, Report } from "./report";
import { useReading } from "./use-reading";

/** The editor and all that it needs; fetched when the page already stands. */
const Manuscript = dynamic(() => import("./manuscript"), { ssr: false });

interface Props {
  /** As the server drew it: it stands until the editor takes its place, and for who has no scripts. */
  still: ReactNode;
  headings: readonly HeadingAt[];
  written: Written | null;
  build: string | null;
}

/** The page where the team writes: its contents at one side, what is left to do at the other, the text between. */
export function Desk({ still, headings, written, build }: Props) {
  const { incidentRef, me } = useRoom();
  const postmortem = useQuery(postmortemQuery(incidentRef)).data;
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const [report, setReport] = useState<Report | null>(null);
  const [shown, setShown] = useState<"contents" | "side" | null>(null);
  const [hints, setHints] = useState<HintCount | null>(null);
  const go = useRef<((anchor: string) => void) | null>(null);
  const toHint = useRef<(() => void) | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const known = report?.written ?? written;
  const outline = report?.headings ?? headings;
  const reading = useReading(text, outline);
  const isThere = report !== null;
  useKeptDraft(incidentRef, build, isThere);
  // An address with a place in it may have been asked for before the text was drawn; nobody who has scrolled is moved.
  useEffect(() => {
    if (isThere && scrollY === 0) document.getElementById(anchorOf(location.hash))?.scrollIntoView();
  }, [isThere]);
  if (!postmortem || !incident) return <Begin incidentRef={incidentRef} mayWrite={incident?.can.includes("postmortem.write") ?? false} />;

  if (postmortem.status === "not_required") return <NotRequired postmortem={postmortem} mayWrite={incident.can.includes("postmortem.write")} />;

  const mayWrite = incident.can.includes("postmortem.write");
  const toggle = (part: "contents" | "side") => setShown((now) => (now === part ? null : part));
  return (
    <div className="desk pt-4">
      <div className="desk-facts">
        <Facts postmortem={postmortem} words={known?.words ?? 0} />
        <div className="mt-1 -ml-2.5 flex gap-2 lg:hidden print:hidden">
          <Button
            size="sm"
            variant="quiet"
            icon={<ListTree aria-hidden />}
            aria-expanded={shown === "contents"}
            aria-controls="contents"
            onClick={() => toggle("contents")}
          >
            Contents
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon={<PanelRight aria-hidden />}
            aria-expanded={shown === "side"}
            aria-controls="side"
            onClick={() => toggle("side")}
          >
            Review and publish
          </Button>
        </div>
      </div>
      <div id="contents" className={clsx("desk-contents print:hidden", shown !== "contents" && "max-lg:hidden")}>
        <Outline
          headings={outline}
          current={reading}
          onGo={(anchor) => {
            setShown(null);
            if (go.current) go.current(anchor);
            else document.getElementById(anchor)?.scrollIntoView();
          }}
        />
      </div>
      <aside id="side" aria-label="Review and publish" className={clsx("desk-side print:hidden", shown !== "side" && "max-lg:hidden")}>
        <PostmortemSide
          incidentRef={incidentRef}
          me={me}
          written={known}
          hints={hints}
          onHint={() => {
            setShown(null);
            toHint.current?.();
          }}
        />
      </aside>
      <div ref={text} className="desk-text">
        {isThere ? null : (
          <>
            {mayWrite ? <div className="desk-bar" /> : null}
            {still}
          </>
        )}
        <Manuscript documentId={postmortem.id} incident={incident} onReport={setReport} onHints={setHints} goTo={go} toHint={toHint} />
      </div>
    </div>
  );
}

/** What an address names as `#place`; one that was cut off while it was copied names nothing. */
function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
