import pg from "pg";
import { log } from "../log";

/** A connection of its own that is opened again, ever more slowly, for as long as it is wanted. */
export class Line {
  client: pg.Client | null = null;
  private wanted = false;
  private tries = 0;
  private timer: NodeJS.Timeout | null = null;
  private url = "";
  private before: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly ready: (client: pg.Client) => Promise<void>,
  ) {}

  start(url: string) {
    this.url = url;
    this.wanted = true;
    void this.open();
  }

  async stop() {
    this.wanted = false;
    if (this.timer) clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  /** A client takes one statement at a time. */
  query(text: string, values?: unknown[]): Promise<unknown> {
    const { client } = this;
    const answer = this.before.then(() => client?.query(text, values));
    this.before = answer.catch(() => undefined);
    return answer;
  }

  async check() {
    const { client } = this;
    if (!client) return;
    const answer = this.query("select 1").then(
      () => true,
      () => false,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 5000).unref());
    if (!(await Promise.race([answer, late]))) this.lost(client, "it does not answer");
  }

  private async open() {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 4000, application_name: `candor ${this.name}` });
    client.on("error", (error) => this.lost(client, error.message));
    client.on("end", () => this.lost(client, "it ended"));
    try {
      await client.connect();
      if (!this.wanted) return void client.end().catch(() => undefined);
      this.client = client;
      this.before = Promise.resolve();
      this.tries = 0;
      await this.ready(client);
    } catch (error) {
      this.client = client;
      this.lost(client, (error as Error).message);
    }
  }

  private lost(client: pg.Client, why: string) {
    if (client !== this.client || !this.wanted) return;
    this.client = null;
    client.end().catch(() => undefined);
    log.warn({ line: this.name, why }, "a live connection to the database was lost");
    const wait = Math.min(5000, 100 * 2 ** this.tries++) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(() => void this.open(), wait);
  }
}
