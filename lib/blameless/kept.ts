/** By what a kept hint is found again: its rule, and a hash of the text that it was kept for. */

const MARKS: readonly [RegExp, string][] = [
  [/[‘’‚‛′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—−]/g, "-"],
  [/…/g, "..."],
  [/\s+/g, " "],
];

/** The same words typed by another keyboard are the same text. */
const evened = (text: string) =>
  MARKS.reduce((so, [mark, plain]) => so.replace(mark, plain), text.normalize("NFKC"))
    .toLowerCase()
    .trim();

/**
 * 14 hex digits, the same in every browser and on the server. It is cyrb53 rather than a digest of `crypto.subtle`, which a page
 * without TLS does not have. From it no word can be read again, so a redaction finds nothing to take out.
 */
export function keyOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  const even = evened(text);
  for (let at = 0; at < even.length; at++) {
    const unit = even.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, "0");
}
