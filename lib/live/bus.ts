import { randomBytes } from "node:crypto";
import type pg from "pg";
import { log } from "../log";
import { Line } from "./line";

/**
 * What processes tell each other: ids only, the rows are read from the database by whoever needs them.
 * An incident came to a number · a session ended · a person may no longer do what they could · some token ended ·
 * something waits for a person · a change was told or edited, in which incident if any · an incident is seen by others than before · who of this process is in a room · who is in this room? ·
 * a document's log came to a number · where people of this process are in a document, as Yjs tells it; empty: where are yours?
 */
export type Notice =
  | ["incident", string, number]
  | ["session", string]
  | ["person", string]
  | ["tokens"]
  | ["waits", string]
  | ["change", string, writtenIn: string | null]
  | ["sight"]
  | ["here", string, people: string[], typing: string[]]
  | ["who", string]
  | ["document", string, number]
  | ["carets", string, string];

const CHANNEL = "candor_live";
const GATHER = 10;
/** PostgreSQL takes payloads of less than 8000 bytes. */
const MOST_BYTES = 7900;
const MOST_PENDING = 5000;

/** Splits notices into payloads that NOTIFY takes. */
export function payloads(origin: string, notices: readonly Notice[]): string[] {
  const out: string[] = [];
  let open: string[] = [];
  let size = 0;
  const close = () => {
    if (open.length) out.push(`${origin}[${open.join(",")}]`);
    open = [];
    size = 0;
  };
  for (const text of new Set(notices.map((notice) => JSON.stringify(notice)))) {
    if (origin.length + 2 + text.length > MOST_BYTES) continue;
    if (size + origin.length + text.length + 3 > MOST_BYTES) close();
    open.push(text);
    size += text.length + 1;
  }
  close();
  return out;
}

interface Options {
  connectionString: string;
  heard(notices: Notice[], origin: string): void;
  /** LISTEN stands again after it was cut: what was said meanwhile is lost, so look for it. */
  restored(): void;
}

/** LISTEN on one connection, NOTIFY on another: NOTIFY holds a lock of the whole database until it commits, so it never joins a write. */
export class Bus {
  readonly origin = randomBytes(6).toString("hex");
  private readonly ears = new Line("listen", (client) => this.listen(client));
  private readonly mouth = new Line("notify", () => this.flush());
  private pending: Notice[] = [];
  private timer: NodeJS.Timeout | null = null;
  private listened = false;

  constructor(private readonly options: Options) {}

  start() {
    this.ears.start(this.options.connectionString);
    this.mouth.start(this.options.connectionString);
  }

  async stop() {
    if (this.timer) clearTimeout(this.timer);
    await this.flush().catch(() => undefined);
    await Promise.all([this.ears.stop(), this.mouth.stop()]);
  }

  /** Gathered for ten milliseconds, then sent in one statement. What cannot be sent waits for the connection; the poll is beneath. */
  say(...notices: Notice[]) {
    if (notices.length === 0) return;
    this.pending.push(...notices);
    if (this.pending.length > MOST_PENDING) this.pending.splice(0, this.pending.length - MOST_PENDING);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.flush().catch((error: Error) => log.warn({ err: error.message }, "live notices wait for the database"));
    }, GATHER);
  }

  /** A connection that no longer answers is taken for cut. */
  async check() {
    await Promise.all([this.ears.check(), this.mouth.check()]);
  }

  private async flush() {
    if (!this.mouth.client || this.pending.length === 0) return;
    const said = this.pending;
    this.pending = [];
    try {
      await this.mouth.query("select pg_notify($1, p) from unnest($2::text[]) p", [CHANNEL, payloads(this.origin, said)]);
    } catch (error) {
      this.pending = [...said, ...this.pending].slice(-MOST_PENDING);
      throw error;
    }
  }

  private async listen(client: pg.Client) {
    client.on("notification", ({ payload = "" }) => {
      const at = payload.indexOf("[");
      const origin = payload.slice(0, at);
      if (origin === this.origin) return;
      try {
        this.options.heard(JSON.parse(payload.slice(at)) as Notice[], origin);
      } catch (error) {
        log.warn({ err: (error as Error).message }, "a live notice could not be read");
      }
    });
    await this.ears.query(`listen ${CHANNEL}`);
    if (this.listened) this.options.restored();
    this.listened = true;
  }

  /** For tests: cuts the connection that listens, as a failing network would, and keeps it away. */
  deafen() {
    return this.ears.stop();
  }
}
