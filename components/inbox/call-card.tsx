import Link from "next/link";
import type { CallAnswer } from "../../lib/calls/words";
import { onItWords } from "../../lib/inbox/rules";
import type { InboxItem } from "../../lib/inbox/schema";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { Avatar } from "../people/avatar";
import { RelativeTime } from "../times/relative-time";
import { Button } from "../ui/button";

interface Props {
  item: InboxItem;
  zone: string;
  serverNow: number;
  onAnswer(answer: CallAnswer): void;
}

/** Someone asks for help: who, where, in what words, and two ways to answer. It goes with the answer, and with nothing else. */
export function CallCard({ item, zone, serverNow, onAnswer }: Props) {
  return (
    <article aria-labelledby={`call-of-${item.id}`} className="border-hairline border-b border-l-2 border-l-accent bg-accent-wash/45 px-4 py-4 sm:px-5">
      <header className="flex items-start gap-3">
        {item.from ? <Avatar person={item.from} size="md" /> : null}
        <h3 id={`call-of-${item.id}`} className="isolate-text min-w-0 flex-1 pt-1 font-semibold text-16 leading-6">
          {item.from?.name ?? "Someone"} asks for your help
        </h3>
        <span className="pt-1.5 text-13 text-soft">
          <RelativeTime at={item.at} zone={zone} now={serverNow} />
        </span>
      </header>
      <div className="sm:pl-10">
        {item.excerpt ? <p className="isolate-text mt-2 max-w-[68ch] font-serif text-18 leading-[1.5]">“{item.excerpt}”</p> : null}
        <p className="mt-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <SeverityBadge severity={item.severity} />
          <Link data-row-link href={item.url} className="link min-w-0 font-[550]">
            <span className="mr-2 font-mono font-normal text-13 text-soft">{item.incidentRef}</span>
            <span className="isolate-text">{item.incidentTitle}</span>
          </Link>
          <StatusGlyph status={item.status} className="text-13 text-soft" />
        </p>
        <p className="isolate-text mt-2 text-13 text-soft">{onItWords(item.onIt.map((person) => person.name))}.</p>
        <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(9.25rem,1fr))] gap-2 sm:flex">
          <Button size="lg" variant="primary" onClick={() => onAnswer("on_it")}>
            I’m on it
          </Button>
          <Button size="lg" onClick={() => onAnswer("cannot")}>
            Cannot right now
          </Button>
        </div>
      </div>
    </article>
  );
}
