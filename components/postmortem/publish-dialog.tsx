"use client";

import { useQuery } from "@tanstack/react-query";
import { Heart, Library, Lock, Stamp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { incidentQuery } from "../../lib/incidents/client";
import { postmortemQuery } from "../../lib/postmortems/client";
import { namesOf } from "../../lib/postmortems/rules";
import type { Postmortem } from "../../lib/postmortems/schema";
import { usePublish, versionsQuery } from "../../lib/publishing/client";
import { Frame, Labelled } from "../room/dialogs/frame";
import { useSending } from "../room/dialogs/use-sending";
import { useRoom } from "../room/room-context";
import { Combobox } from "../ui/combobox";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { CheckLines } from "./checklist";
import { PublishedDialog } from "./published-dialog";
import type { SheetProps } from "./sheet";

const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({ id: zone, label: zone.replaceAll("_", " ") }));
const choiceOf = (zone: string) => ({ id: zone, label: zone.replaceAll("_", " ") });

/** Says what will happen and to whom, and publishes; then it is a moment to look at. */
export default function PublishDialog({ incidentRef, me, lines, onGo, onClose }: SheetProps) {
  const { zone: readers } = useRoom();
  // Read anew: whoever wrote since the page was opened is thanked, too.
  const state = useQuery({ ...postmortemQuery(incidentRef), refetchOnMount: "always" }).data;
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const last = useQuery({ ...versionsQuery(incidentRef, state?.publishedVersion ?? null), enabled: state?.publishedVersion != null }).data?.items[0];
  const [typed, setTitle] = useState<string | null>(null);
  const [chosen, setZone] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [version] = useState(state?.version);
  const [published, setPublished] = useState<{ made: Postmortem; title: string } | null>(null);
  const publish = usePublish(incidentRef);
  const sending = useSending(() => undefined);
  if (!state || !incident) return null;
  if (published) return <PublishedDialog state={published.made} title={published.title} me={me} onClose={onClose} />;

  const n = (state.publishedVersion ?? 0) + 1;
  const title = typed ?? last?.title ?? incident.title;
  const zone = chosen ?? last?.zone ?? readers;
  const open = lines?.filter((line) => !line.done) ?? [];
  const approved = state.reviews.filter((review) => review.state === "approved").map(({ person }) => person);
  const asks = state.reviews.filter((review) => review.state === "changes_requested").map(({ person }) => person);

  return (
    <Frame
      title={`Publish version ${n}`}
      width="md"
      action={`Publish version ${n}`}
      disabled={title.trim() === ""}
      sending={sending}
      onClose={onClose}
      onSend={() =>
        void sending.send(async () => {
          const body = { title: title.trim(), zone, ...(note.trim() ? { note: note.trim() } : {}) };
          setPublished({
            made: await publish.mutateAsync({ body, version: publish.isError ? state.version : (version ?? state.version) }),
            title: title.trim(),
          });
        })
      }
    >
      <ul className="space-y-2.5 rounded-md bg-sunken px-3.5 py-3 leading-5" data-solid>
        <Happens icon={<Stamp aria-hidden />}>
          The text and the rows of its live blocks are kept as version {n}, as they are now. Writing on afterwards is the draft of version {n + 1}.
        </Happens>
        {incident.visibility === "private" ? (
          <Happens icon={<Lock aria-hidden />}>Only those who may see this private incident can read it.</Happens>
        ) : (
          <Happens icon={<Library aria-hidden />}>Everyone here can read it in the library. It is never public.</Happens>
        )}
        {state.authors.length ? <Happens icon={<Heart aria-hidden />}>{thanked(state.authors, me.id)}</Happens> : null}
      </ul>
      <Labelled label="Title" error={title.trim() === "" ? "Give it a title: it is what people find it by" : sending.refusal?.fields.title}>
        {(field) => <Input {...field} value={title} maxLength={200} data-autofocus className="font-serif" onChange={(event) => setTitle(event.target.value)} />}
      </Labelled>
      <div className="grid gap-4 sm:grid-cols-2">
        <Labelled label="Times are written in" error={sending.refusal?.fields.zone} hint="For every reader, for ever">
          {(field) => (
            <Combobox
              {...field}
              single
              choices={ZONES}
              value={[choiceOf(zone)]}
              onChange={([one]) => setZone(one?.id ?? null)}
              nothing="No zone by that name"
            />
          )}
        </Labelled>
        <Labelled label={n === 1 ? "A word about it (may stay empty)" : `What is new since version ${n - 1}`} error={sending.refusal?.fields.note}>
          {(field) => <Textarea {...field} rows={1} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />}
        </Labelled>
      </div>
      <p className="leading-5">
        {approved.length ? `Approved by ${namesOf(approved)}. ` : "Nobody has approved it. It can go out all the same, and says so. "}
        {asks.length ? <span className="text-caution">{`${namesOf(asks)} ${asks.length === 1 ? "asks" : "ask"} for changes.`}</span> : null}
      </p>
      {open.length ? (
        <details className="group">
          <summary className="link inline-block">
            {open.length === 1 ? "One thing is worth a look first; it does not hold it up" : `${open.length} things are worth a look first; none holds it up`}
          </summary>
          <div className="mt-2">
            <CheckLines lines={open} onGo={onGo} />
          </div>
        </details>
      ) : null}
    </Frame>
  );
}

function Happens({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft">
      {icon}
      <span>{children}</span>
    </li>
  );
}

function thanked(authors: readonly { id: string; name: string }[], me: string): string {
  const others = authors.filter(({ id }) => id !== me);
  if (others.length === 0) return "You wrote it, so the thanks are yours.";
  return `${namesOf(others, 5)} ${others.length === 1 ? "is" : "are"} thanked for writing it${others.length < authors.length ? ", and so are you" : ""}.`;
}
