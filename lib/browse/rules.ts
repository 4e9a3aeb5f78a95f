import {
  type Environment,
  ENVIRONMENTS,
  type Mode,
  MODES,
  OPEN_STATUSES,
  SEVERITIES,
  type Severity,
  type Sort,
  SORTS,
  type Status,
  STATUSES,
} from "../incidents/words";
import { paths } from "../paths";

/** What a list of incidents shows, as it stands in the address. Pure: the server and the browser read and write it alike. */
export interface ListState {
  q: string;
  status: Status[];
  severity: Severity[];
  mode: Mode[];
  environment: Environment[];
  service: string | null;
  team: string | null;
  /** An id, or `me`. */
  lead: string | null;
  /** ISO instants on `declaredAt`. */
  from: string | null;
  to: string | null;
  /** Null: newest first. */
  sort: Sort | null;
  cursor: string | null;
}

export const WHOLE: ListState = {
  q: "",
  status: [],
  severity: [],
  mode: [],
  environment: [],
  service: null,
  team: null,
  lead: null,
  from: null,
  to: null,
  sort: null,
  cursor: null,
};

type Given = Record<string, string | readonly string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
export const QUERY_MOST = 300;

const some = <T extends string>(words: readonly T[], text: string): T[] => {
  const asked = text.split(",");
  return words.filter((word) => asked.includes(word));
};
const oneId = (text: string) => (UUID.test(text) ? text.toLowerCase() : null);
const instant = (text: string): string | null => {
  const at = /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? new Date(at).toISOString() : null;
};

/** Reads the address. What nobody could mean is left out, so that an old or mistyped link still shows a list. */
export function readList(given: Given): ListState {
  const text = (name: string): string => {
    const value = given[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).slice(0, 500);
  };
  // Neither control characters nor halves of one: the search would refuse the whole address for them.
  const q = text("q")
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, QUERY_MOST)
    .replace(/\p{Cs}/gu, "");
  const from = instant(text("from"));
  const to = instant(text("to"));
  const sort = SORTS.find((word) => word === text("sort")) ?? null;
  return {
    q,
    status: some(STATUSES, text("status")),
    severity: some(SEVERITIES, text("severity")),
    mode: some(MODES, text("mode")),
    environment: some(ENVIRONMENTS, text("environment")),
    service: oneId(text("service")),
    team: oneId(text("team")),
    lead: text("lead") === "me" ? "me" : oneId(text("lead")),
    from,
    to: from && to && to < from ? null : to,
    sort: sort === "newest" || (sort === "relevance" && !q) ? null : sort,
    cursor: text("cursor") || null,
  };
}

/** The same for `listIncidents` and the API's query: what is not said is not there. */
export function filtersOf(state: ListState) {
  const { q, status, severity, mode, environment, service, team, lead, from, to } = state;
  return {
    ...(q ? { q } : {}),
    ...(status.length ? { status } : {}),
    ...(severity.length ? { severity } : {}),
    ...(mode.length ? { mode } : {}),
    ...(environment.length ? { environment } : {}),
    ...(service ? { service } : {}),
    ...(team ? { team } : {}),
    ...(lead ? { lead } : {}),
    ...(from ? { from: new Date(from) } : {}),
    ...(to ? { to: new Date(to) } : {}),
  };
}

/** The address of a list with something changed. Whatever changes, one begins at its first page again. */
export function listPath(state: ListState, change: Partial<ListState> = {}): string {
  const { sort, ...next } = { ...state, cursor: null, ...change };
  // Relevance is an order of words: without any it means nothing.
  return paths.incidents({ ...next, sort: sort === "newest" || (sort === "relevance" && !next.q) ? null : sort });
}

/** The fields of the address as a form without scripts sends them along; `q` is the field itself. */
export function hiddenFields(state: ListState): [string, string][] {
  const query = listPath({ ...state, q: "" }).split("?")[1] ?? "";
  return [...new URLSearchParams(query)];
}

export const QUICK = ["all", "open", "drills", "mine"] as const;
export type Quick = (typeof QUICK)[number];
export const QUICK_WORDS: Record<Quick, string> = { all: "All", open: "Open", drills: "Drills", mine: "Led by me" };

/** What each quick filter sets; the rest of the address stays. */
export const QUICK_STATE: Record<Quick, Pick<ListState, "status" | "mode" | "lead">> = {
  all: { status: [], mode: [], lead: null },
  open: { status: [...OPEN_STATUSES], mode: [], lead: null },
  drills: { status: [], mode: ["drill"], lead: null },
  mine: { status: [], mode: [], lead: "me" },
};

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word) => b.includes(word));

/** The quick filter that the address amounts to; null where it is something of one's own. */
export const quickOf = (state: ListState): Quick | null =>
  QUICK.find((quick) => {
    const { status, mode, lead } = QUICK_STATE[quick];
    return same(status, state.status) && same(mode, state.mode) && lead === state.lead;
  }) ?? null;

/** Whether anything at all narrows the list. */
export const isNarrowed = (state: ListState): boolean => Object.keys(filtersOf(state)).length > 0;

/** How many filters stand beside the words and the quick filter: the number on the filter button. */
export function filterCount(state: ListState): number {
  const quick = quickOf(state) !== null;
  const { severity, environment, service, team, from, to } = state;
  const shown = [severity.length, environment.length, service, team, from, to];
  return [...shown, ...(quick ? [] : [state.status.length, state.mode.length, state.lead])].filter(Boolean).length;
}

/** "214", "10 000+". */
export const countWords = (total: number, exact: boolean): string => `${grouped(total)}${exact ? "" : "+"}`;
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** A snippet cut short before its first marked word, for a place that shows one line. */
export function fromMark(snippet: string, before = 24): string {
  const at = snippet.indexOf("\ue000");
  if (at <= before) return snippet;
  const space = snippet.indexOf(" ", at - before);
  return `…${snippet.slice(space < 0 || space > at ? at : space + 1)}`;
}

/** The address of another page of the same list. */
export const pagePath = (state: ListState, cursor: string): string => {
  const first = listPath(state);
  return `${first}${first.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
};
