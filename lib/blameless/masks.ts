import { MENTIONED } from "./words";

/** What is quoted, logged, linked or code is not ours to weigh. It is covered with letters, so that every offset stays true. */

const COVERED: readonly RegExp[] = [
  // Fences; lines that are set in, where no list goes on; lines of a quotation.
  /^[ \t]*(`{3,}|~{3,})[^\n]*(?:\n(?![ \t]*\1)[^\n]*)*(?:\n[ \t]*\1[^\n]*)?/gm,
  /^(?: {4}|\t)(?![ \t]*(?:[-*+]|\d+[.)])[ \t])[^\n]*$/gm,
  /^[ \t]*>[^\n]*$/gm,
  /(?<!`)`[^`\n]+`(?!`)|``[^\n]{1,2000}?``/g,
  /\bhttps?:\/\/[^\s)>\]]+|\bwww\.[^\s)>\]]+|(?<![\w.-])[\w.-]{1,64}@[\w-]+\.[\w.]+\b/g,
  // No word is so long: keys, hashes, what has no spaces.
  /\S{80,}/g,
  /<!--[^>]{0,2000}-->|<\/?[a-zA-Z][^<>\n]{0,2000}>/g,
  // The address of a link, not its words.
  /(?<=\])\([^()\n]{0,2000}\)/g,
  // Quotations, no longer than a few sentences.
  /"(?=\S)[^"\n]{1,600}"(?!\w)|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»/g,
  /(?<![\w’'])‘(?=\S)[^‘’\n]{1,400}’(?!\w)|(?<![\w’'])'(?=\S)[^'\n]{1,400}'(?!\w)/g,
  // A line of a log: its level, or a line of a stack.
  /^[^\n]{0,200}\b(?:ERROR|FATAL|WARN|WARNING|INFO|DEBUG|TRACE|PANIC)\b[:\]|][^\n]*$/gm,
  /^[ \t]+at [\w$.<>]+\([^\n]*\)$/gm,
];

/** A mention as a word. */
export const SOMEBODY = "Ⓟ";

export interface Readable {
  /** As long as the text. */
  read: string;
  isCovered(from: number, to: number): boolean;
}

export function coverUnread(text: string): Readable {
  const covered = new Uint8Array(text.length);
  for (const pattern of COVERED) for (const found of text.matchAll(pattern)) covered.fill(1, found.index, found.index + found[0].length);
  const parts: string[] = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && covered[to] === covered[from]) to++;
    const part = text.slice(from, to);
    parts.push(covered[from] ? part.replace(/[^\n]/g, "q") : part);
  }
  // Half a character is no word, and no part of one.
  const read = parts
    .join("")
    .replace(/\p{Cs}/gu, " ")
    .replaceAll(MENTIONED, SOMEBODY);
  return { read, isCovered: (from, to) => covered.subarray(from, to).includes(1) };
}
