import Link from "next/link";
import { X } from "lucide-react";
import { listPath, type ListState, quickOf, WHOLE } from "../../lib/browse/rules";
import { shortDate } from "../../lib/dates";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_WORDS } from "../../lib/factors/words";
import { ENVIRONMENT_WORDS, HAVING_WORDS, MODE_WORDS, STATUS_WORDS } from "../../lib/incidents/words";

/** The names of what the address knows by its id; null for what is not there any more. */
export type Names = Record<"service" | "team" | "lead", string | null>;

interface Chip {
  words: string;
  without: Partial<ListState>;
}

const or = (words: readonly string[]) => (words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

function chipsOf(state: ListState, names: Names, zone: string): Chip[] {
  const chips: Chip[] = [];
  const add = (words: string | null | false, without: Partial<ListState>) => void (words && chips.push({ words, without }));
  const quick = quickOf(state);
  const isQuick = quick !== null;
  add(or(state.severity), { severity: [] });
  if (!isQuick) {
    add(or(state.status.map((status) => STATUS_WORDS[status])), { status: [] });
    add(or(state.mode.map((mode) => MODE_WORDS[mode])), { mode: [] });
    add(state.lead && `Led by ${state.lead === "me" ? "me" : (names.lead ?? "someone who left")}`, { lead: null });
  }
  add(or(state.environment.map((environment) => ENVIRONMENT_WORDS[environment])), { environment: [] });
  // Each of those that must be there together goes by itself.
  if (quick !== "combined") for (const one of state.group) add(FACTOR_GROUP_WORDS[one], { group: state.group.filter((other) => other !== one) });
  for (const one of state.tag) add(one, { tag: state.tag.filter((other) => other !== one) });
  add(or(state.role.map((role) => FACTOR_ROLE_WORDS[role])), { role: [] });
  if (quick !== "exposed") for (const one of state.has) add(HAVING_WORDS[one], { has: state.has.filter((other) => other !== one) });
  add(state.service && (names.service ?? "A service that is gone"), { service: null });
  add(state.team && (names.team ?? "A team that is gone"), { team: null });
  add(state.from && `From ${shortDate(state.from, zone)}`, { from: null });
  add(state.to && `Until ${shortDate(state.to, zone)}`, { to: null });
  return chips;
}

/** What narrows the list, each to be taken away by a press. */
export function FilterChips({ state, names, zone }: { state: ListState; names: Names; zone: string }) {
  const chips = chipsOf(state, names, zone);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5 pt-3">
      {chips.map((chip) => (
        <li key={chip.words} className="max-w-full">
          <Link
            href={listPath(state, chip.without)}
            scroll={false}
            className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-sm bg-sunken pr-1.5 pl-2.5 font-[550] text-13 hover:bg-line"
          >
            <span className="isolate-text truncate">{chip.words}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0 text-soft" strokeWidth={2.25} />
            <span className="sr-only">: remove this filter</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link href={listPath({ ...WHOLE, q: state.q, sort: state.sort })} scroll={false} className="link ml-1.5 text-13 text-soft">
            Clear all
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
