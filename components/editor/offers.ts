import { Extension } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { exitSuggestion, Suggestion } from "@tiptap/suggestion";
import { type WantedKind, wantedAtEnd } from "../../lib/writing/rules";

/** What is being typed at the caret that something can be offered for, and who answers the keys while it is. */

export interface Offer {
  kind: WantedKind;
  query: string;
  range: { from: number; to: number };
  rect: () => DOMRect | null;
}

export class Offers {
  private offer: Offer | null = null;
  private readonly listeners = new Set<() => void>();
  /** Set by the list that is shown; answers whether it took the key. */
  onKey: ((event: KeyboardEvent) => boolean) | null = null;
  readonly key = new PluginKey("offers");

  get = () => this.offer;
  set(offer: Offer | null) {
    this.offer = offer;
    for (const listener of this.listeners) listener();
  }
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
}

const LEAF = "\ufffc";

export const offering = (offers: Offers) =>
  Extension.create({
    name: "offers",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        Suggestion({
          editor,
          pluginKey: offers.key,
          allowSpaces: true,
          allow: ({ state }) => !state.selection.$from.parent.type.spec.code && !state.selection.$from.marks().some(({ type }) => type.name === "code"),
          // It opens at typing alone: not where a caret comes to rest, nor by what others write.
          shouldShow: ({ transaction }) => offers.get() !== null || (transaction.docChanged && editor.view.hasFocus() && !transaction.getMeta("y-sync$")),
          findSuggestionMatch: ({ $position }) => {
            const before = $position.parent.textBetween(0, $position.parentOffset, undefined, LEAF);
            const wanted = wantedAtEnd(before);
            if (!wanted) return null;
            const from = $position.start() + wanted.from;
            return { range: { from, to: $position.pos }, query: wanted.query, text: `${wanted.kind} ${wanted.query}` };
          },
          render: () => {
            const show = ({
              text,
              query,
              range,
              clientRect,
            }: {
              text: string;
              query: string;
              range: Offer["range"];
              clientRect?: (() => DOMRect | null) | null;
            }) => offers.set({ kind: text.split(" ", 1)[0] as WantedKind, query, range, rect: clientRect ?? (() => null) });
            return {
              onStart: show,
              onUpdate: show,
              onExit: () => offers.set(null),
              onKeyDown: ({ event }) => offers.onKey?.(event) ?? false,
            };
          },
        }),
      ];
    },
  });

export const withdraw = (offers: Offers, view: Parameters<typeof exitSuggestion>[0]) => exitSuggestion(view, offers.key);
