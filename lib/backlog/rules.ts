import type { ListActionItems } from "../actions/schema";
import { ACTION_STATUSES, ACTION_TYPES, type ActionStatus, type ActionType, OPEN_ACTIONS } from "../actions/words";
import { paths } from "../paths";

/** How a list of action items is narrowed, as its address says it. What the address holds beside is left out. */
export interface BacklogState {
  view: View;
  q: string;
  status: ActionStatus | "";
  type: ActionType | "";
  service: string;
  team: string;
  cursor: string;
}
export const VIEWS = ["mine", "team", "overdue", "all"] as const;
export type View = (typeof VIEWS)[number];
export const VIEW_WORDS: Record<View, string> = { mine: "Mine", team: "My team's", overdue: "Overdue", all: "All" };

type Asked = Record<string, string | string[] | undefined>;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readBacklog(asked: Asked): BacklogState {
  const text = (name: string) => (typeof asked[name] === "string" ? (asked[name] as string) : "");
  const word = <T extends string>(name: string, words: readonly T[]) => words.find((one) => one === text(name));
  const id = (name: string) => (ID.test(text(name)) ? text(name) : "");
  return {
    view: word("view", VIEWS) ?? (id("service") || id("team") ? "all" : "mine"),
    q: [...text("q").trim()].slice(0, 200).join(""),
    status: word("status", ACTION_STATUSES) ?? "",
    type: word("type", ACTION_TYPES) ?? "",
    service: id("service"),
    team: id("team"),
    cursor: /^[\w-]{1,500}$/.test(text("cursor")) ? text("cursor") : "",
  };
}

/** The address of a list; a change of what narrows it begins at its first page. */
export const backlogPath = (state: BacklogState, change: Partial<BacklogState> = {}) => paths.actions({ ...state, cursor: "", ...change });

/** What the list asks the API: open ones, unless another status is asked for. */
export const queryOf = ({ view, q, status, type, service, team, cursor }: BacklogState): ListActionItems => ({
  status: status ? [status] : [...OPEN_ACTIONS],
  ...(view === "mine" ? { owner: "me" as const } : {}),
  ...(view === "team" ? { team: "mine" as const } : team ? { team } : {}),
  ...(view === "overdue" ? { overdue: true } : {}),
  ...(q ? { q } : {}),
  ...(type ? { type: [type] } : {}),
  ...(service ? { service } : {}),
  ...(cursor ? { cursor } : {}),
});

/** Whether more than the view narrows the list. */
export const isNarrowed = ({ q, status, type, service, team, cursor }: BacklogState) => Boolean(q || status || type || service || team || cursor);
