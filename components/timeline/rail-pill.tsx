import { ArrowDown } from "lucide-react";

/** "3 new": what came while one reads further up. It moves nothing until it is pressed. */
export function RailPill({ count, onPress }: { count: number; onPress: () => void }) {
  return (
    <div role="status" className="pointer-events-none sticky bottom-[calc(var(--below)+7rem)] z-3 flex h-0 justify-center">
      {count > 0 ? (
        <button
          type="button"
          onClick={onPress}
          className="pointer-events-auto inline-flex h-8 -translate-y-full animate-settle items-center gap-1.5 rounded-full bg-ink pr-3.5 pl-3 font-[550] text-13 text-surface shadow-float focus-visible:rounded-full"
        >
          <ArrowDown aria-hidden="true" className="size-3.5" />
          {count} new
        </button>
      ) : null}
    </div>
  );
}
