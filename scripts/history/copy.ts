import type pg from "pg";

type Value = string | number | boolean | null | readonly string[] | object;

const ESCAPED: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escaped = (text: string) => (/[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => ESCAPED[c]!) : text);
const array = (words: readonly string[]) => `{${words.map((word) => `"${word.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

function field(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return escaped(Array.isArray(value) ? array(value as string[]) : JSON.stringify(value));
  return String(value);
}

function later() {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: { writableNeedDrain: boolean; once(event: "drain", run: () => void): void };
}

/** COPY … FROM STDIN over an ordinary connection: what pg-copy-streams does, for rows that are made one after the other. */
export class Copy {
  private wire: Wire | null = null;
  private rows: string[] = [];
  private size = 0;
  private readonly ready: Promise<void>;
  private readonly done: Promise<void>;

  constructor(client: pg.Client, statement: string) {
    const ready = later();
    const done = later();
    this.ready = ready.promise;
    this.done = done.promise;
    for (const promise of [this.ready, this.done]) promise.catch(() => undefined);
    const nothing = () => undefined;
    client.query({
      submit: (wire: Wire) => {
        this.wire = wire;
        wire.query(statement);
      },
      handleCopyInResponse: ready.resolve,
      handleReadyForQuery: done.resolve,
      handleError: (error: Error) => {
        ready.reject(error);
        done.reject(error);
      },
      handleCommandComplete: nothing,
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handleEmptyQuery: nothing,
    } as never);
  }

  async row(...values: Value[]): Promise<void> {
    const line = `${values.map(field).join("\t")}\n`;
    this.rows.push(line);
    this.size += line.length;
    if (this.size > 256 * 1024) await this.flush();
  }

  private async flush() {
    await this.ready;
    const wire = this.wire!;
    wire.sendCopyFromChunk(Buffer.from(this.rows.join("")));
    this.rows = [];
    this.size = 0;
    if (wire.stream.writableNeedDrain) await new Promise<void>((resolve) => wire.stream.once("drain", resolve));
  }

  async end(): Promise<void> {
    await this.flush();
    this.wire!.endCopyFrom();
    await this.done;
  }
}
