import { z } from "zod";
import { Email, Password } from "./scalars";

/**
 * Everything that the environment can set, declared once. A bad value stops the start with a sentence that says what to set;
 * the sentences never repeat a value, since some are secrets.
 */

const say = (sentence: string) => ({ error: sentence });
const whole = (least: number, most: number, sentence: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((n) => n >= least && n <= most, sentence);
const flag = z
  .enum(["1", "0", "true", "false", "yes", "no"], say("set 1 for yes or 0 for no"))
  .transform((word) => word === "1" || word === "true" || word === "yes")
  .default(false);
const urlOf = (protocols: string[], sentence: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== "", { error: sentence, abort: true });
const origin = (sentence: string) =>
  urlOf(["http:", "https:"], sentence)
    .refine(
      (text) => ["/", ""].includes(new URL(text).pathname) && !new URL(text).search,
      "set it without a path: Candor is served from the root of its address",
    )
    .transform((text) => new URL(text).origin);

/** The key of a Standard Webhooks secret: base64, with or without `whsec_`. */
const isWebhookSecret = (text: string) => {
  const body = text.replace(/^whsec_/, "");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) && body.length % 4 === 0 && Buffer.from(body, "base64").length >= 16;
};

const Variables = z.object({
  /** The port of everything: pages, API and sockets. 0 takes any free one. */
  PORT: whole(0, 65535, "set a port number from 0 to 65535, such as 3000").default(3000),
  /** The address to listen on; every one of the machine's when unset. */
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, "set a host name or an address to listen on, such as 127.0.0.1")
    .optional(),
  /** Where the embedded database and the attachments are kept. */
  CANDOR_DATA_DIR: z.string().default(".data"),
  /** A PostgreSQL of one's own (15 or newer) instead of the embedded one. */
  DATABASE_URL: urlOf(
    ["postgres:", "postgresql:"],
    "set a PostgreSQL address such as postgresql://user:password@host:5432/candor, or unset it for the embedded database",
  ).optional(),
  /** The address that people type. Links in mails are made from it. */
  NEXTAUTH_URL: origin("set the address that people type, such as https://candor.example.com").optional(),
  /** Generated once and kept in the database when unset. */
  NEXTAUTH_SECRET: z.string().min(16, "set at least 16 characters, such as the output of `openssl rand -base64 33`, or unset it to have one made").optional(),
  SMTP_URL: urlOf(["smtp:", "smtps:"], "set a mail server such as smtps://user:password@mail.example.com:465").optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, "set a sender such as Candor <candor@example.com>")
    .optional(),
  WEBHOOK_URL: urlOf(["http:", "https:"], "set the address that is told of calls for help, such as https://hooks.example.com/candor").optional(),
  WEBHOOK_SECRET: z
    .string()
    .refine(isWebhookSecret, "set whsec_ and the base64 of 24 random bytes, such as the output of `echo whsec_$(openssl rand -base64 24)`")
    .optional(),
  /** Webhooks and unfurled links may reach loopback and private addresses. */
  CANDOR_ALLOW_PRIVATE_WEBHOOK: flag,
  /** The first admin, made without a browser; on a first start only. */
  CANDOR_ADMIN_EMAIL: Email.optional(),
  CANDOR_ADMIN_PASSWORD: Password.optional(),
  /** The example company's history; on a first start only. */
  CANDOR_EXAMPLE_HISTORY: flag,
  CANDOR_RATE_WRITES: whole(1, 100_000_000, "set how many writes a person may make a minute, such as 600").default(600),
  CANDOR_RATE_READS: whole(1, 100_000_000, "set how many reads a person may make a minute, such as 3000").default(3000),
  /** X-Forwarded-* are believed. Only behind a proxy that sets them. */
  CANDOR_TRUST_PROXY: flag,
  /** /metrics asks for this token; without one there is no such page. */
  METRICS_TOKEN: z.string().min(8, "set at least 8 characters").optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], say("set trace, debug, info, warn, error, fatal or silent")).optional(),
});

const PAIRS = [
  ["WEBHOOK_URL", "WEBHOOK_SECRET"],
  ["CANDOR_ADMIN_EMAIL", "CANDOR_ADMIN_PASSWORD"],
] as const;

export type Env = z.output<typeof Variables>;

/** What stops a start: one sentence a variable. */
export class EnvError extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join("\n"));
  }
}

/** Reads every variable of `source`; an empty one counts as unset. Throws EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given: Record<string, string> = {};
  for (const name of Object.keys(Variables.shape)) {
    const value = source[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = Variables.safeParse(given);
  const first = new Map<string, string>();
  for (const { path, message } of parsed.error?.issues ?? []) if (!first.has(String(path[0]))) first.set(String(path[0]), message);
  for (const pair of PAIRS) {
    const [missing, ...more] = pair.filter((name) => given[name] === undefined);
    if (missing && more.length === 0) first.set(missing, `set it too, since ${pair.find((name) => name !== missing)} is set, or unset both`);
  }
  if (parsed.success && first.size === 0) return parsed.data;
  throw new EnvError([...first].map(([name, message]) => `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`));
}

const home = globalThis as unknown as { candorEnv?: Env };

/** The environment of this process, parsed once; lib/ exists twice in it, so it hangs on globalThis. */
export function env(): Env {
  home.candorEnv ??= parseEnv(process.env);
  return home.candorEnv;
}

/** After process.env was changed: by the server when it has started a database, by tests. */
export function forgetEnv(): void {
  home.candorEnv = undefined;
}
