/** Every address of the app. A page or a mail that needs one takes it from here. */

type Filters = Record<string, string | readonly string[] | number | null | undefined>;

/** Joins a path with a query; what is empty is left out, lists are joined by commas. */
export function withQuery(path: string, query: Filters = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(",") : value === null || value === undefined ? "" : String(value);
    if (text !== "") params.set(name, text);
  }
  // Commas and colons read better as they are, and are allowed in a query.
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `${path}?${text}` : path;
}

const one = encodeURIComponent;

export const paths = {
  home: () => "/",

  incidents: (filters?: Filters) => withQuery("/incidents", filters),
  newIncident: () => "/incidents/new",
  incident: (ref: string) => `/incidents/${one(ref)}`,
  /** The very entry, as search hits, mails and the inbox link to it. */
  entry: (ref: string, entryId: string) => `/incidents/${one(ref)}#entry-${one(entryId)}`,

  /** The call for help with its answers, as mails and the inbox link to it. */
  call: (ref: string, callId: string) => `/incidents/${one(ref)}#call-${one(callId)}`,

  /** What changed, beside one incident; what combined; what follows from it. */
  incidentChanges: (ref: string, changeId?: string) => `/incidents/${one(ref)}/changes${changeId ? `#change-${one(changeId)}` : ""}`,
  /** A line of a change's diff, read in the room (numbered as the diff is, from 1). */
  changeLine: (ref: string, changeId: string, line?: number) => `/incidents/${one(ref)}/changes?diff=${one(changeId)}${line ? `#L${line}` : ""}`,
  /** Where a line is taken as evidence of a factor. */
  evidence: (ref: string, changeId: string, file: string, line: number) =>
    `/incidents/${one(ref)}/factors?evidence=${["change", changeId, one(file), line].join(":")}`,
  incidentFactors: (ref: string, factorId?: string) => `/incidents/${one(ref)}/factors${factorId ? `#factor-${one(factorId)}` : ""}`,
  incidentActions: (ref: string, filters?: Filters) => withQuery(`/incidents/${one(ref)}/actions`, filters),
  /** Did what was done before hold? */
  held: (ref: string) => `/incidents/${one(ref)}/actions#held`,
  /** The form for an action item, filled in from what it is made of. */
  newAction: (ref: string, from: { factor?: string; net?: string; entry?: string }) => withQuery(`/incidents/${one(ref)}/actions`, { new: 1, ...from }),

  /** Where the team writes it; and one section of it. */
  draft: (ref: string, anchor?: string) => `/incidents/${one(ref)}/postmortem${anchor ? `#${one(anchor)}` : ""}`,
  postmortems: (filters?: Filters) => withQuery("/postmortems", filters),
  /** As it was published: the newest version, or one of them; and one section of it. */
  postmortem: (ref: string, { version, anchor }: { version?: number; anchor?: string } = {}) =>
    `${withQuery(`/postmortems/${one(ref)}`, { version })}${anchor ? `#${one(anchor)}` : ""}`,
  /** What stands above and below its printed pages. */
  printStyle: (ref: string, version: number) => withQuery(`/postmortems/${one(ref)}/print.css`, { version }),
  /** What changed between two versions, word by word; without `to` the draft. */
  compare: (ref: string, from: number, to?: number) => withQuery(`/postmortems/${one(ref)}/compare`, { from, to }),
  /** A file of it, to be saved. */
  exportOf: (ref: string, format: string, version?: number) => withQuery(`/api/v1/incidents/${one(ref)}/postmortem/export`, { format, version }),
  /** A picture of an incident. */
  attachment: (ref: string, id: string) => `/api/v1/incidents/${one(ref)}/attachments/${one(id)}`,

  changes: (filters?: Filters) => withQuery("/changes", filters),
  change: (id: string) => `/changes/${one(id)}`,
  actions: (filters?: Filters) => withQuery("/actions", filters),
  action: (ref: string) => `/actions/${one(ref)}`,

  services: () => "/services",
  service: (id: string) => `/services/${one(id)}`,
  people: () => "/people",
  person: (id: string) => `/people/${one(id)}`,
  teams: () => "/teams",
  team: (id: string) => `/teams/${one(id)}`,
  inbox: () => "/inbox",

  /** Why a wording is asked about; and one rule of it. */
  language: (rule?: string) => `/language${rule ? `#${one(rule)}` : ""}`,

  settings: () => "/settings",
  settingsSessions: () => "/settings/sessions",
  settingsTokens: () => "/settings/tokens",
  settingsPeople: () => "/settings/people",
  settingsInvitations: () => "/settings/invitations",
  settingsTags: () => "/settings/tags",
  settingsLanguage: () => "/settings/language",
  settingsAudit: () => "/settings/audit",

  /** `back`: the page to return to, checked by `returnTo` when it is read. */
  signIn: (back?: string) => withQuery("/sign-in", { callbackUrl: back && back !== "/" ? back : undefined }),
  signOut: () => "/sign-out",
  setUp: () => "/set-up",
  invitation: (token: string) => `/invite/${one(token)}`,
  reset: () => "/reset",
  resetWith: (token: string) => `/reset/${one(token)}`,

  /** Where the plain form of a door (sign-in, set-up, an invitation, a reset) is posted to. */
  door: (page: string) => `${page}/form`,

  apiDocs: () => "/api/docs",
} as const;

/** A section that was found: as it is read or, before it is published, in the draft. */
export const sectionPath = (ref: string, { anchor, published }: { anchor: string; published: boolean }) =>
  published ? paths.postmortem(ref, anchor ? { anchor } : {}) : paths.draft(ref, anchor || undefined);

/** The id of the element that `paths.entry` leads to. */
export const entryAnchor = (entryId: string) => `entry-${entryId}`;
/** The id of the element that `paths.incidentChanges` leads to. */
export const changeAnchor = (changeId: string) => `change-${changeId}`;
/** The id of the element that `paths.call` leads to. */
export const callAnchor = (callId: string) => `call-${callId}`;
/** The id of the element that `paths.incidentFactors` leads to. */
export const factorAnchor = (factorId: string) => `factor-${factorId}`;
