import { LEXICON, SYSTEMS } from "./lexicon";
import { SOMEBODY } from "./masks";
import type { Known } from "./people";

/** Words that begin a sentence, and so are written large without being a name. */
const OPENERS = new Set(
  `the a an this that these those it its we our i my in on at during after before when while as if for to from with by once although because since both all some no not there here however additionally
  furthermore then so but and or each most many several one two until upon under due root first second also despite over within what why how`.split(/\s+/),
);

/** Whether a sentence could name one of us, by a role, a team, a handle or a word written large: read before its words are tagged. */
export function mayNameSomebody({ teams }: Pick<Known, "teams">): (sentence: string) => boolean {
  const words = [...["Role", "Group", "Bare", "Outside"].flatMap((tag) => [...(LEXICON[tag] ?? [])]), ...teams];
  const role = new RegExp(`@\\w|${SOMEBODY}|(?<!\\w)(?:${words.map((word) => word.replace(/[^\w\s]/g, "\\$&")).join("|")})s?(?!\\w)`, "i");
  return (sentence) => role.test(sentence) || [...sentence.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+/gu)].some(([word]) => isName(word.toLowerCase()));
}

const isName = (word: string) => !OPENERS.has(word) && !SYSTEMS.has(word);
