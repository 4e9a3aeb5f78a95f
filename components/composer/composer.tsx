"use client";

import { CornerDownLeft, ImagePlus } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { complete } from "../../lib/completion/rules";
import { type Meaning, readComposer, type Setting } from "../../lib/composer/rules";
import { readTranscript, type TranscriptLine } from "../../lib/transcript/rules";
import { Hinted } from "../hints/hinted";
import { IconButton } from "../ui/icon-button";
import { Textarea } from "../ui/textarea";
import { useLater } from "../ui/use-later";
import { Completion, useCompletion } from "./completion";
import { MeaningLine } from "./meaning-line";
import { Pictures, usePictures } from "./pictures";

const loadPreview = () => import("./transcript-preview");

export interface ComposerProps {
  incidentRef: string;
  /** Whether wording is asked about: nobody is nagged while it burns. */
  hints: boolean;
  /** The text, kept by the caller so that it outlives a reload. */
  text: string;
  onText(text: string): void;
  setting: Omit<Setting, "now">;
  /** When the present status was set: a backdated status before it changes nothing, and says so. */
  lastStatusAt: string | null;
  /** Takes what is meant; resolves when it is kept (sent, or waiting in the browser). A refusal is thrown and the text stays. */
  onSend(meaning: Meaning, attachmentIds: string[]): Promise<void>;
  onTranscript(lines: TranscriptLine[]): Promise<void>;
  onTyping?(): void;
}

/** The box at the foot of the room. Enter sends, Shift+Enter breaks the line; commands say what they will do before they do it. */
export function Composer({ incidentRef, hints, text, onText, setting, lastStatusAt, onSend, onTranscript, onTyping }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const pick = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [transcript, setTranscript] = useState<{ raw: string; lines: TranscriptLine[] } | null>(null);
  const [busy, setBusy] = useState(false);
  const pictures = usePictures(incidentRef);
  const describedBy = useId();
  const meaning = useMemo(() => readComposer(text, { ...setting, now: new Date() }), [text, setting]);
  const completion = useCompletion(text, caret, setting.openTheories);

  const [TranscriptPreview, fetchPreview] = useLater(loadPreview, true);

  const place = (next: string, at: number) => {
    onText(next);
    setCaret(at);
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  /** It may have been just text after all, or its preview cannot be loaded. */
  const asText = (raw: string) => {
    const before = field.current?.value ?? text;
    place(`${before}${raw}`, before.length + raw.length);
  };
  const choose = (at: number) => {
    const option = completion.options[at];
    if (!option || !completion.wanted) return;
    const done = complete(text, completion.wanted, option);
    place(done.text, done.caret);
  };

  async function send() {
    const ready = pictures.ready();
    if (busy || pictures.uploading) return;
    const said: Meaning = meaning.does === "nothing" && ready.length ? { does: "entry", kind: "note", body: "", knownLater: false, at: null } : meaning;
    if (said.does === "nothing") return;
    if (said.does === "wait") return setRefusal(said.why);
    setBusy(true);
    setRefusal(null);
    const before = text;
    onText("");
    try {
      await onSend(said, ready);
      pictures.clear();
    } catch (error) {
      // What was typed comes back, in front of whatever was typed meanwhile.
      onText(before);
      setRefusal(error instanceof Error ? error.message : "It was not sent. Your text is kept.");
    } finally {
      setBusy(false);
      field.current?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (completion.open) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        return completion.move(event.key === "ArrowDown" ? 1 : -1);
      }
      if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && completion.isChosen)) {
        event.preventDefault();
        return choose(completion.active);
      }
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        return completion.close();
      }
    }
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void send();
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const files = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
    if (files.length) {
      event.preventDefault();
      return void pictures.add(files);
    }
    const raw = event.clipboardData.getData("text/plain");
    const lines = raw.includes("\n") ? readTranscript(raw, { zone: setting.zone, notAfter: new Date() }) : null;
    if (!lines) return;
    event.preventDefault();
    fetchPreview().then(
      () => setTranscript({ raw, lines }),
      () => asText(raw),
    );
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop pictures on; the button beside the field does the same
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void pictures.add([...event.dataTransfer.files]);
      }}
    >
      {transcript && TranscriptPreview ? (
        <TranscriptPreview
          lines={transcript.lines}
          zone={setting.zone}
          onCancel={() => {
            asText(transcript.raw);
            setTranscript(null);
            field.current?.focus();
          }}
          onAdd={async (lines) => {
            await onTranscript(lines);
            setTranscript(null);
            field.current?.focus();
          }}
        />
      ) : null}
      <div className="relative rounded-md border border-edge bg-raised shadow-float focus-within:border-accent">
        {completion.open ? <Completion state={completion} onChoose={choose} /> : null}
        <Pictures state={pictures} />
        <div className="flex items-end gap-1 px-3.5 py-2.5">
          <Hinted field={field} kind="timeline" incidentRef={incidentRef} value={text} on={hints} className="flex-1">
            <Textarea
              bare
              ref={field}
              rows={1}
              maxRows={10}
              value={text}
              aria-label="Add to the timeline"
              placeholder="Add to the timeline"
              aria-describedby={describedBy}
              aria-invalid={refusal ? true : undefined}
              aria-controls={completion.open ? completion.listId : undefined}
              aria-activedescendant={completion.open ? completion.optionId(completion.active) : undefined}
              aria-autocomplete="list"
              className="py-0.5"
              onChange={(event) => {
                onText(event.target.value);
                setCaret(event.target.selectionStart);
                setRefusal(null);
                onTyping?.();
              }}
              onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
          </Hinted>
          <input
            ref={pick}
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            multiple
            hidden
            onChange={(event) => {
              void pictures.add([...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
          <IconButton size="sm" label="Add a picture" icon={<ImagePlus aria-hidden />} onClick={() => pick.current?.click()} />
          <IconButton size="sm" label="Send" hint="Enter" icon={<CornerDownLeft aria-hidden />} onClick={() => void send()} />
        </div>
        <MeaningLine id={describedBy} meaning={meaning} refusal={refusal} zone={setting.zone} lastStatusAt={lastStatusAt} />
      </div>
    </div>
  );
}
