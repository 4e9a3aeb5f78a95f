declare module "*/compromise/src/nlp.js" {
  import type { ReadWord } from "./english";

  interface View {
    document: ReadWord[][];
    compute(what: "root"): View;
  }
  interface Nlp {
    (text: string): View;
    plugin(part: unknown): void;
  }
  const nlp: Nlp;
  export default nlp;
}

declare module "*/plugin.js" {
  const part: unknown;
  export default part;
}
