import type { DocNode } from "../documents/schema";

/** What became of a text between two of its versions, paragraph by paragraph and word by word. Pure, and its work is bounded. */

export interface Piece {
  is: "same" | "added" | "removed";
  text: string;
}
/** `moved`: it stands elsewhere than it stood. `rows`: a live block, whose rows may have changed beneath it. */
export interface ComparedBlock {
  is: "same" | "changed" | "added" | "removed" | "moved";
  kind: string;
  level?: number;
  pieces: Piece[];
}

export interface Line {
  /** What kind of block it is: two of other kinds are never the same one changed. */
  kind: string;
  level?: number;
  text: string;
}

const MOST_LINES = 2000;
const MOST_CELLS = 4_000_000;
const MOST_WORDS = 1200;
/** Of all paragraphs that were changed together; the rest of them are told as a whole that went and one that came. */
const MOST_CELLS_OF_WORDS = 30_000_000;
/** Paragraphs that share less are two, not one that was changed. */
const ALIKE = 0.4;
/** How far the paragraph that one was is looked for. */
const REACH = 8;

export function compareLines(before: readonly Line[], after: readonly Line[]): ComparedBlock[] {
  const [one, other] = [before.slice(0, MOST_LINES), after.slice(0, MOST_LINES)];
  const key = ({ kind, text }: Line) => `${kind} ${text}`;
  const [left, right] = [one.map(key), other.map(key)];
  const pairs = commonOf(left, right);
  // Between what stayed in its place, what is alike is one that was changed.
  const all: ComparedBlock[] = [];
  const room = { cells: MOST_CELLS_OF_WORDS };
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [one.length, other.length] as const]) {
    all.push(...gap(one.slice(i, a), other.slice(j, b), room));
    if (a < one.length) all.push({ is: "same", ...shape(other[b]!), pieces: piecesOf("same", other[b]!.text) });
    [i, j] = [a + 1, b + 1];
  }
  return moved(all);
}

const shape = ({ kind, level }: Line) => ({ kind, ...(level === undefined ? {} : { level }) });
const piecesOf = (is: Piece["is"], text: string): Piece[] => (text ? [{ is, text }] : []);

/** What went stands before what came. */
function gap(before: readonly Line[], after: readonly Line[], room: { cells: number }): ComparedBlock[] {
  const all: ComparedBlock[] = [];
  const whole = (is: Piece["is"] & ("added" | "removed"), line: Line): ComparedBlock => ({ is, ...shape(line), pieces: piecesOf(is, line.text) });
  let from = 0;
  let fresh: Line[] = [];
  const settle = (to: number) => {
    all.push(...before.slice(from, to).map((line) => whole("removed", line)), ...fresh.map((line) => whole("added", line)));
    fresh = [];
    from = to;
  };
  for (const line of after) {
    const near = before.findIndex((old, at) => at >= from && at < from + REACH && old.kind === line.kind && alike(old.text, line.text) >= ALIKE);
    if (near < 0) {
      fresh.push(line);
      continue;
    }
    settle(near);
    all.push({ is: "changed", ...shape(line), pieces: compareWords(before[near]!.text, line.text, room) });
    from = near + 1;
  }
  settle(before.length);
  return all;
}

/** What was taken away here and came back elsewhere, to the letter, was moved: it is told once, where it stands now. */
function moved(blocks: ComparedBlock[]): ComparedBlock[] {
  const textOf = (block: ComparedBlock) => `${block.kind} ${block.pieces.map(({ text }) => text).join("")}`;
  const gone = new Map<string, number>();
  for (const block of blocks) if (block.is === "removed" && block.pieces.length) gone.set(textOf(block), (gone.get(textOf(block)) ?? 0) + 1);
  const found = new Map<string, number>();
  const told = blocks.map((block): ComparedBlock => {
    const key = textOf(block);
    if (block.is !== "added" || (found.get(key) ?? 0) >= (gone.get(key) ?? 0)) return block;
    found.set(key, (found.get(key) ?? 0) + 1);
    return { ...block, is: "moved", pieces: block.pieces.map(({ text }) => ({ is: "same", text })) };
  });
  return told.filter((block) => {
    const key = textOf(block);
    const left = found.get(key) ?? 0;
    if (block.is !== "removed" || left === 0) return true;
    found.set(key, left - 1);
    return false;
  });
}

