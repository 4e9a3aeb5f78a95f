/** Words as Markdown that reads back as these words: what would be a sign there stands behind a backslash. Nothing more does, so that it reads well. */

const ALWAYS = /[\\`*[\]<>~|]/g;
/** An underscore within a word is no sign. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const ENTITY = /&(?=#?[\da-z]{1,32};)/gi;
/** What would become a link by itself. */
const LINKED = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-]+\.)|(?<=mailto|xmpp):/gi;

export const escapeInline = (text: string): string =>
  text
    .replace(/[\n\r\u2028\u2029]+/g, " ")
    .replace(ALWAYS, "\\$&")
    .replace(UNDERSCORE, "\\_")
    .replace(ENTITY, "\\&")
    .replace(LINKED, "\\$&");

/** At the beginning of a line there are more signs: of headings, lists, rules, underlines. */
export const escapeLine = (line: string): string =>
  line
    .replace(/^[ \t]+/, "")
    .replace(/^(#{1,6})(?=[ \t]|$)/, "\\$1")
    .replace(/^([-+])(?=[ \t]|$)/, "\\$1")
    .replace(/^(-+|=+|:?-+:?)(?=[ \t]*$)/, "\\$1")
    .replace(/^([-=:])(?=[-=: \t|]*$)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, "$1\\$2");

/** Code between as many ticks as it needs. */
export function codeSpan(code: string): string {
  const text = code.replace(/[\n\r]+/g, " ");
  if (text.trim() === "") return text;
  const ticks = "`".repeat(longestRun(text, "`") + 1);
  const room = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${ticks}${room}${text}${room}${ticks}`;
}

/** Code between fences longer than any inside. */
export function fenced(code: string, language = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(code, "`") + 1));
  return `${fence}${/^[\w+#.-]{1,40}$/.test(language) ? language : ""}\n${code.replace(/\r\n?/g, "\n")}${code.endsWith("\n") ? "" : "\n"}${fence}`;
}

const longestRun = (text: string, sign: string) => Math.max(0, ...(text.match(new RegExp(`${sign}+`, "g")) ?? []).map((run) => run.length));

/** An address between parentheses. */
export function linkTarget(href: string): string {
  const plain = href.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign));
  return /[()]/.test(plain) ? `<${plain}>` : plain;
}
