/** What a line of a diff is. */
export const KIND = { text: 0, header: 1, hunk: 2, context: 3, added: 4, removed: 5, note: 6 } as const;

export type FileChange = "modified" | "added" | "removed" | "renamed" | "copied";
export const FILE_CHANGE_WORDS: Record<FileChange, string> = {
  modified: "",
  added: "new file",
  removed: "file removed",
  renamed: "renamed",
  copied: "copied",
};

/** Lines from..to of the text, the first of them its head. */
export interface DiffHunk {
  from: number;
  to: number;
  oldAt: number;
  newAt: number;
  /** The function or section that its head names. */
  section: string;
}

export interface DiffFile {
  from: number;
  to: number;
  oldPath: string;
  path: string;
  change: FileChange;
  binary: boolean;
  combined: boolean;
  /** Why the whole file is text, where it is. */
  shownAsText: string | null;
  /** Its mode before and after, where that changed. */
  modes: [string, string] | null;
  hunks: DiffHunk[];
  added: number;
  removed: number;
  /** The first line (from 1) that did not fit, and why. */
  broken: { line: number; why: string } | null;
}

/** A diff as numbers beside its text: a million lines are a few megabytes, and a worker may send it without a copy of each line. */
export interface ParsedDiff {
  text: string;
  /** Where each line begins; one more than there are lines. */
  starts: Uint32Array;
  kinds: Uint8Array;
  /** The line's number on either side; 0 where it is not on it. */
  olds: Uint32Array;
  news: Uint32Array;
  files: DiffFile[];
  /** Why nothing in it could be read as a diff, so that it is shown as text. */
  broken: string | null;
}
