/** Which language a text is in, as far as it matters: English is read, the others are not. Said by its small words, or by its script. */

const set = (words: string) => new Set(words.split(/\s+/));

/** Words without which no English is written, and that others don't have. */
const ENGLISH =
  set(`the a and of to is was were are be been it that this we they he she you for with from had have has not by at as or which when then there but our
  their its i my your who what how would should could did do does an because after before into out up no so if than about only all again more`);
/** The same of German, Dutch, French, Spanish, Portuguese, Italian, the Nordic languages, Polish, Czech, Turkish, Finnish, Hungarian, Romanian, Indonesian. */
const OTHERS =
  set(`der die das und ist nicht ein eine einen einem einer den dem des mit auf für von zu im sich wir wurde wurden war waren hat haben auch nach bei aus wie oder durch werden wird dass es
  de het een en van niet dat zijn wij werd voor met ook maar door naar
  le la les et est une dans que qui pas pour sur nous avec par au aux ce cette été ont du il elle sont mais ne se
  el los las y es en por con para una fue como se del al lo pero más su sin no-se ha han
  o os um uma não foi com do da dos das em na mais ao
  il di che è non per un con della nel sono stato gli alla
  och att det som på är vi inte av för till var blev ikke og på af til ble ikkje vi
  w na nie się i z jest przez został był do że że by se není v byl jsme
  ve bir bu için ile da değil oldu ja oli ei että se és hogy nem egy a az și nu în cu fost dan yang di tidak ini itu dengan`);

/** Fewer words than these say too little: they count as English. */
const ENOUGH = 6;

export function languageOf(text: string): "en" | "other" {
  const some = text.slice(0, 20_000);
  const count = (letters: RegExp) => some.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const others = count(/\p{L}/gu) - latin;
  // Scripts without spaces say in eight letters what takes a sentence elsewhere.
  if (others >= 8 && others > latin) return "other";
  const words = some.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH) return "en";
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const foreign = words.filter((word) => OTHERS.has(word) && !ENGLISH.has(word)).length;
  return foreign >= 3 && foreign > 1.5 * english ? "other" : "en";
}
