import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Selection, type Transaction } from "@tiptap/pm/state";
import { type Mappable, Mapping, StepMap } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { few } from "../../lib/blameless/few";
import { checker } from "../hints/checker";
import { type Hint, isKept, sentenceAt } from "../hints/texts";
import { eachBlock, hintsIn, leafText, textOf } from "./hinted";

/** Hints in the text: drawn over it and no part of it. They belong to the words, whoever wrote them. */

export interface Placed {
  from: number;
  to: number;
  hint: Hint;
}
interface Range {
  from: number;
  to: number;
}
export interface Opened extends Placed {
  /** Opened by the keyboard, which goes into the card. */
  byKeys: boolean;
  /** Another number for another card. */
  nth: number;
}
interface State {
  /** All that was found, kept ones too. */
  placed: readonly Placed[];
  unread: number;
  /** Without those that were kept and those of the sentence that is being typed. */
  shown: readonly Placed[];
  /** The sentence under the hands. */
  hold: Range | null;
  open: Opened | null;
  decorations: DecorationSet;
}
type Found = Pick<State, "placed" | "unread">;
/** `done`: what a card did is no typing. */
type Said = { look: true } | { rest: true } | { done: true } | { open: Opened | null };

const key = new PluginKey<State>("hints");
/** Changed paragraphs are sent so long after the first change. Milliseconds, as the rest of the hands is. */
const SEND_AFTER = 150;
const REST = 1500;

const say = (view: EditorView, said: Said) => view.dispatch(view.state.tr.setMeta(key, said).setMeta("addToHistory", false));
let cards = 0;
/** Steps from one that is open stay in its card. */
export const openHint = (view: EditorView, at: Placed, byKeys: boolean, isStep = false) =>
  say(view, { open: { ...at, byKeys, nth: isStep ? (openedIn(view.state)?.nth ?? ++cards) : ++cards } });
export const closeHint = (view: EditorView) => say(view, { open: null });
export const doneBy = (tr: Transaction) => tr.setMeta(key, { done: true } satisfies Said);
export const openedIn = (state: EditorState): Opened | null => key.getState(state)?.open ?? null;

/** How many blocks have not been read as they are now. */
export const unreadIn = (state: EditorState): number => key.getState(state)?.unread ?? 1;

const NONE: readonly Placed[] = [];
export const shownIn = (state: EditorState): readonly Placed[] => key.getState(state)?.shown ?? NONE;

/** What was kept is told by the page; the text is drawn anew when it changes. */
export class Kept {
  private held: ReadonlySet<string> = new Set();
  onChange: (() => void) | null = null;
  get = () => this.held;
  set(kept: ReadonlySet<string>) {
    this.held = kept;
    this.onChange?.();
  }
}

export const hinting = (kept: Kept) =>
  Extension.create({
    name: "hints",
    addProseMirrorPlugins() {
      const { editor } = this;
      const draw = (doc: Node, { placed, unread }: Found, hold: Range | null, open: Opened | null): State => {
        const unanswered = placed.filter(({ hint }) => !isKept(kept.get(), hint));
        const shown = few(unanswered, ({ from }) => doc.resolve(from).start()).filter(({ from, to }) => !(hold && from < hold.to && hold.from < to));
        const stays = open && (shown.find((one) => one.from === open.from && one.to === open.to && one.hint.rule === open.hint.rule) ?? null);
        const look = (one: Placed) => (one === stays ? "hint hint-open" : "hint");
        return {
          placed,
          unread,
          shown,
          hold,
          open: stays && open ? { ...open, ...stays } : null,
          decorations: DecorationSet.create(
            doc,
            shown.map((one) => Decoration.inline(one.from, one.to, { class: look(one) })),
          ),
        };
      };
      return [
        new Plugin<State>({
          key,
          state: {
            init: (_, { doc }) => draw(doc, place(doc, NONE), null, null),
            apply(tr, held, before, after) {
              const said = tr.getMeta(key) as Said | undefined;
              const hold = holdAfter(tr, held, after.selection, said);
              if (!tr.docChanged && !said && hold === held.hold) return held;
              const map = tr.docChanged ? movedBy(tr, before.doc) : null;
              const carried = map ? held.placed.flatMap((one) => moved(one, map, tr.doc)) : held.placed;
              const found = map || (said && "look" in said) ? place(tr.doc, carried) : held;
              return draw(tr.doc, found, hold, said && "open" in said ? said.open : openAfter(tr, held.open, map));
            },
          },
          props: {
            decorations: (state) => (editor.isEditable ? key.getState(state)!.decorations : DecorationSet.empty),
            // Before Escape chooses what is around the caret.
            handleKeyDown(view, { key: pressed }) {
              if (pressed !== "Escape" || !openedIn(view.state)) return false;
              closeHint(view);
              return true;
            },
            handleDOMEvents: {
              // Not ProseMirror's own click, which comes with the finger's lifting: that closes what floats.
              click(view, event) {
                if (!view.editable || !(event.target instanceof Element) || !event.target.closest(".hint")) return false;
                const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? -1;
                const at = view.state.selection.empty ? shownIn(view.state).find(({ from, to }) => from <= pos && pos <= to) : undefined;
                if (at) openHint(view, at, false);
                return false;
              },
            },
          },
          view: (view) => watch(view, kept),
        }),
      ];
    },
  });

