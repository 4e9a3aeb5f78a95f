import type { Shortcut } from "../layout/shortcuts";

const key = (keys: string, label: string): Shortcut => ({ keys, label, group: "On this page" });

/** For the help sheet: the text itself listens to them. */
export const WRITING_KEYS: readonly Shortcut[] = [
  key("/", "In the text: insert a heading, a table, a picture, what the room knows …"),
  key("@", "In the text: a person, or a time as @14:02"),
  key("#", "In the text: an incident"),
  key("A C T -", "In the text: an action item"),
  key("mod b", "Bold"),
  key("mod i", "Italic"),
  key("mod e", "Code in the line"),
  key("mod k", "Link, while writing"),
  key("mod Alt 2", "Heading (3 and 4 for smaller ones, 0 for text)"),
  key("mod Shift 8", "List (7 numbered, 9 tasks)"),
  key("mod z", "Undo what you wrote yourself"),
  key("mod Shift z", "Do it again"),
  key("mod Shift v", "Paste as plain text"),
  key("F8", "The next hint about wording (with Shift the one before)"),
  key("mod Enter", "A new paragraph below what the caret stands in"),
  key("Esc Tab", "Out of the text, where Tab has a meaning"),
];
