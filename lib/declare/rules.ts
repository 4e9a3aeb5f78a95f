import type { DeclareIncident } from "../incidents/schema";
import type { Detection, Environment, Mode, Severity } from "../incidents/words";
import type { RefDto } from "../scalars";

/** What someone is about to declare, as the sheet holds it, and what follows from it. Pure. */

/** A service with the team that owns it, which is whom one calls for it. Left out, nobody has looked it up yet. */
export interface ChosenService extends RefDto {
  team?: RefDto | null;
}

export interface DeclareDraft {
  title: string;
  severity: Severity | null;
  services: ChosenService[];
  mode: Mode;
  environment: Environment;
  isPrivate: boolean;
  summary: string;
  /** ISO instants, or null where not said. */
  startedAt: string | null;
  detectedAt: string | null;
  detection: Detection | null;
  call: {
    /** Null follows the severity: on for SEV1 and SEV2. */
    on: boolean | null;
    /** Teams named by hand, beside those that own the services. */
    teams: RefDto[];
    /** Ids of owning teams that were taken away. */
    dropped: string[];
    people: RefDto[];
    message: string;
  };
}

export const EMPTY_DRAFT: DeclareDraft = {
  title: "",
  severity: null,
  services: [],
  mode: "incident",
  environment: "production",
  isPrivate: false,
  summary: "",
  startedAt: null,
  detectedAt: null,
  detection: null,
  call: { on: null, teams: [], dropped: [], people: [], message: "" },
};

const said = (draft: DeclareDraft) =>
  JSON.stringify({ ...draft, title: draft.title.trim(), summary: draft.summary.trim(), services: draft.services.map((service) => service.id) });

/** Whether nothing was typed or chosen that would be missed: it is as it was when the sheet opened. */
export const isUntouched = (draft: DeclareDraft, start: Partial<DeclareDraft> = {}): boolean => said(draft) === said({ ...EMPTY_DRAFT, ...start });

/** How much of what is folded away was said: the disclosure opens by itself when there is some. */
export const detailsSaid = (draft: DeclareDraft): number =>
  [
    draft.mode !== "incident",
    draft.environment !== "production",
    draft.isPrivate,
    draft.summary.trim() !== "",
    draft.startedAt,
    draft.detectedAt,
    draft.detection,
  ].filter(Boolean).length;

/** A drill wakes nobody unless somebody says so; what is over needs no help now. */
export const callsForHelp = (draft: DeclareDraft): boolean =>
  draft.call.on ?? ((draft.severity === "SEV1" || draft.severity === "SEV2") && (draft.mode === "incident" || draft.mode === "near_miss"));

const byId = <T extends RefDto>(rows: readonly T[]): T[] => [...new Map(rows.map((row) => [row.id, row])).values()];

/** The teams that own the chosen services, without those that were taken away. */
export const owningTeams = (draft: DeclareDraft): RefDto[] =>
  byId(draft.services.flatMap((service) => (service.team ? [service.team] : []))).filter((team) => !draft.call.dropped.includes(team.id));

/** Whom the button will tell. `alone`: ids of teams in which nobody else is, so that calling them would reach no one. */
export function calledBy(draft: DeclareDraft, alone: ReadonlySet<string> = new Set()): { teams: RefDto[]; people: RefDto[] } {
  if (!callsForHelp(draft)) return { teams: [], people: [] };
  return { teams: byId([...owningTeams(draft), ...draft.call.teams]).filter((team) => !alone.has(team.id)), people: byId(draft.call.people) };
}

/** Takes a team off the call, whether it came by a service or by hand. */
export function withoutTeam(draft: DeclareDraft, id: string): DeclareDraft {
  const owns = draft.services.some((service) => service.team?.id === id);
  const { call } = draft;
  return {
    ...draft,
    call: { ...call, teams: call.teams.filter((team) => team.id !== id), dropped: owns ? [...new Set([...call.dropped, id])] : call.dropped },
  };
}

