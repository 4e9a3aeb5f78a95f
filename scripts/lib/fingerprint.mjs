import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

const SKIP = new Set(["node_modules", ".git", ".next", ".candor", ".data", ".reports", "generated"]);

/** The files of a folder and all below it that are ours, in order; of a file that file. */
export function* filesIn(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path).sort()) if (!SKIP.has(entry)) yield* filesIn(join(path, entry));
}

/** One short hash of the content of files and folders of the clone (absent ones count as such); extra words are mixed in. */
export function fingerprint(paths, { extra = "", keep = () => true } = {}) {
  const hash = createHash("sha256").update(extra);
  for (const path of paths) {
    const start = join(root, path);
    if (!existsSync(start)) hash.update(`-${path}\0`);
    else
      for (const file of filesIn(start))
        if (keep(file))
          hash
            .update(`${relative(root, file)}\0`)
            .update(readFileSync(file))
            .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
