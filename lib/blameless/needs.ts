import { LEXICON } from "./lexicon";

/** What a sentence needs to hold, by its letters alone, that a pattern could match. */

/** Forms that do not begin as their root does. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  break: ["broke"],
  take: ["took"],
  bring: ["brought"],
  write: ["wrote"],
  run: ["ran"],
  make: ["made"],
  tell: ["told"],
  forget: ["forg"],
  think: ["thought"],
  catch: ["caught"],
  send: ["sent"],
  know: ["knew"],
  see: ["saw"],
  be: ["was", "were", "been", "is", "are"],
  get: ["got"],
  have: ["had", "has"],
  do: ["did", "done", "does"],
  understand: ["underst"],
  misread: ["misread"],
  overwrite: ["overwr"],
  choose: ["chose"],
  put: ["put"],
  set: ["set"],
  "fat-finger": ["fat"],
  fatfinger: ["fat"],
  sink: ["sank", "sunk"],
  build: ["built"],
  mistake: ["mistook"],
  yank: ["yank"],
  ram: ["ramm"],
  trash: ["trash"],
  lose: ["lost"],
  go: ["went", "gone", "going"],
  sit: ["sat"],
  sleep: ["slept"],
  leave: ["left"],
  let: ["let"],
  lie: ["lay", "lain"],
  hit: ["hit"],
  say: ["said"],
  pay: ["paid"],
  keep: ["kept"],
  hold: ["held"],
  give: ["gave"],
  teach: ["taught"],
  seek: ["sought"],
  act: ["act"],
  misunderstand: ["misunderst"],
};
const stem = (word: string) => (word.length > 4 ? word.slice(0, word.length - 1) : word);
export const formsOf = (root: string) => [stem(root), ...(FORMS[root] ?? [])];
/** Tags of few words; all others are too common to tell anything. */
const TELLING = new Set([
  "Lapse",
  "Ruin",
  "Gone",
  "Poor",
  "Unfit",
  "Care",
  "Owed",
  "Heeded",
  "Nobody",
  "Slip",
  "Outage",
  "Mind",
  "Hands",
  "Wrong",
  "Slipping",
  "Badly",
  "Stray",
  "Vice",
  "Slight",
  "Duty",
  "Touch",
  "Made",
  "Work",
]);

type Needs = ReadonlySet<string> | null;

/** The beginnings of words of which one is in every match; null where none is sure. */
export function needsOf(pattern: string): Needs {
  const tokens = pattern.match(/[()[\]|?*+]|[^\s()[\]|?*+]+/g) ?? [];
  let at = 0;
  const choice = (): Needs => {
    const all = [sequence()];
    while (tokens[at] === "|") {
      at++;
      all.push(sequence());
    }
    return all.includes(null) ? null : new Set(all.flatMap((each) => [...each!]));
  };
  /** Of what a sequence needs, the rarest: the set with the fewest words. */
  const sequence = (): Needs => {
    let best: Needs = null;
    while (at < tokens.length && !["|", ")", "]"].includes(tokens[at]!)) {
      let one = single();
      if (tokens[at] === "?" || tokens[at] === "*") one = null;
      if (["?", "*", "+"].includes(tokens[at] ?? "")) at++;
      if (one && (best === null || weight(one) < weight(best))) best = one;
    }
    return best;
  };
  const single = (): Needs => {
    const token = tokens[at++]!;
    if (token !== "(" && token !== "[") return needOf(token);
    const inner = choice();
    at++;
    if (tokens[at]?.startsWith("&")) {
      const said = tokens[at++]!.slice(1);
      const guard = said ? needOf(said) : single();
      return inner && guard ? (weight(guard) < weight(inner) ? guard : inner) : (inner ?? guard);
    }
    return inner;
  };
  return choice();
}

/** Short and common words tell little. */
const COMMON = new Set(
  "a an the to of in on at by for from with is was were be been are it this that we i they he she not no and or have had has did do does one so all just only".split(
    " ",
  ),
);
const weight = (needs: ReadonlySet<string>) => needs.size + [...needs].filter((word) => COMMON.has(word)).length * 50;

function needOf(token: string): Needs {
  const parts = token.split("&").flatMap((part): Needs[] => {
    if (part === "" || part.startsWith("!") || part === "." || part === "^" || part === "$") return [];
    if (part.startsWith("{")) return [new Set(formsOf(part.slice(1, -1)))];
    if (part === "#Amiss") return [new Set(["mis"])];
    if (part === "#Nobody") return [new Set(["nobody", "no", "none"])];
    if (part.startsWith("#")) return TELLING.has(part.slice(1)) ? [new Set([...(LEXICON[part.slice(1)] ?? [])].flatMap(formsOf))] : [];
    return [new Set([part])];
  });
  return parts.reduce<Needs>((best, one) => (one && (best === null || weight(one) < weight(best)) ? one : best), null);
}
