import type { Extensions } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { TaskItem } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { documentExtensions } from "../../lib/documents/extensions";
import { FRAGMENT } from "../../lib/documents/words";
import { carets } from "./carets";
import { CodeView } from "./code-view";
import { HeadingView } from "./heading-view";
import { Highlight } from "./highlight";
import { hinting, type Kept } from "./hints";
import { MentionView, momentView } from "./inline-views";
import { Keys } from "./keys";
import { LiveBlockView } from "./live/live-block";
import { type Offers, offering } from "./offers";
import { pasting } from "./paste";
import { pictureView } from "./picture-view";
import { Signposts } from "./signposts";
import { Uploads } from "./uploads";

interface Setting {
  doc: Y.Doc;
  awareness: Awareness;
  me: { id: string; name: string };
  incidentRef: string;
  zone: string;
  /** When the incident began. */
  day: string;
  offers: Offers;
  kept: Kept;
  onLink: () => void;
}

/** The document's schema with its views, and what only an editor has. The views keep the names: a test holds both schemas equal. */
export function writingExtensions({ doc, awareness, me, incidentRef, zone, day, offers, kept, onLink }: Setting): Extensions {
  return [
    ...documentExtensions([
      HeadingView,
      CodeView,
      TaskItem.configure({ nested: true, a11y: { checkboxLabel: (node) => node.textContent || "Empty task" } }),
      TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
      pictureView(incidentRef),
      MentionView,
      momentView(zone, day),
      LiveBlockView,
    ]),
    Collaboration.configure({ document: doc, field: FRAGMENT }),
    carets(awareness, { id: me.id, name: me.name }),
    Signposts,
    Highlight,
    Uploads,
    hinting(kept),
    offering(offers),
    pasting(incidentRef),
    Keys.configure({ onLink }),
  ];
}
