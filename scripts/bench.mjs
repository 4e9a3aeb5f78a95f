// npm run bench: the speed that is promised, measured beside plain yardsticks in the same run; 25 minutes at most, in a database and on ports of
// its own. One line a target: `ok NAME FIGURE (LIMIT)` or `short NAME FIGURE (LIMIT)`; the whole report with every query plan goes to .reports/.
//   npm run bench -- search combined http live pages start collab   only some of its parts
//   npm run bench -- --incidents=10000              another length of the history
//   npm run bench -- --database=postgres://…        a database that was seeded before (npm run seed:history)
import { at, root } from "./lib/paths.mjs";
import { prepare, prepareBuild } from "./lib/prepare.mjs";
import { endOnSignals } from "./lib/run.mjs";

process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.LOG_LEVEL = "warn";
for (const name of [
  "DATABASE_URL",
  "PORT",
  "HOST",
  "CANDOR_DATA_DIR",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "SMTP_URL",
  "WEBHOOK_URL",
  "WEBHOOK_SECRET",
  "NODE_ENV",
])
  delete process.env[name];

const closers = [];
const close = async () => {
  for (const closer of closers.splice(0).reverse()) await closer().catch(() => undefined);
};
endOnSignals(close);
let code = 0;
try {
  await prepare();
  const build = await prepareBuild();
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: at("tsconfig.json") });
  const { bench } = await import("./bench/main.ts");
  await bench(process.argv.slice(2), { build, onEnd: (closer) => closers.push(closer) });
} catch (error) {
  console.error(error);
  code = 1;
}
await close();
process.exit(code);
