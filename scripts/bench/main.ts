import { at, root } from "../lib/paths.mjs";
import { forget, scratch } from "../lib/scratch.mjs";
import { startServer } from "../lib/server.mjs";
import { startBare } from "./bare";
import { benchCollab } from "./collab";
import { benchCombined } from "./combined";
import { benchHttp, benchSearchHttp } from "./http";
import { benchJavaScript } from "./javascript";
import { benchLive } from "./live";
import { note, writeReport } from "./report";
import { benchSearch } from "./search";
import { benchStart } from "./start";
import { makeWorld } from "./world";

const PARTS = ["search", "combined", "http", "live", "pages", "start", "collab"] as const;
type Part = (typeof PARTS)[number];

interface Around {
  build: string;
  onEnd(closer: () => Promise<void>): void;
}

/** All parts in one run, or those that are named. */
export async function bench(args: string[], { build, onEnd }: Around): Promise<void> {
  const began = performance.now();
  const asked = args.filter((arg) => !arg.startsWith("--"));
  const odd = asked.find((arg) => !(PARTS as readonly string[]).includes(arg));
  if (odd) throw new Error(`npm run bench -- ${PARTS.join(" | ")}; "${odd}" is none of them.`);
  const wants = (part: Part) => asked.length === 0 || asked.includes(part);
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const incidents = Number(option("incidents") ?? 100_000);
  if (!Number.isInteger(incidents) || incidents < 1000) throw new Error("--incidents= takes a whole number from 1000 on");

  const folder = scratch("bench");
  onEnd(async () => forget(folder));
  if (wants("start")) await benchStart(root, folder);
  if (wants("collab")) {
    const server = await startServer({ data: `${folder}/documents`, env: { CANDOR_BUILD: build, NODE_ENV: "production" } });
    await benchCollab({ ...server, pid: server.pid as number }, onEnd);
    await server.stop();
  }
  if (PARTS.some((part) => part !== "start" && part !== "collab" && wants(part))) {
    const world = await makeWorld(`${folder}/data`, incidents, option("database"));
    onEnd(() => world.stop());
    note("history", `${incidents} incidents and ${incidents * 10} entries`);
    if (wants("search")) await benchSearch(world);
    const server = await startServer({ data: `${folder}/server`, env: { DATABASE_URL: world.url, CANDOR_BUILD: build, NODE_ENV: "production" } });
    onEnd(async () => void (await server.stop()));
    const ours = server.url;
    if (wants("search")) await benchSearchHttp(ours, world);
    if (wants("combined")) await benchCombined(world, ours);
    if (wants("pages") || wants("http")) {
      const bare = await startBare(world.url, onEnd);
      if (wants("pages")) await benchJavaScript(ours, bare, world);
      if (wants("http")) await benchHttp(ours, bare, world);
    }
    if (wants("live")) await benchLive(ours, world);
  }
  note("seconds", Math.round((performance.now() - began) / 1000));
  writeReport(at(".reports"));
}
