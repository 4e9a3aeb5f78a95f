// npm run bench:language -- FILE…: the language hints against sentences that people have labelled, and their speed. Needs no database and no build.
//   --misses                       the sentences that were read otherwise
//   --corpus=FOLDER                hints in 1 000 words of its Markdown, by class
//   --corpus=FOLDER --sample=50 --seed=1   so many of them drawn at random, to be read one by one
import { register } from "tsx/esm/api";
import { at } from "./lib/paths.mjs";

register({ tsconfig: at("tsconfig.json") });
const { benchLanguage } = await import("./bench/language.ts");
benchLanguage(process.argv.slice(2));
