import { Lexer, type Token, type TokensList } from "marked";

/**
 * Markdown into tokens, with the work bounded: emphasis costs the square of its delimiters in a paragraph, and quotes in
 * quotes cost their depth, so that a few thousand odd characters could hold up everyone who looks at them. What goes
 * beyond the bounds stays as it was written. The bounds count characters, not time: server and browser agree.
 */
const BUDGET = 4_000_000;
const DELIMITERS = /[*_~`[\]!<\\]/g;
const DEEP = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13,}/m;

class BoundedLexer extends Lexer {
  private left = BUDGET;

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    const count = source.match(DELIMITERS)?.length ?? 0;
    this.left -= count * count;
    if (this.left >= 0) return super.inlineTokens(source, tokens);
    tokens.push({ type: "text", raw: source, text: source, escaped: false });
    return tokens;
  }
}

/** `breaks`: a line's end is a line's end, as in a chat. */
export function lexMarkdown(source: string, breaks: boolean): TokensList | Token[] {
  if (!DEEP.test(source)) {
    try {
      return new BoundedLexer({ gfm: true, breaks }).lex(source);
    } catch {
      // Too deep for the stack: shown as written.
    }
  }
  return [{ type: "paragraph", raw: source, text: source, tokens: [{ type: "text", raw: source, text: source, escaped: false }] }];
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** `&amp;` and its like, which Markdown allows in text (not in code). */
export const decodeEntities = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name?: string, decimal?: string, hex?: string) => {
        if (name) return NAMED[name.toLowerCase()] ?? whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
      })
    : text;

/** An address that may be followed: http, https, mailto, or a place of our own. Else null. */
export function safeHref(href: string): string | null {
  const given = decodeEntities(href).trim();
  if (/^\/(?![/\\])/.test(given) || given.startsWith("#")) return /[\u0000-\u001f]/.test(given) ? null : given;
  if (!URL.canParse(given)) return null;
  return ["http:", "https:", "mailto:"].includes(new URL(given).protocol) ? given : null;
}

/** Pictures come from our own attachments only. */
export const safeImage = (href: string): string | null => (/^\/api\/v1\/[\w\-/.~%?=&]+$/.test(href) && !href.includes("..") ? href : null);
