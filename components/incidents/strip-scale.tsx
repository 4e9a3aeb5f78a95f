import { marksOf, type Scale } from "./strip-phases";

/** The head of a list's strips: what their common width stands for, in the same column as they. Strips themselves are told in words. */
export function StripScale({ scale, className }: { scale: Scale; className?: string }) {
  return (
    <span aria-hidden="true" className={`relative mr-[7.5rem] block h-4 text-12 text-faint ${className ?? ""}`}>
      {marksOf(scale).map((mark, at) => (
        <span key={mark.at} className={at === 0 ? "absolute left-0" : "absolute -translate-x-1/2 whitespace-nowrap"} style={{ left: `${mark.at * 100}%` }}>
          {mark.label}
        </span>
      ))}
    </span>
  );
}