const WORD = /[\p{L}\p{N}\p{M}_'’-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** The words of a text that stayed, came and went, in the order of reading. */
export function compareWords(before: string, after: string, room = { cells: MOST_CELLS_OF_WORDS }): Piece[] {
  const [one, other] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const [left, right] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const all: Piece[] = [];
  const say = (is: Piece["is"], text: string) => {
    if (!text) return;
    if (all.at(-1)?.is === is) all.at(-1)!.text += text;
    else all.push({ is, text });
  };
  say("same", one.slice(0, head).join(""));
  const fits = left.length <= MOST_WORDS && right.length <= MOST_WORDS && left.length * right.length <= room.cells;
  if (fits) room.cells -= left.length * right.length;
  const pairs = fits ? commonOf(left, right) : [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [left.length, right.length] as const]) {
    say("removed", left.slice(i, a).join(""));
    say("added", right.slice(j, b).join(""));
    if (a < left.length) say("same", left[a]!);
    [i, j] = [a + 1, b + 1];
  }
  say("same", one.slice(one.length - tail).join(""));
  return joined(all);
}

/** A single space that stayed between words that went would part what reads as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  const put = (is: Piece["is"], text: string) => {
    // The removed and the added of one place stand beside each other.
    const at = all.findLastIndex((piece) => piece.is === is);
    if (at >= 0 && (is === "same" ? at === all.length - 1 : all.slice(at).every((piece) => piece.is !== "same"))) all[at]!.text += text;
    else all.push({ is, text });
  };
  for (const [at, piece] of pieces.entries()) {
    const between = piece.is === "same" && /^\s+$/.test(piece.text) && at > 0 && at < pieces.length - 1;
    if (!between) {
      put(piece.is, piece.text);
      continue;
    }
    const near = new Set([pieces[at - 1]!.is, pieces[at + 1]!.is]);
    if (near.has("same")) put("same", piece.text);
    else {
      put("removed", piece.text);
      put("added", piece.text);
    }
  }
  return all;
}

/** How much of the longer text both share, by their words: from 0 to 1. */
function alike(before: string, after: string): number {
  const count = (text: string) => {
    const words = new Map<string, number>();
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const [one, other] = [count(before), count(after)];
  const size = (words: Map<string, number>) => [...words.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [word, n] of one) shared += Math.min(n, other.get(word) ?? 0);
  const most = Math.max(size(one), size(other));
  return most === 0 ? (before === after ? 1 : 0) : shared / most;
}

/** The longest common subsequence, as pairs of places; beyond its bound only what begins and ends alike. */
function commonOf(left: readonly string[], right: readonly string[]): [number, number][] {
  if (left.length * right.length > MOST_CELLS) return [];
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i * width + j] = left[i] === right[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

const cells = (row: string) =>
  row
    .split("\t")
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(" · ");

/** A document line by line, as it is compared; `text` reads a block, `rows` what a live block shows. */
export function linesOf(doc: DocNode, text: (node: DocNode) => string, rows: (node: DocNode) => string): Line[] {
  const walk = (node: DocNode, within: string): Line[] => {
    const kind = within || node.type;
    switch (node.type) {
      case "paragraph":
      case "codeBlock":
        return text(node).trim() === "" ? [] : [{ kind: within || node.type, text: text(node) }];
      case "heading":
        return [{ kind: "heading", level: Number(node.attrs?.level ?? 2), text: text(node) }];
      case "tableRow":
        return [{ kind: "tableRow", text: cells(text(node)) }];
      case "picture":
        return [{ kind: "picture", text: String(node.attrs?.alt ?? "") || "A picture" }];
      case "live":
        return rows(node)
          .split("\n")
          .filter((line) => line.trim() !== "" && !/^[|\s:-]+$/.test(line))
          .map((line) => ({ kind: "row", text: cells(line) }));
      case "listItem":
      case "taskItem":
        return (node.content ?? []).flatMap((child, at) =>
          walk(child, child.type === "paragraph" && at === 0 ? (node.attrs?.checked === true ? "done" : node.type) : ""),
        );
      case "horizontalRule":
        return [];
      default:
        return (node.content ?? []).flatMap((child) =>
          walk(child, ["blockquote", "callout"].includes(node.type) && child.type === "paragraph" ? node.type : kind === node.type ? "" : within),
        );
    }
  };
  return (doc.content ?? []).flatMap((node) => walk(node, ""));
}
