"use client";

import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from "@tiptap/react";
import { useState } from "react";
import { Picture } from "../../lib/documents/extensions";
import { paths } from "../../lib/paths";

/** A picture with what it shows in words, for who cannot see it; the words stand below it for everyone. */
export const pictureView = (incidentRef: string) =>
  Picture.extend({
    addNodeView: () =>
      ReactNodeViewRenderer((props: ReactNodeViewProps) => <PictureFigure {...props} incidentRef={incidentRef} />, {
        stopEvent: ({ event }) => event.target instanceof HTMLInputElement,
      }),
  });

function PictureFigure({ node, editor, selected, updateAttributes, incidentRef }: ReactNodeViewProps & { incidentRef: string }) {
  const { id, alt, width, height } = node.attrs as { id: string | null; alt: string; width: number | null; height: number | null };
  const [missing, setMissing] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed.trim() !== alt) updateAttributes({ alt: typed.trim() });
    setTyped(null);
  };
  return (
    <NodeViewWrapper as="figure" data-selected={selected || undefined} data-drag-handle>
      {id && !missing ? (
        <img
          src={paths.attachment(incidentRef, id)}
          alt={alt}
          {...(width && height ? { width, height } : {})}
          draggable={false}
          onError={() => navigator.onLine && setMissing(true)}
        />
      ) : (
        <p className="picture-missing">{missing ? "This picture is not one of this incident. Put it in again from its file." : "No picture"}</p>
      )}
      {editor.isEditable ? (
        <input
          value={typed ?? alt}
          maxLength={500}
          aria-label="What the picture shows"
          placeholder="Say what it shows, for who cannot see it"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.preventDefault();
            keep();
            editor.commands.focus();
          }}
        />
      ) : alt ? (
        <figcaption>{alt}</figcaption>
      ) : null}
    </NodeViewWrapper>
  );
}
