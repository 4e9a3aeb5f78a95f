interface Props {
  children: string;
  /** Places in the sentence, in order, that do not overlap. */
  spans: readonly { start: number; end: number }[];
}

/** A sentence with what a hint is about marked in it. */
export function MarkedSentence({ children: text, spans }: Props) {
  const parts = spans.map(({ start, end }, at) => ({ before: text.slice(spans[at - 1]?.end ?? 0, start), marked: text.slice(start, end) }));
  return (
    <span className="isolate-text">
      {parts.map(({ before, marked }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is drawn anew as a whole
        <span key={at}>
          {before}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </span>
  );
}
