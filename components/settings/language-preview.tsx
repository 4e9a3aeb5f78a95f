import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { LanguagePreview as Preview } from "../../lib/language/schema";
import { paths } from "../../lib/paths";
import { MarkedSentence } from "../language/marked-sentence";
import type { LanguageValues } from "./language-fields";
import type { RuleLine } from "./language-form";

interface Props {
  preview: Preview;
  rules: readonly RuleLine[];
  /** As they were sent: a phrase is named by its words. */
  values: LanguageValues;
}

const posts = (n: number) => (n === 1 ? "one published post-mortem" : `${n} published post-mortems`);
const hints = (n: number) => (n === 1 ? "one hint" : `${n} hints`);

/** What would come and what would go in what is published, sentence by sentence. The published versions stay as they are. */
export function LanguagePreview({ preview, rules, values }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  const { postmortems, more, before, after, changed } = preview;
  // It is what was asked for, and stands below the fold.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is led to
  useEffect(() => {
    head.current?.scrollIntoView({ block: "start" });
    head.current?.focus({ preventScroll: true });
  }, [preview]);
  const nameOf = (rule: string) => {
    const phrase = values.phrases.find(({ id }, at) => id === rule || `new-${at}` === rule);
    return phrase ? `“${phrase.words}”` : (rules.find(({ id }) => id === rule)?.name ?? rule);
  };
  const moved = preview.rules.filter((rule) => rule.before !== rule.after);
  return (
    <section aria-labelledby="would-change" className="pt-3 pb-8">
      <h2 id="would-change" ref={head} tabIndex={-1} className="scroll-mt-20 font-semibold font-serif text-18 outline-none">
        {changed.length ? "What this would change" : "This would change nothing"}
      </h2>
      <p className="mt-1 max-w-[68ch] text-soft">
        Read in {more ? `the newest ${posts(postmortems)}` : postmortems === 0 ? "nothing, for no post-mortem is published yet" : posts(postmortems)}
        {postmortems ? `: ${hints(before)} now, ${after === before ? "as many" : after} then.` : "."}
      </p>
      {moved.length ? (
        <dl className="mt-4 grid max-w-[40rem] gap-x-10 sm:grid-cols-2">
          {moved.map((rule) => (
            <div key={rule.rule} className="flex items-baseline justify-between gap-4 border-hairline border-t py-1.5">
              <dt className="isolate-text min-w-0 [overflow-wrap:anywhere]">{nameOf(rule.rule)}</dt>
              <dd className="shrink-0 text-soft tabular-nums">
                {rule.before} → {rule.after}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {changed.length ? (
        <ol className="mt-5">
          {changed.map(({ ref, title, sentence, start, end, rule, gained }) => (
            <li key={`${ref} ${rule} ${gained} ${sentence} ${start}`} className="grid gap-x-5 border-hairline border-t py-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
              <span className={clsx("text-13 leading-6", gained ? "text-accent" : "text-soft")}>{gained ? "would ask" : "would not ask"}</span>
              <div className="min-w-0">
                <p className="max-w-[68ch] font-serif text-16 leading-[1.5] [overflow-wrap:anywhere]">
                  <MarkedSentence spans={[{ start, end }]}>{sentence}</MarkedSentence>
                </p>
                <p className="mt-0.5 text-13 text-soft">
                  {nameOf(rule)} ·{" "}
                  <a className="link" href={paths.postmortem(ref)} target="_blank" rel="noreferrer">
                    <span className="font-mono">{ref}</span> <span className="isolate-text">{title}</span>
                  </a>
                </p>
              </div>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
