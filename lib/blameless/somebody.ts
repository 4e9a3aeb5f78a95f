import { LEXICON, SYSTEMS } from "./lexicon";
import { SOMEBODY } from "./masks";
import { NAMES } from "./names";
import { isForeign, type Known, PERSONAL } from "./people";
import { formsOf } from "./needs";
import { PEOPLES_NAMES } from "./tagger";

/** Words that begin a sentence, and so are written large without being a name. */
const OPENERS = new Set(
  `the a an this that these those it its we our i my in on at during after before when while as if for to from with by once although because since both all some no not there here however additionally
  furthermore then so but and or each most many several one two until upon under due root first second also despite over within what why how`.split(/\s+/),
);
const escaped = (word: string) => word.replace(/[^\w\s]/g, "\\$&");
/** Acts by which a word that is written large, and nothing else, is known to be a person (see doers.ts). */
const ACTS = new RegExp(
  `(?<!\\w)(?:${["Mind", "Hands", "Lapse", "Wrong", "Slip"]
    .flatMap((tag) => [...LEXICON[tag]!])
    .flatMap(formsOf)
    .map(escaped)
    .join("|")})`,
  "i",
);

/** Whether a sentence could name one of us, by a role, a team, a handle or a name: read before its words are tagged. */
export function mayNameSomebody({ people, teams }: Pick<Known, "people" | "teams">): (sentence: string) => boolean {
  const words = [...["Role", "Group", "Bare", "Outside"].flatMap((tag) => [...(LEXICON[tag] ?? [])]), ...teams];
  const role = new RegExp(`@\\w|${SOMEBODY}|(?<!\\w)(?:${words.map(escaped).join("|")})s?(?!\\w)`, "i");
  const isName = (word: string) => people.has(word) || NAMES.has(word) || PEOPLES_NAMES.has(word);
  return (sentence) => {
    if (role.test(sentence)) return true;
    const large = [...sentence.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+/gu)]
      .map(([word]) => word.toLowerCase())
      .filter((word) => !OPENERS.has(word) && !SYSTEMS.has(word));
    return large.some((word) => isName(word) || isForeign(word)) || (large.length > 0 && (ACTS.test(sentence) || PERSONAL.test(sentence)));
  };
}
