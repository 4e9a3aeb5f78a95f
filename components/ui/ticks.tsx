/** A line of text in which `what stands in ticks` is set as code: titles and finish tests, which are no Markdown. */
export function Ticks({ children }: { children: string }) {
  return children.split(/`([^`\n]+)`/).map((part, at) =>
    at % 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is drawn anew as a whole
      <code key={at} className="font-mono text-[0.92em]">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
