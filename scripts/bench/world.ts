import { resolve } from "node:path";
import pg from "pg";
import { hashSecret, newId, newSecret } from "../../lib/ids";
import { migrate, migrationsIn } from "../../server/migrate";
import { startPostgres } from "../../server/postgres";
import { seedHistory } from "../history/seed";

/** A database of its own with a long history in it, and people who may ask it. */
export interface World {
  url: string;
  /** A member with a token that may write. */
  person: { id: string; name: string };
  token: string;
  /** As the browser of a member sends it; one for each of some fifty people. */
  cookies: string[];
  /** Incidents of the last weeks, for rooms. */
  numbers: number[];
  stop(): Promise<void>;
}

/** Made for this run or, where `given` names one, a database that holds such a history already. */
export async function makeWorld(folder: string, incidents: number, given?: string): Promise<World> {
  const say = (line: string) => console.log(line);
  const postgres = given ? { url: given, stop: async () => {} } : await startPostgres(folder, { say });
  await migrate(postgres.url, migrationsIn(resolve("prisma/migrations")));
  if (!given) {
    console.log(`A history of ${incidents} incidents and ${incidents * 10} entries:`);
    await seedHistory(postgres.url, incidents, say);
  }
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rows: people } = await client.query<{ id: string; name: string }>("select id, name from person where role = 'member' order by email limit 50");
    const person = people[0]!;
    const token = newSecret();
    await client.query(`insert into api_token (id, "personId", name, scope, "tokenHash", hint) values ($1, $2, 'bench', 'write', $3, $4)`, [
      newId(),
      person.id,
      Buffer.from(hashSecret(token)),
      token.slice(-4),
    ]);
    const cookies: string[] = [];
    for (const { id } of people) {
      const secret = newSecret();
      await client.query(`insert into session (id, "personId", "tokenHash", "expiresAt") values ($1, $2, $3, now() + interval '1 day')`, [
        newId(),
        id,
        Buffer.from(hashSecret(secret)),
      ]);
      cookies.push(`next-auth.session-token=${secret}`);
    }
    const { rows } = await client.query<{ number: number }>("select number from incident where visibility = 'organisation' order by number desc limit 64");
    return { url: postgres.url, person, token, cookies, numbers: rows.map((row) => row.number), stop: () => postgres.stop() };
  } finally {
    await client.end();
  }
}
