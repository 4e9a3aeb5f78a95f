import Link from "next/link";
import { paths } from "../../lib/paths";

/** The name, as it stands in the logbook. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <Link href={paths.home()} className={`inline-block rounded-sm font-semibold font-serif text-[1.25rem] leading-none tracking-[-0.01em] ${className ?? ""}`}>
      Candor
    </Link>
  );
}
