import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone's folder, and what the scripts make in it. Everything under .candor can be deleted when nothing runs. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const at = (...parts) => join(root, ...parts);
export const work = at(".candor");
