// npm run seed:history -- 100000: a long, made-up history (the same for the same number) into the database of DATABASE_URL, or into the embedded
// one of CANDOR_DATA_DIR while no server runs on it. For trying out what grows with the years; not for a database that people use.
import { at, root } from "./lib/paths.mjs";
import { prepare } from "./lib/prepare.mjs";
import { endOnSignals } from "./lib/run.mjs";

process.chdir(root);
endOnSignals();
try {
  await prepare();
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: at("tsconfig.json") });
  const { seedFrom } = await import("./history/door.ts");
  await seedFrom(process.argv[2] ?? "1000");
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error && process.env.LOG_LEVEL !== "debug" ? error.message : error);
  process.exit(1);
}
