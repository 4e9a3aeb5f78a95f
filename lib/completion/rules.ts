import { COMMANDS, isCommand } from "../composer/rules";
import { MITIGATION_WORDS, MITIGATIONS, SEVERITIES, SEVERITY_HINTS, STATUS_HINTS, STATUS_WORDS, STATUSES } from "../incidents/words";

/** What the composer offers to complete at the caret. Pure. */

export interface Wanted {
  kind: "command" | "person" | "incident" | "word";
  query: string;
  /** The part of the text that a choice replaces. */
  from: number;
  to: number;
}

export interface Option {
  /** What stands in the text when it is chosen. */
  insert: string;
  label: string;
  hint?: string;
}

/** `/at 14:02` and `/known-later` stand before another command. */
const LEADING = /^\s*(?:\/at\s+(?:\d{4}-\d{1,2}-\d{1,2}[ T])?\S+\s+|\/known-later\s+)+/i;

/** What is being typed at the caret, if it is something that can be completed. */
export function wantedAt(text: string, caret: number): Wanted | null {
  const before = text.slice(0, caret);
  const mention = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)?)$/u.exec(before);
  if (mention) return { kind: "person", query: mention[1]!, from: caret - mention[1]!.length - 1, to: caret };
  const incident = /(?:^|[\s(])#([\w-]{0,30})$/.exec(before);
  if (incident) return { kind: "incident", query: incident[1]!, from: caret - incident[1]!.length - 1, to: caret };
  const start = LEADING.exec(before)?.[0].length ?? 0;
  const rest = before.slice(start);
  const command = /^\s*(\/[\w-]*)$/.exec(rest);
  if (command) return { kind: "command", query: command[1]!.toLowerCase(), from: caret - command[1]!.length, to: caret };
  const argument = /^\s*(\/[\w-]+)\s+([^\n]*)$/.exec(rest);
  if (argument && isCommand(argument[1]!.toLowerCase())) return { kind: "word", query: argument[2]!, from: caret - argument[2]!.length, to: caret };
  return null;
}

/** Options that need no server: commands, and the words that a command takes. */
export function staticOptions(text: string, wanted: Wanted, theories: readonly { body: string }[]): Option[] {
  if (wanted.kind === "command")
    return COMMANDS.filter((command) => command.name.startsWith(wanted.query)).map((command) => ({
      insert: `${command.name} `,
      label: command.name,
      hint: command.does,
    }));
  if (wanted.kind !== "word") return [];
  const command = /(\/[\w-]+)\s+[^\n]*$/.exec(text.slice(0, wanted.to).replace(LEADING, ""))?.[1]?.toLowerCase() ?? "";
  return optionsOf(command, wanted.query, theories);
}

function optionsOf(command: string, query: string, theories: readonly { body: string }[]): Option[] {
  const typed = query.toLowerCase();
  if (command === "/status") {
    const how = /^mitigated\s+([\w-]*)$/i.exec(query);
    if (how)
      return MITIGATIONS.map((word) => ({
        insert: `mitigated ${word.replaceAll("_", "-")} `,
        label: word.replaceAll("_", "-"),
        hint: MITIGATION_WORDS[word],
      })).filter((option) => option.label.startsWith(how[1]!.toLowerCase()));
    return STATUSES.filter((status) => status !== "merged" && status.startsWith(typed)).map((status) => ({
      insert: `${status} `,
      label: STATUS_WORDS[status],
      hint: STATUS_HINTS[status],
    }));
  }
  if (command === "/sev" || command === "/severity")
    return SEVERITIES.filter((severity) => severity.toLowerCase().startsWith(typed) || severity.slice(3).startsWith(typed)).map((severity) => ({
      insert: `${severity.slice(3)} `,
      label: severity,
      hint: SEVERITY_HINTS[severity],
    }));
  if (command === "/update") return typed ? [] : ["15m", "30m", "1h"].map((span) => ({ insert: span, label: span }));
  if (command === "/ruled-out") {
    const named = theories.map((theory) => theory.body.split("\n", 1)[0]!.trim());
    return named
      .filter((body) => body.toLowerCase().startsWith(typed) && body.toLowerCase() !== typed.trim())
      .map((body) => ({ insert: `${body} because `, label: body, hint: "Open theory" }));
  }
  return [];
}

/** The text with the choice in it, and where the caret stands then. */
export function complete(text: string, wanted: Wanted, option: Option): { text: string; caret: number } {
  const after = text.slice(wanted.to);
  const insert = after.startsWith(" ") && option.insert.endsWith(" ") ? option.insert.slice(0, -1) : option.insert;
  return { text: text.slice(0, wanted.from) + insert + after, caret: wanted.from + insert.length };
}