/** Reads anew when texts became known, and asks for those that are not. */
function watch(view: EditorView, kept: Kept) {
  let sending: ReturnType<typeof setTimeout> | null = null;
  let resting: ReturnType<typeof setTimeout> | null = null;
  const ask = () => {
    sending = null;
    const unknown: string[] = [];
    eachBlock(view.state.doc, (block) => hintsIn(block) ?? unknown.push(textOf(block)));
    if (unknown.length) checker.want(unknown, "narrative");
  };
  const soon = () => {
    sending ??= setTimeout(ask, SEND_AFTER);
  };
  // What is being composed of several keys must not be drawn over.
  const look = () => {
    if (view.isDestroyed) return;
    if (view.composing) return soon();
    say(view, { look: true });
    soon();
  };
  const stop = checker.subscribe(look);
  kept.onChange = look;
  soon();
  return {
    update(_: EditorView, before: EditorState) {
      if (before.doc === view.state.doc) return;
      soon();
      if (resting) clearTimeout(resting);
      resting = key.getState(view.state)?.hold ? setTimeout(() => view.isDestroyed || say(view, { rest: true }), REST) : null;
    },
    destroy() {
      stop();
      kept.onChange = null;
      for (const timer of [sending, resting]) if (timer) clearTimeout(timer);
    },
  };
}

const isTheirs = (tr: Transaction): boolean => (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

/** Typing holds the sentence in which the caret stands, until it is ended, the caret leaves it, or the hands rest. */
function holdAfter(tr: Transaction, { hold }: State, selection: Selection, said: Said | undefined): Range | null {
  if (said) return "rest" in said ? null : hold;
  const isTyped = tr.docChanged && !isTheirs(tr);
  if (!isTyped && (hold === null || !(tr.docChanged || tr.selectionSet))) return hold;
  const now = sentenceUnder(selection);
  if (isTyped || tr.docChanged) return now;
  return now?.from === hold?.from && now?.to === hold?.to ? hold : null;
}

function sentenceUnder({ $head, empty }: Selection): Range | null {
  if (!empty || !$head.parent.isTextblock) return null;
  const found = sentenceAt(textOf($head.parent), $head.parentOffset);
  return found && { from: $head.start() + found.start, to: $head.start() + found.end };
}

/** What others write comes as a whole new text: only what differs has moved. */
function movedBy(tr: Transaction, before: Node): Mappable {
  if (!isTheirs(tr)) return tr.mapping;
  const start = before.content.findDiffStart(tr.doc.content);
  const end = before.content.findDiffEnd(tr.doc.content);
  if (start === null || !end) return new Mapping();
  // Where a letter was doubled, both ends are found to lie before the beginning.
  const over = Math.max(0, start - Math.min(end.a, end.b));
  return new StepMap([start, end.a + over - start, end.b + over - start]);
}

function moved(one: Placed, map: Mappable, doc: Node): Placed[] {
  const from = map.map(one.from, 1);
  const to = map.map(one.to, -1);
  return to - from === one.to - one.from && doc.textBetween(from, to, "\n", leafText) === one.hint.words ? [{ ...one, from, to }] : [];
}

/** The card of words that one types beside closes; what others write moves it along. */
function openAfter(tr: Transaction, open: Opened | null, map: Mappable | null): Opened | null {
  if (!open || !map) return open;
  const at = isTheirs(tr) ? moved(open, map, tr.doc)[0] : undefined;
  return at ? { ...open, ...at } : null;
}

/** In a block that has not been read since it changed, hints stay on the words that they were on. */
function place(doc: Node, carried: readonly Placed[]): Found {
  const placed: Placed[] = [];
  let unread = 0;
  eachBlock(doc, (block, at) => {
    const hints = hintsIn(block);
    if (hints) return placed.push(...hints.map((hint) => ({ from: at + 1 + hint.start, to: at + 1 + hint.end, hint })));
    unread++;
    placed.push(...carried.filter(({ from, to }) => from > at && to < at + block.nodeSize));
  });
  return { placed, unread };
}