const listed = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** "Checkout", "Checkout and Ana", "3 teams and 2 people". */
export function saidNames({ teams, people }: { teams: readonly RefDto[]; people: readonly RefDto[] }): string {
  const names = [...teams, ...people].map((row) => row.name);
  if (names.length <= 2 && names.every((name) => name.length <= 24)) return listed(names);
  return listed([teams.length ? many(teams.length, "team", "teams") : "", people.length ? many(people.length, "person", "people") : ""].filter(Boolean));
}

/** What the one button will do, in its own words. */
export function buttonWords(draft: DeclareDraft, told: { teams: readonly RefDto[]; people: readonly RefDto[] }): string {
  const what = draft.mode === "drill" ? "Declare a drill" : draft.mode === "near_miss" ? "Declare a near miss" : "Declare";
  const names = saidNames(told);
  return `${what}${draft.isPrivate ? " privately" : ""}${names ? ` and tell ${names}` : ""}`;
}

const ids = (rows: readonly RefDto[]) => rows.map((row) => row.id);

type Iso<T> = Omit<T, "startedAt" | "detectedAt"> & { startedAt?: string; detectedAt?: string };
export type DeclareBody = Iso<DeclareIncident>;

/** What is sent: only what was said, so that the same draft is the same body, letter by letter. */
export function bodyOf(draft: DeclareDraft, told: { teams: readonly RefDto[]; people: readonly RefDto[] }, letIn = false): DeclareBody {
  const { severity, services, mode, environment, isPrivate, summary, startedAt, detectedAt, detection } = draft;
  const message = draft.call.message.trim();
  const calls = told.teams.length + told.people.length > 0;
  // Whose it is: the owners of what is hurt, called or not, and the teams that are called.
  const teams = byId([...services.flatMap((service) => (service.team ? [service.team] : [])), ...told.teams]);
  return {
    title: draft.title.trim(),
    ...(summary.trim() ? { summary: summary.trim() } : {}),
    ...(severity ? { severity } : {}),
    ...(mode === "incident" ? {} : { mode }),
    ...(environment === "production" ? {} : { environment }),
    ...(isPrivate ? { visibility: "private" as const } : {}),
    ...(services.length ? { serviceIds: ids(services) } : {}),
    ...(teams.length ? { teamIds: ids(teams) } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(detectedAt ? { detectedAt } : {}),
    ...(detection ? { detection } : {}),
    ...(calls
      ? {
          callFor: {
            ...(told.teams.length ? { teamIds: ids(told.teams) } : {}),
            ...(told.people.length ? { personIds: ids(told.people) } : {}),
            ...(message ? { message } : {}),
          },
        }
      : {}),
    ...(letIn ? { letIn: true } : {}),
  };
}

export const TITLE_MOST = 200;

/** What is wrong with a title before it is sent; null when it will do. An empty one is only said when somebody tries. */
export function titleProblem(title: string): string | null {
  const length = [...title.trim()].length;
  if (length === 0) return "Say in a few words what you see";
  return length > TITLE_MOST ? `At most ${TITLE_MOST} characters; this has ${length}. The rest can go to the summary.` : null;
}

/** A draft from storage of this or an older version: what fits is kept, the rest is empty. */
export function readDraft(stored: unknown): DeclareDraft | null {
  if (typeof stored !== "object" || stored === null) return null;
  const given = stored as Partial<DeclareDraft>;
  if (typeof given.title !== "string" || !Array.isArray(given.services) || typeof given.call !== "object") return null;
  return { ...EMPTY_DRAFT, ...given, call: { ...EMPTY_DRAFT.call, ...given.call } };
}

/** The words by which incidents like it are sought: nothing shorter than three letters is worth asking. */
export const worthAsking = (title: string): boolean => /[\p{L}\p{N}]{3}/u.test(title);
