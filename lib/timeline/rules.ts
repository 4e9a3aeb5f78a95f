const FENCE = /^\s*(?:~~~|```)[^\n]*(?:\n|$)/;

/** The first line of Markdown as plain words, for a place that has room for one line; the fence around a log is no line. Pure. */
export function plainLine(markdown: string): string {
  const line = markdown.trim().replace(FENCE, "").split("\n", 1)[0] ?? "";
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)/, "")
    .replace(/!?\[([^\]\n]{0,500})\]\([^)\s]{0,2000}\)/g, "$1")
    .replace(/(`+)([^`]+)\1/g, "$2")
    .replace(/(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])/g, "$2")
    .replace(/(?<![\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])/g, "$2")
    .trim();
}
