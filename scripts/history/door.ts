import { resolve } from "node:path";
import { migrate, migrationsIn } from "../../server/migrate";
import { startPostgres } from "../../server/postgres";
import { seedHistory } from "./seed";

/** Seeds the database that the environment names; the embedded one is started for it and stopped. */
export async function seedFrom(count: string): Promise<void> {
  const total = Number(count);
  if (!Number.isInteger(total) || total < 1 || total > 5_000_000)
    throw new Error("How many incidents? A whole number from 1 to 5000000, as in: npm run seed:history -- 100000");
  const say = (line: string) => console.log(line);
  const embedded = process.env.DATABASE_URL ? null : await startPostgres(resolve(process.env.CANDOR_DATA_DIR || ".data"), { say });
  const url = embedded?.url ?? (process.env.DATABASE_URL as string);
  try {
    await migrate(url, migrationsIn(resolve("prisma/migrations")));
    await seedHistory(url, total, say);
  } finally {
    await embedded?.stop();
  }
}
