/** What follows from an incident: a bounded change to the system, with an owner, a due date and a finish test. */

export const ACTION_STATUSES = ["open", "in_progress", "done", "wont_do"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export const OPEN_ACTIONS: readonly ActionStatus[] = ["open", "in_progress"];

export const ACTION_TYPES = ["prevent", "detect", "mitigate", "repair", "process", "investigate"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

export const PRIORITIES = ["P0", "P1", "P2", "P3"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What came of it when a like incident put it to the test. */
export const HELD_ANSWERS = ["fired", "held", "bypassed", "not_tested"] as const;
export type HeldAnswer = (typeof HELD_ANSWERS)[number];

export const ACTION_STATUS_WORDS: Record<ActionStatus, string> = { open: "Open", in_progress: "In progress", done: "Done", wont_do: "Won't do" };

export const ACTION_TYPE_WORDS: Record<ActionType, string> = {
  prevent: "Prevent",
  detect: "Detect",
  mitigate: "Mitigate",
  repair: "Repair",
  process: "Process",
  investigate: "Investigate",
};

export const HELD_WORDS: Record<HeldAnswer, string> = {
  fired: "It fired",
  held: "It held",
  bypassed: "It was bypassed",
  not_tested: "It was not put to the test",
};
