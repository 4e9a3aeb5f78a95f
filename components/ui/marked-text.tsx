const OPEN = "\uE000";
const CLOSE = "\uE001";

/** A snippet whose found words stand between U+E000 and U+E001, with those words marked. */
export function MarkedText({ children }: { children: string }) {
  return children.split(OPEN).map((part, at) => {
    if (at === 0) return part;
    const [marked = "", rest = ""] = part.split(CLOSE);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a snippet is drawn anew as a whole
      <span key={at}>
        <mark>{marked}</mark>
        {rest}
      </span>
    );
  });
}
