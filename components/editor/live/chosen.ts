import type { Editor } from "@tiptap/react";
import { headingsOf } from "../../../lib/documents/text";
import type { DocNode } from "../../../lib/documents/schema";
import { fromLocalInput, dayKey } from "../../../lib/dates";
import { paths } from "../../../lib/paths";
import { placeKept } from "../place-kept";

/** The words that are chosen in the text, with what is known of where they stand. It follows them while others write. */
export interface Chosen {
  words: string;
  /** The section's address below the draft, to come back to these words. */
  section: string;
  heading: string;
  /** The moment that lies nearest: a clock in the words, else the last one before their end in the section. */
  at: string | null;
  range: () => { from: number; to: number };
}

const CLOCK = /\b([01]?\d|2[0-3]):([0-5]\d)\b/;

export function chosenIn(editor: Editor, incidentRef: string, began: string, zone: string): Chosen {
  const { doc, selection } = editor.state;
  const { from, to } = selection;
  const words = doc.textBetween(from, to, " ", (node) => (node.type.name === "mention" ? String(node.attrs.label || node.attrs.id) : "")).trim();
  const headings = headingsOf(doc.toJSON() as DocNode);
  let section = -1;
  let moment: string | null = null;
  doc.forEach((node, start) => {
    if (start >= to) return;
    if (node.type.name === "heading" && start < from) {
      section++;
      moment = null;
    }
    node.descendants((inner, at) => {
      if (inner.type.name === "moment" && start + 1 + at < to) moment = String(inner.attrs.at);
    });
  });
  const said = CLOCK.exec(words);
  const spoken = said ? fromLocalInput(`${dayKey(began, zone)}T${said[1]!.padStart(2, "0")}:${said[2]}`, zone) : null;
  // After midnight it is the next day's.
  const near = spoken && spoken.getTime() < Date.parse(began) - 12 * 3_600_000 ? new Date(spoken.getTime() + 86_400_000) : spoken;
  const kept = placeKept(editor, from, to);
  const heading = headings[section];
  return {
    words,
    section: paths.draft(incidentRef, heading?.anchor),
    heading: heading?.text ?? "",
    at: near?.toISOString() ?? moment,
    range: () => ({ from: kept.at(0), to: kept.at(1) }),
  };
}
