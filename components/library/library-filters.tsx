import { Search, X } from "lucide-react";
import Link from "next/link";
import { paths } from "../../lib/paths";
import type { PostmortemFacets } from "../../lib/postmortems/schema";

export interface LibraryState {
  q: string | null;
  service: string | null;
  group: string | null;
  tag: string | null;
}
type Named = { [name in keyof LibraryState]?: string | null };

const go = (state: LibraryState, part: Partial<LibraryState>) => paths.postmortems({ ...state, ...part });

/** The one field over the library: a plain form, so that it works before any script runs. */
export function LibrarySearch({ state }: { state: LibraryState }) {
  return (
    <search>
      <form action={paths.postmortems()} className="relative">
        {(["service", "group", "tag"] as const).map((name) => (state[name] ? <input key={name} type="hidden" name={name} value={state[name]} /> : null))}
        <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-soft" />
        <input
          type="search"
          name="q"
          aria-label="Search every post-mortem"
          placeholder="Search every post-mortem"
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          defaultValue={state.q ?? ""}
          key={state.q}
          className="h-11 w-full rounded-md border border-edge bg-raised pr-4 pl-10 text-16 transition-colors hover:border-soft focus-visible:rounded-md focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0"
        />
      </form>
    </search>
  );
}

/** What narrows the library, each to be taken away by a press. */
export function LibraryChips({ state, names }: { state: LibraryState; names: Named }) {
  const chips = (["q", "service", "group", "tag"] as const)
    .filter((name) => state[name])
    .map((name) => ({ name, words: name === "q" ? `“${state.q}”` : (names[name] ?? state[name]!) }));
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5 pt-3">
      {chips.map(({ name, words }) => (
        <li key={name} className="max-w-full">
          <Link
            href={go(state, { [name]: null })}
            scroll={false}
            className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-sm bg-sunken pr-1.5 pl-2.5 font-[550] text-13 hover:bg-line"
          >
            <span className="isolate-text truncate">{words}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0 text-soft" strokeWidth={2.25} />
            <span className="sr-only">: remove this filter</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const FACETS = [
  ["group", "What combined"],
  ["service", "Services"],
  ["tag", "Factors"],
] as const;
const SHOWN = 8;

/** What the library could be narrowed by, with how many would be left. */
export function LibraryFacets({ state, facets }: { state: LibraryState; facets: PostmortemFacets }) {
  return FACETS.map(([name, title]) => {
    const rows = facets[name].filter(({ value }) => value !== state[name]);
    if (state[name] || rows.length === 0) return null;
    const item = ({ value, name: words, count }: (typeof rows)[number]) => (
      <li key={value}>
        <Link
          href={go(state, { [name]: value })}
          scroll={false}
          className="flex justify-between gap-3 rounded-sm py-0.5 text-soft hover:text-ink hover:underline"
        >
          <span className="isolate-text min-w-0 [overflow-wrap:anywhere]">{words}</span>
          <span className="tabular-nums">{count}</span>
        </Link>
      </li>
    );
    return (
      <nav key={name} aria-label={title} className="text-13 leading-5">
        <h2 className="mb-1 font-[550] text-ink">{title}</h2>
        <ul>{rows.slice(0, SHOWN).map(item)}</ul>
        {rows.length > SHOWN ? (
          <details>
            <summary className="touch py-0.5 text-soft hover:text-ink">{rows.length - SHOWN} more</summary>
            <ul>{rows.slice(SHOWN).map(item)}</ul>
          </details>
        ) : null}
      </nav>
    );
  });
}
