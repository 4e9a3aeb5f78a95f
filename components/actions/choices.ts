import { ACTION_STATUS_WORDS, ACTION_STATUSES, type ActionStatus, PRIORITIES, type Priority } from "../../lib/actions/words";

/** What a menu offers, with the one that stands. */
export const statusChoices = (current: ActionStatus, choose: (status: ActionStatus) => void) =>
  ACTION_STATUSES.map((status) => ({
    label: status === "wont_do" ? `${ACTION_STATUS_WORDS[status]} …` : ACTION_STATUS_WORDS[status],
    checked: status === current,
    onSelect: () => choose(status),
  }));

export const priorityChoices = (current: Priority | null, choose: (priority: Priority | null) => void) => [
  ...PRIORITIES.map((priority) => ({ label: priority, checked: priority === current, onSelect: () => choose(priority) })),
  { label: "No priority", checked: current === null, onSelect: () => choose(null) },
];
