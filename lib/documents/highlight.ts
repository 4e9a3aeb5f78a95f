import { common, createLowlight } from "lowlight";

/** Code as runs of text with the class that their kind has. Runs on the server; what is long or of no known language stays one run. */

export interface Run {
  text: string;
  /** `hljs-keyword` and the like; empty for plain text. */
  name: string;
}
interface Hast {
  type: string;
  value?: string;
  properties?: { className?: string[] };
  children?: Hast[];
}

const MOST = 50_000;
let made: ReturnType<typeof createLowlight> | null = null;

export function highlighted(code: string, language: unknown): Run[] {
  const lowlight = (made ??= createLowlight(common));
  if (typeof language !== "string" || code.length > MOST || !lowlight.registered(language)) return [{ text: code, name: "" }];
  const runs: Run[] = [];
  const walk = (node: Hast, name: string) => {
    if (node.type === "text") runs.push({ text: node.value ?? "", name });
    for (const child of node.children ?? []) walk(child, child.properties?.className?.find((each) => each.startsWith("hljs-")) ?? name);
  };
  walk(lowlight.highlight(language, code) as Hast, "");
  return runs;
}
