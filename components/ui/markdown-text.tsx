import Link from "next/link";
import type { ReactNode } from "react";

/** How a text finds what it names. Both say null for what is nothing to them. */
export interface MarkdownLinks {
  /** Given what stands after an `@`: the name that it begins with, and where that person is. */
  mention?: (rest: string) => { name: string; href: string } | null;
  /** Given `INC-12`: where it is. */
  incident?: (ref: string) => string | null;
}

const NAMES = /#?\b(INC-[1-9]\d{0,8})\b|(?<![\w@])@(?=\p{L})/gu;

/** Plain text with the people and incidents that it names as links. */
export function MarkdownText({ text, links }: { text: string; links?: MarkdownLinks }): ReactNode {
  if (!links || !/@|INC-/.test(text)) return text;
  const parts: ReactNode[] = [];
  let done = 0;
  for (const found of text.matchAll(NAMES)) {
    if (found.index < done) continue;
    const ref = found[1];
    const mention = ref ? null : links.mention?.(text.slice(found.index + 1));
    const href = ref ? links.incident?.(ref) : mention?.href;
    if (!href) continue;
    const shown = ref ? found[0] : `@${mention?.name}`;
    parts.push(
      text.slice(done, found.index),
      <Link key={found.index} href={href} prefetch={false} className={ref ? "font-mono text-[0.92em] link" : "font-[550] hover:underline"}>
        {shown}
      </Link>,
    );
    done = found.index + shown.length;
  }
  return parts.length ? [...parts, text.slice(done)] : text;
}

/** A `mention` over a list of people: the longest name that fits, whatever its case. */
export function mentionsOf(people: readonly { name: string; href: string }[]): NonNullable<MarkdownLinks["mention"]> {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  return (rest) => {
    const found = byLength.find(({ name }) => rest.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\d]/u.test(rest.slice(name.length)));
    return found ? { name: rest.slice(0, found.name.length), href: found.href } : null;
  };
}
