/** Words as Markdown in which nothing runs, and nothing is read as a sign that was meant as a letter. Pure. */

/** Plain words in a line of Markdown. */
export const inline = (text: string | null | undefined): string =>
  (text ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replace(/^([#+-]|\d{1,9}(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));

/** The same in a cell of a table. What stands in ticks stays code, for titles are written so. */
export const cell = (text: string | null | undefined): string =>
  (text ?? "")
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (at % 2 ? part.replaceAll("|", "\\|") : part.replace(/\s+/g, " ").replace(/[\\*_[\]<>~|`]/g, "\\$&")))
    .join("")
    .trim();

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((one) => one || " ").join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Between fences longer than any in the text. */
export function fenced(text: string, language = ""): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

const BLOCK = /^(?:```|~~~|#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s|\||\s{4})/;

/** A list item: what stands at its head, the Markdown that follows, and what ends it. Lines after the first are set in, so that all stays in it. */
export function item(mark: string, head: string, body: string, tail = ""): string {
  const long = body.includes("\n") || BLOCK.test(body);
  const text = [head, body, tail].filter(Boolean).join(long ? "\n\n" : " ");
  const joined = long && !BLOCK.test(body) ? text.replace("\n\n", " ") : text;
  return `${mark} ${joined.replace(/\n(?!\n|$)/g, `\n${" ".repeat(mark.length + 1)}`)}`;
}

/**
 * Markdown that people wrote, without raw HTML, pictures from elsewhere, and links that lead anywhere but to pages and mail. It is read
 * line by line: code between fences stays to the letter, and a tick without its other stays a letter, so that no code begins unseen.
 */
export function safeMarkdown(markdown: string): string {
  const lines = markdown.replace(/\r\n?/g, "\n").trim().split("\n");
  let fence: string | null = null;
  const safe = lines.map((line) => {
    if (fence !== null) {
      const [, closing = ""] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
      if (closing[0] === fence[0] && closing.length >= fence.length) fence = null;
      return line;
    }
    fence = /^(`{3,})[^`]*$|^(~{3,})/.exec(line)?.slice(1).find(Boolean) ?? null;
    return fence === null ? safeLine(line) : line;
  });
  return [...safe, ...(fence === null ? [] : [fence])].join("\n");
}

function safeLine(line: string): string {
  let [at, plain, safe] = [0, "", ""];
  while (at < line.length) {
    const [ticks] = /^`+/.exec(line.slice(at, at + 200)) ?? [];
    if (line[at] === "\\") {
      plain += line.slice(at, at + 2);
      at += 2;
    } else if (ticks) {
      const end = closing(line, at + ticks.length, ticks.length);
      if (end < 0) plain += ticks.replaceAll("`", "\\`");
      else {
        safe += harmless(plain) + line.slice(at, end);
        plain = "";
      }
      at = end < 0 ? at + ticks.length : end;
    } else plain += line[at++];
  }
  return safe + harmless(plain);
}

/** Where a run of exactly so many ticks ends, or -1. */
function closing(line: string, from: number, length: number): number {
  for (let at = line.indexOf("`", from); at >= 0; at = line.indexOf("`", at)) {
    let end = at;
    while (line[end] === "`") end++;
    if (end - at === length) return end;
    at = end;
  }
  return -1;
}

const AWAY = String.raw`(?!https?:\/\/|mailto:|\/(?![/\\])|#)`;
const LINK = new RegExp(String.raw`\]\(\s*${AWAY}[^)]*\)`, "gi");
const OPEN = new RegExp(String.raw`\]\((?=\s*${AWAY})`, "gi");

const harmless = (text: string): string =>
  text
    .replace(/\\.|</gs, (sign) => (sign === "<" ? "\\<" : sign))
    .replace(/!\[/g, "[")
    .replace(LINK, "]")
    .replace(OPEN, "]\\(")
    .replace(/\]:/g, "]\\:");
