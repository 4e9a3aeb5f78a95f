import { Check, Link2 } from "lucide-react";
import { paths } from "@/lib/paths";
import type { ToldRule } from "@/lib/rulebook/rules";
import { Badge } from "../ui/badge";
import { MarkedSentence } from "./marked-sentence";

/** More than that are folded away. */
const SHOWN = 2;

/** One rule: why it says that, what to ask instead, where that comes from, and sentences that it knows. */
export function RuleEntry({ rule }: { rule: ToldRule }) {
  const { id, name, why, question, source, off, own, fires, quiet } = rule;
  const more = [...fires.slice(SHOWN), ...quiet.slice(SHOWN)].length > 0;
  return (
    <article id={id} aria-labelledby={`${id}-name`} className="group scroll-mt-20 border-hairline border-t py-5 target:border-accent">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h3 id={`${id}-name`} className="isolate-text font-semibold text-16 [overflow-wrap:anywhere]">
          {own ? `“${name}”` : name}
        </h3>
        {off ? <Badge>switched off here</Badge> : null}
        {own ? <Badge tone="learned">added here</Badge> : null}
        <a
          href={paths.language(id)}
          aria-label={`Link to ${name}`}
          className="touch rounded-sm text-faint opacity-0 transition-opacity hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 group-focus-within:opacity-100 [@media(hover:none)]:opacity-100"
        >
          <Link2 aria-hidden="true" className="size-3.5" />
        </a>
      </div>
      <p className="isolate-text mt-1 max-w-[74ch] font-serif text-16 leading-[1.55]">{why}</p>
      {question ? (
        <p className="isolate-text mt-1.5 max-w-[68ch] text-soft">
          Ask instead: <span className="font-serif text-ink italic">{question}</span>
        </p>
      ) : null}
      <Sentences fires={fires.slice(0, SHOWN)} quiet={quiet.slice(0, SHOWN)} />
      {more ? (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer rounded-sm text-13 text-soft hover:text-ink">More sentences</summary>
          <Sentences fires={fires.slice(SHOWN)} quiet={quiet.slice(SHOWN)} />
        </details>
      ) : null}
      {source ? <p className="mt-3 text-13 text-soft">After {source}</p> : null}
    </article>
  );
}

function Sentences({ fires, quiet }: Pick<ToldRule, "fires" | "quiet">) {
  if (fires.length + quiet.length === 0) return null;
  return (
    <dl className="mt-3 grid gap-x-8 gap-y-3 text-soft leading-[1.5] md:grid-cols-2">
      {fires.length ? (
        <div>
          <dt className="mb-1 text-12 text-faint">It asks about</dt>
          {fires.map(({ text, spans }) => (
            <dd key={text} className="border-line border-l-2 py-0.5 pl-3 [&:not(:last-child)]:mb-1.5">
              <MarkedSentence spans={spans}>{text}</MarkedSentence>
            </dd>
          ))}
        </div>
      ) : null}
      {quiet.length ? (
        <div>
          <dt className="mb-1 text-12 text-faint">It leaves alone</dt>
          {quiet.map((text) => (
            <dd key={text} className="flex gap-2 py-0.5 [&:not(:last-child)]:mb-1.5">
              <Check aria-hidden="true" className="mt-1 size-3.5 shrink-0 text-calm" />
              <span className="isolate-text">{text}</span>
            </dd>
          ))}
        </div>
      ) : null}
    </dl>
  );
}
