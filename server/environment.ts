import { EnvError, env } from "@/lib/env";

/** The first import of the process: a bad environment ends it before any other module reads a variable. */
try {
  env();
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  for (const sentence of error.sentences) console.error(sentence);
  process.exit(1);
}
