import { type Editor, Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { pictureRefusal, uploadShowing } from "../../lib/attachments/client";
import { placeKept } from "./place-kept";

/**
 * Pictures on their way. Until one has arrived it stands in nobody's text: a slip in its place says how far it is, or why it did not get
 * through and what to do.
 */

interface Slip {
  id: object;
  at: number;
  /** Where that is, whatever others write. */
  kept: { at(): number };
  widget: HTMLElement;
}
type Told = { add: Slip } | { remove: object };
const key = new PluginKey<readonly Slip[]>("uploads");

const tell = (view: EditorView, told: Told) => !view.isDestroyed && view.dispatch(view.state.tr.setMeta(key, told).setMeta("addToHistory", false));

export const Uploads = Extension.create({
  name: "uploads",
  addProseMirrorPlugins: () => [
    new Plugin<readonly Slip[]>({
      key,
      state: {
        init: () => [],
        apply(tr, held) {
          const slips = tr.docChanged ? held.flatMap((slip) => moved(slip, tr)) : held;
          const told = tr.getMeta(key) as Told | undefined;
          if (!told) return slips;
          return "add" in told ? [...slips, told.add] : slips.filter(({ id }) => id !== told.remove);
        },
      },
      props: {
        decorations: (state) =>
          DecorationSet.create(
            state.doc,
            key.getState(state)!.map(({ at, widget }) => Decoration.widget(at, widget, { side: 1, stopEvent })),
          ),
      },
    }),
  ],
});

const stopEvent = () => true;

/** Where it stands after a change; nowhere, when one deleted what was around it oneself. */
function moved(slip: Slip, tr: Transaction): Slip | [] {
  if (isChangeOrigin(tr)) return { ...slip, at: slip.kept.at() };
  const { pos, deleted } = tr.mapping.mapResult(slip.at);
  return deleted ? [] : { ...slip, at: pos };
}

const placeOf = (view: EditorView, id: object) => key.getState(view.state)?.find((slip) => slip.id === id)?.at;

/** Takes files that were pasted, dropped or chosen; those that are no pictures say so in their place. */
export function putPictures(editor: Editor, incidentRef: string, files: readonly File[], at?: number): void {
  const $at = editor.state.doc.resolve(Math.min(at ?? editor.state.selection.to, editor.state.doc.content.size));
  // Above the empty paragraph in which one stands: there one goes on writing.
  const place = $at.depth === 0 ? $at.pos : $at.depth === 1 && $at.parent.content.size === 0 ? $at.before(1) : $at.after(1);
  for (const file of files.slice(0, 20)) new Upload(editor, incidentRef, file, place);
}

class Upload {
  private readonly slip = document.createElement("div");
  private readonly view: EditorView;

  constructor(
    private readonly editor: Editor,
    private readonly incidentRef: string,
    private readonly file: File,
    at: number,
  ) {
    this.view = editor.view;
    this.slip.className = "uploading";
    this.slip.contentEditable = "false";
    tell(this.view, { add: { id: this, at, kept: placeKept(editor, at), widget: this.slip } });
    void this.send();
  }

  private async send() {
    const refusal = pictureRefusal(this.file);
    if (refusal) return this.refused(refusal, false);
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Uploading ${this.file.name || "a picture"}`);
    this.show(`Uploading ${this.file.name || "a picture"} …`, bar);
    try {
      const size = sizeOf(this.file);
      const { id, width, height } = await uploadShowing(this.incidentRef, this.file, (share) => {
        bar.value = share;
      });
      const seen = await size;
      this.arrived({ id, alt: "", width: width ?? seen?.width ?? null, height: height ?? seen?.height ?? null });
    } catch (error) {
      this.refused(`${error instanceof Error ? error.message : "It could not be uploaded."} The picture is kept here until you leave the page.`, true);
    }
  }

  private arrived(attrs: Record<string, unknown>) {
    if (this.view.isDestroyed) return;
    const at = placeOf(this.view, this);
    // Its place was deleted meanwhile, and the wish with it.
    if (at === undefined) return;
    tell(this.view, { remove: this });
    const picture = this.view.state.schema.nodes.picture!.create(attrs);
    this.view.dispatch(this.view.state.tr.replaceRangeWith(at, at, picture));
    this.editor.commands.focus(undefined, { scrollIntoView: false });
  }

  private refused(sentence: string, again: boolean) {
    const buttons = [...(again ? [button("Try again", () => void this.send())] : []), button("Take it away", () => tell(this.view, { remove: this }))];
    this.show(sentence, ...buttons);
    this.slip.dataset.tone = "danger";
  }

  private show(sentence: string, ...beside: HTMLElement[]) {
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    words.textContent = sentence;
    delete this.slip.dataset.tone;
    this.slip.replaceChildren(words, ...beside);
  }
}

function button(label: string, run: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", run);
  return made;
}

async function sizeOf(file: File): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await createImageBitmap(file);
    return { width, height };
  } catch {
    return null;
  }
}
