"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { PICTURES } from "../../lib/attachments/client";
import type { Incident } from "../../lib/incidents/schema";
import { useShortcuts } from "../layout/shortcuts";
import { useRoom } from "../room/room-context";
import { jumpTo } from "./carets";
import type { HintCount } from "../../lib/checklist/rules";
import { DocumentConnection } from "../../lib/collab/client";
import { writingExtensions } from "./extensions";
import { HintLayer } from "./hint-layer";
import { Kept } from "./hints";
import { LinkMenu } from "./link-menu";
import { LinkSheet } from "./link-sheet";
import { Lost } from "./lost";
import { OfferList } from "./offer-list";
import { Offers } from "./offers";
import { Presence } from "./presence";
import type { Report } from "./report";
import { Saved } from "./saved";
import { SelectionMenu } from "./selection-menu";
import { Toolbar } from "./toolbar";
import { putPictures } from "./uploads";
import { useCaretFirst, useGoTo, useIsReady, useMayWrite, usePeople, useReport } from "./use-manuscript";
import { WRITING_KEYS } from "./writing-keys";

interface Props {
  documentId: string;
  incident: Incident;
  onReport: (report: Report) => void;
  onHints: (count: HintCount | null) => void;
  goTo: RefObject<((anchor: string) => void) | null>;
  toHint: RefObject<(() => void) | null>;
}

/** The text itself: one document, many hands. Stands only where one writes or reads the draft; nothing else of the app loads it. */
export default function Manuscript(props: Props) {
  const { me } = useRoom();
  const [connection, setConnection] = useState<DocumentConnection | null>(null);
  useEffect(() => {
    const made = new DocumentConnection({ documentId: props.documentId, me: { id: me.id, name: me.name } });
    setConnection(made);
    return () => made.destroy();
  }, [props.documentId, me.id, me.name]);
  return connection ? <Opening {...props} connection={connection} /> : null;
}

/** Nothing is drawn until the document is here: what the server drew stands meanwhile. Once it was here it stays, whatever the network does. */
function Opening(props: Props & { connection: DocumentConnection }) {
  const isReady = useIsReady(props.connection);
  const [wasReady, setWasReady] = useState(isReady);
  if (isReady && !wasReady) setWasReady(true);
  return wasReady ? <Sheet {...props} /> : null;
}

function Sheet({ connection, incident, onReport, onHints, goTo, toHint }: Props & { connection: DocumentConnection }) {
  const { incidentRef, me, zone } = useRoom();
  const [linking, setLinking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const [isForeign, setForeign] = useState(false);
  const isOpen = useMayWrite(connection) && !isForeign;
  const [{ offers, kept, extensions }] = useState(() => {
    const held = new Offers();
    const keeping = new Kept();
    const { doc, awareness } = connection;
    const day = incident.startedAt ?? incident.declaredAt;
    const setting = { doc, awareness, me, incidentRef, zone, day, offers: held, kept: keeping, onLink: () => setLinking(true) };
    return { offers: held, kept: keeping, extensions: writingExtensions(setting) };
  });

  const editor = useEditor(
    {
      immediatelyRender: true,
      injectCSS: false,
      enableContentCheck: true,
      editable: isOpen,
      extensions,
      editorProps: {
        attributes: () => ({
          class: "prose-page",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "The post-mortem",
          ...(connection.state.readOnly ? { "aria-readonly": "true" } : { "aria-autocomplete": "list" }),
          dir: "auto",
          spellcheck: "true",
        }),
      },
      // What this editor cannot read was written by a newer one.
      onContentError: () => setForeign(true),
    },
    [connection],
  );
  useEffect(() => {
    if (editor.isEditable !== isOpen) editor.setEditable(isOpen, false);
  }, [editor, isOpen]);

  const people = usePeople(connection, me.id);
  useReport(editor, onReport);
  useGoTo(editor, goTo);
  useCaretFirst(editor, connection);
  useShortcuts(WRITING_KEYS);
  const onPicture = () => picker.current?.click();

  return (
    <div className="writing">
      {isOpen ? (
        <Toolbar
          editor={editor}
          onLink={() => setLinking(true)}
          onPicture={onPicture}
          aside={
            <>
              <Presence people={people} onJump={(client) => jumpTo(editor, connection.awareness, client)} />
              <Saved connection={connection} />
            </>
          }
        />
      ) : (
        <div className="desk-bar desk-bar-there print:hidden">
          <div className="desk-aside">
            <Presence people={people} onJump={(client) => jumpTo(editor, connection.awareness, client)} />
            <Saved connection={connection} />
          </div>
        </div>
      )}
      <Lost connection={connection} isForeign={isForeign} />
      <EditorContent editor={editor} />
      {isOpen ? (
        <>
          <SelectionMenu editor={editor} onLink={() => setLinking(true)} />
          <LinkMenu editor={editor} onLink={() => setLinking(true)} />
          <OfferList editor={editor} offers={offers} onPicture={onPicture} />
          <HintLayer editor={editor} kept={kept} onCount={onHints} toFirst={toHint} />
          <LinkSheet editor={editor} open={linking} onClose={() => setLinking(false)} />
          <input
            ref={picker}
            type="file"
            accept={PICTURES}
            multiple
            hidden
            onChange={(event) => {
              putPictures(editor, incidentRef, [...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
        </>
      ) : null}
    </div>
  );
}
