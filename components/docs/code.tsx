/** Something to be typed into a shell, or what it answers. Wide lines scroll by themselves, by keyboard too. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls must be reachable by keyboard, and has a name
    <pre aria-label={label} role="region" tabIndex={0} className="overflow-x-auto rounded-md bg-sunken px-3.5 py-2.5 font-mono text-12 leading-[1.6]">
      <code>{children}</code>
    </pre>
  );
}
