/** File names as diffs write them: quoted by git where they are odd, with a time behind them in plain ones. */

const ESCAPES: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** A name that git may have put in quotes, with C escapes of its UTF-8 bytes. */
export function unquoted(name: string): string {
  return name.startsWith('"') ? quotedAt(name, 0).name : name;
}

function quotedAt(text: string, from: number): { name: string; to: number } {
  const bytes: number[] = [];
  let at = from + 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] !== "\\") {
      const whole = String.fromCodePoint(text.codePointAt(at)!);
      bytes.push(...new TextEncoder().encode(whole));
      at += whole.length - 1;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4))?.[0];
    if (octal) {
      bytes.push(Number.parseInt(octal, 8));
      at += 3;
    } else {
      const next = text[at + 1] ?? "\\";
      bytes.push(ESCAPES[next] ?? next.charCodeAt(0));
      at += 1;
    }
  }
  return { name: new TextDecoder().decode(new Uint8Array(bytes)), to: at + 1 };
}

const bare = (name: string) => name.replace(/^[abciow]\//, "");

/** Both names of `diff --git a/x b/x`. Where spaces leave it open, both are taken to be one, as they are unless a later line renames. */
export function gitNames(rest: string): { oldPath: string; path: string } {
  if (rest.startsWith('"')) {
    const old = quotedAt(rest, 0);
    return { oldPath: bare(old.name), path: bare(unquoted(rest.slice(old.to).trim())) };
  }
  const quoted = rest.indexOf(' "');
  if (quoted > 0 && rest.endsWith('"')) return { oldPath: bare(rest.slice(0, quoted)), path: bare(unquoted(rest.slice(quoted + 1))) };
  const half = (rest.length - 1) / 2;
  const [one, other] = [rest.slice(0, half), rest.slice(half + 1)];
  if (Number.isInteger(half) && rest[half] === " " && bare(one) === bare(other)) return { oldPath: bare(one), path: bare(other) };
  const split = rest.search(/ [bwio]\//);
  return split > 0 ? { oldPath: bare(rest.slice(0, split)), path: bare(rest.slice(split + 1)) } : { oldPath: bare(rest), path: bare(rest) };
}

/** The name on a `---` or `+++` line; null for /dev/null. A time behind a tab is no part of it. */
export function plainName(line: string): string | null {
  const rest = line.slice(4);
  const name = rest.startsWith('"')
    ? unquoted(rest)
    : rest
        .split("\t", 1)[0]!
        .replace(/ {2,}\d{4}-\d\d-\d\d .*$/, "")
        .trimEnd();
  return name === "/dev/null" ? null : name;
}
