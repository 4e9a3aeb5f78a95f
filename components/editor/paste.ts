import { type Editor, Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { PASTE_HTML, PASTE_LETTERS, readsAsMarkdown, tooLong } from "../../lib/writing/rules";
import { toast } from "../ui/toast";
import { cleanHtml } from "./clean-html";
import { putPictures } from "./uploads";

/** What comes from the clipboard or is dropped: pictures, HTML from elsewhere, Markdown, and texts that are too long to take. */

/** So many paragraphs, cells and words of other looks: as long as the letters allow, and no message too large for the server. */
const MOST_NODES = 6000;

export const pasting = (incidentRef: string) =>
  Extension.create({
    name: "pasting",
    priority: 200,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key: new PluginKey("pasting"),
          props: {
            handleDOMEvents: {
              paste: (view, event) => takeAsIs(editor, view, incidentRef, event.clipboardData, event),
              drop: (view, event) => {
                if (view.dragging) return false;
                const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
                return takeAsIs(editor, view, incidentRef, event.dataTransfer, event, at);
              },
            },
            transformPastedHTML(html) {
              const { html: clean, pictures } = cleanHtml(html);
              if (pictures)
                toast(
                  `${pictures === 1 ? "A picture was" : `${pictures} pictures were`} left out: pictures from elsewhere are not fetched. Paste or drop the file itself.`,
                );
              return clean;
            },
            transformPasted: (slice, view) => new Slice(onceEach(slice.content, view.state.doc), slice.openStart, slice.openEnd),
            handlePaste(view, _event, slice) {
              const refusal = tooLong(slice.content.size) ?? (nodesIn(slice.content) > MOST_NODES ? tooLong(PASTE_LETTERS + 1) : null);
              if (refusal) toast(refusal, { tone: "danger", lasts: 12_000 });
              return refusal !== null || view.isDestroyed;
            },
          },
        }),
      ];
    },
  });

/** Answers whether it was taken here; otherwise ProseMirror reads it, through what stands above. */
function takeAsIs(editor: Editor, view: EditorView, incidentRef: string, data: DataTransfer | null, event: Event, at?: number): boolean {
  if (!data || !view.editable) return false;
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  const files = [...data.files];
  // An office puts a picture of the text beside the text: the text is meant.
  if (files.length && (!text.trim() || at !== undefined)) {
    event.preventDefault();
    putPictures(editor, incidentRef, files, at);
    return true;
  }
  const refusal = tooLong(text.length) ?? (text === "" ? tooLong(html.length / 10) : null);
  if (refusal) {
    event.preventDefault();
    toast(refusal, { tone: "danger", lasts: 12_000 });
    return true;
  }
  if (at !== undefined) return false;
  if (html.length > PASTE_HTML) {
    event.preventDefault();
    view.pasteText(text);
    toast("It was pasted as plain text: what stood around the words was too large to read.");
    return true;
  }
  const inCode = view.state.selection.$from.parent.type.spec.code;
  if (html || inCode || isPlain(view) || !readsAsMarkdown(text)) return false;
  event.preventDefault();
  void pasteMarkdown(editor, text);
  return true;
}

/** Shift was held: the text is wanted as it is. */
const isPlain = (view: EditorView) => (view as unknown as { input: { shiftKey: boolean } }).input.shiftKey;

async function pasteMarkdown(editor: Editor, text: string) {
  try {
    const { documentFromMarkdown } = await import("../../lib/documents/from-markdown");
    if (editor.isDestroyed) return;
    const doc = editor.schema.nodeFromJSON(documentFromMarkdown(text));
    const only = doc.childCount === 1 && doc.firstChild!.type.name === "paragraph";
    const slice = new Slice(onceEach(doc.content, editor.state.doc), only ? 1 : 0, only ? 1 : 0);
    if (nodesIn(slice.content) > MOST_NODES) return void editor.view.pasteText(text);
    const { tr, selection } = editor.state;
    tr.replaceSelection(slice);
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1));
    editor.view.dispatch(tr.scrollIntoView().setMeta("uiEvent", "paste"));
    toast("Pasted as Markdown", {
      action: {
        label: "Keep as plain text",
        run: () => {
          editor.commands.undo();
          editor.view.pasteText(text);
        },
      },
    });
  } catch {
    editor.view.pasteText(text);
  }
}

/** A section of the template stands once in a document: its copy is a heading like others. */
function onceEach(content: Fragment, doc: Node): Fragment {
  const taken = new Set<unknown>();
  doc.forEach((node) => {
    if (node.attrs.section) taken.add(node.attrs.section);
  });
  const nodes: Node[] = [];
  content.forEach((node) => {
    const { section } = node.attrs;
    nodes.push(section && taken.has(section) ? node.type.create({ ...node.attrs, section: null }, node.content, node.marks) : node);
    if (section) taken.add(section);
  });
  return Fragment.fromArray(nodes);
}

function nodesIn(content: Fragment): number {
  let count = 0;
  content.descendants(() => ++count <= MOST_NODES);
  return count;
}
