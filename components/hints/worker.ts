import { CATALOG } from "../../lib/blameless/catalog";
import { type Reader, reader } from "../../lib/blameless/reader";
import type { Finding, Setting, TextKind } from "../../lib/blameless/words";
import type { FromReader, ToReader } from "./protocol";

/** Reads texts for a whole tab, away from where one types. */

let mine: Reader | null = null;

const say = (answer: FromReader) => postMessage(answer);

addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
  if ("setting" in data) {
    mine = reader(data.setting);
    say({ questions: questionsOf(data.setting) });
  } else say({ number: data.number, found: data.texts.map((text) => check(text, data.kind)) });
});

const questionsOf = ({ phrases }: Setting) =>
  new Map([...CATALOG, ...phrases].flatMap(({ id, question }): [string, string][] => (question ? [[id, question]] : [])));

/** A text that breaks the reader has no hints; the others have theirs. */
function check(text: string, kind: TextKind): readonly Finding[] {
  try {
    return mine?.check(text, kind) ?? [];
  } catch {
    return [];
  }
}

say({ files: [location.href.split("#", 1)[0]!, ...performance.getEntriesByType("resource").map(({ name }) => name)] });
