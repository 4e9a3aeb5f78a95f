/** A key as it stands on a keyboard: `<Kbd keys="g i" />` is g, then i. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 ${className ?? ""}`}>
      {keys.split(" ").map((key, at) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one chord, in order, never reordered
          key={at}
          className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line bg-raised px-1 font-mono text-12 text-soft leading-none shadow-[0_1px_0_var(--line)]"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
