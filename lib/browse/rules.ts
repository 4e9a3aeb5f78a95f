import { FACTOR_GROUPS, FACTOR_ROLES, type FactorGroup, type FactorRole } from "../factors/words";
import {
  type Environment,
  ENVIRONMENTS,
  type Having,
  HAVINGS,
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
  /** All of them, in one incident; so are tags and what it has. */
  group: FactorGroup[];
  /** Labels of tags, as they were written. */
  tag: string[];
  role: FactorRole[];
  has: Having[];
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
  group: [],
  tag: [],
  role: [],
  has: [],
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
/** Labels between commas, each once; a page of them, and none that is longer than a label is. */
const labels = (text: string): string[] => {
  const said = text
    .replace(/\p{Cc}|\p{Cs}/gu, " ")
    .split(",")
    .map((label) => label.trim())
    .filter((label) => label !== "" && label.length <= 200);
  return said.filter((label, at) => said.findIndex((one) => one.toLowerCase() === label.toLowerCase()) === at).slice(0, 20);
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
    group: some(FACTOR_GROUPS, text("group")),
    tag: labels(text("tag")),
    role: some(FACTOR_ROLES, text("role")),
    has: some(HAVINGS, text("has")),
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
  const { q, status, severity, mode, environment, group, tag, role, has, service, team, lead, from, to } = state;
  return {
    ...(q ? { q } : {}),
    ...(status.length ? { status } : {}),
    ...(severity.length ? { severity } : {}),
    ...(mode.length ? { mode } : {}),
    ...(environment.length ? { environment } : {}),
    ...(group.length ? { group } : {}),
    ...(tag.length ? { tag } : {}),
    ...(role.length ? { role } : {}),
    ...(has.length ? { has } : {}),
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

export const QUICK = ["all", "open", "drills", "combined", "exposed", "mine"] as const;
export type Quick = (typeof QUICK)[number];
export const QUICK_WORDS: Record<Quick, string> = {
  all: "All",
  open: "Open",
  drills: "Drills",
  combined: "Code + environment",
  exposed: "With open actions",
  mine: "Led by me",
};

type Looked = Pick<ListState, "status" | "mode" | "lead" | "group" | "has">;
const ALL = { status: [], mode: [], lead: null };

/** What each quick filter sets; the rest of the address stays. */
const QUICK_STATE: Record<Quick, Partial<Looked>> = {
  all: ALL,
  open: { ...ALL, status: [...OPEN_STATUSES] },
  drills: { ...ALL, mode: ["drill"] },
  combined: { ...ALL, group: ["code", "environment"] },
  exposed: { ...ALL, has: ["open_actions"] },
  mine: { ...ALL, lead: "me" },
};

const same = (a: unknown, b: unknown) => [a].flat().sort().join() === [b].flat().sort().join();
const fits = (state: ListState, quick: Quick) => Object.entries(QUICK_STATE[quick]).every(([name, value]) => same(state[name as keyof Looked], value));

/** The quick filter that the address amounts to; null where it is something of one's own. What says more comes before "all". */
export const quickOf = (state: ListState): Quick | null => QUICK.filter((quick) => fits(state, quick)).sort((a, b) => depth(b) - depth(a))[0] ?? null;
const depth = (quick: Quick) => Object.keys(QUICK_STATE[quick]).length;

/** What a quick filter changes in an address: it also takes away what the one before it set beside. */
export function quickly(state: ListState, quick: Quick): Partial<ListState> {
  const now = quickOf(state);
  const before = now === "combined" ? { group: [] } : now === "exposed" ? { has: [] } : {};
  return { ...before, ...QUICK_STATE[quick] };
}

/** Whether anything at all narrows the list. */
export const isNarrowed = (state: ListState): boolean => Object.keys(filtersOf(state)).length > 0;

/** How many filters stand beside the words and the quick filter: the number on the filter button. */
export function filterCount(state: ListState): number {
  const quick = quickOf(state);
  const { severity, environment, group, tag, role, has, service, team, from, to } = state;
  const combined = [quick === "combined" ? 0 : group.length, tag.length, role.length, quick === "exposed" ? 0 : has.length];
  const shown = [severity.length, environment.length, ...combined, service, team, from, to];
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
