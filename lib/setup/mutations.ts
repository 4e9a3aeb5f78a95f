import { bySession } from "../auth/authenticate";
import type { Ctx } from "../auth/ctx";
import { type Door, enter, type From } from "../auth/doors";
import { rememberOrigin } from "../auth/origin";
import { hashPassword } from "../auth/password";
import { receiverCtx } from "../auth/receiver";
import { db } from "../db";
import type { Env } from "../env";
import { notFound } from "../errors";
import { loadExampleHistory } from "../example/mutations";
import { newId } from "../ids";
import { log } from "../log";
import type { SetUp } from "../people/schema";
import { EXAMPLE_ASKED, isExampleDue, isSetUp } from "./queries";

const LOCK = 7_204_201;

interface FirstAdmin {
  name: string;
  email: string;
  passwordHash: string;
  exampleHistory: boolean;
}

/** The first person, under a lock: of two at once the second finds somebody here. NOT_FOUND where it is set up already. */
async function makeFirstAdmin({ tx, now, record }: Door, { name, email, passwordHash, exampleHistory }: FirstAdmin): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK})`;
  if ((await tx.person.count()) > 0) throw notFound("Candor is set up already. Sign in instead.");
  const id = newId();
  await tx.person.create({ data: { id, name, email, passwordHash, role: "admin", createdAt: now }, select: { id: true } });
  if (exampleHistory) await tx.setting.create({ data: { key: EXAMPLE_ASKED, value: true } });
  record({ type: "person.joined", data: { personId: id, role: "admin" } }, id);
  return id;
}

/** The first visit: makes the first admin and signs them in; with `exampleHistory` the example company comes with them. Answers the session's secret. */
export async function setUp({ name, email, password, exampleHistory }: SetUp, from: From): Promise<string> {
  if (await isSetUp()) throw notFound("Candor is set up already. Sign in instead.");
  const passwordHash = await hashPassword(password);
  const secret = await enter(async (door) => door.startSession(await makeFirstAdmin(door, { name, email, passwordHash, exampleHistory }), from));
  await rememberOrigin(from.origin).catch(() => undefined);
  const caller = exampleHistory ? await bySession(secret, newId()) : null;
  if (caller) await loadExample(caller.ctx);
  return secret;
}

/**
 * What the environment asks for on a first start: the first admin (CANDOR_ADMIN_EMAIL and CANDOR_ADMIN_PASSWORD) and the example history
 * (CANDOR_EXAMPLE_HISTORY). Nothing where somebody is here; but a history that was asked for and was cut off is loaded now.
 */
export async function firstStart(env: Env): Promise<void> {
  if (!(await isSetUp()) && env.CANDOR_ADMIN_EMAIL && env.CANDOR_ADMIN_PASSWORD) {
    const email = env.CANDOR_ADMIN_EMAIL;
    const passwordHash = await hashPassword(env.CANDOR_ADMIN_PASSWORD);
    try {
      await enter((door) => makeFirstAdmin(door, { name: nameFrom(email), email, passwordHash, exampleHistory: env.CANDOR_EXAMPLE_HISTORY }));
    } catch (error) {
      // Another process of the same start was first.
      if (!(await isSetUp())) throw error;
    }
  }
  if (!(await isExampleDue())) return;
  const admin = await db().reader.person.findFirst({ where: { role: "admin", disabledAt: null }, orderBy: { createdAt: "asc" }, select: { id: true } });
  const ctx = admin ? await receiverCtx(admin.id) : null;
  if (ctx) await loadExample(ctx);
}

/** `ada.lovelace@…` → `Ada Lovelace`: a name to begin with, for the profile to change. */
const nameFrom = (email: string) =>
  email
    .split("@")[0]!
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join(" ") || "Admin";

/** Of two processes one loads; what fails is asked for still, and comes with the next start. */
async function loadExample(ctx: Ctx): Promise<void> {
  const client = await db().writes.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [LOCK + 1]);
    if (!rows[0]!.mine) return;
    try {
      if (await isExampleDue()) await loadExampleHistory(ctx);
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LOCK + 1]);
    }
  } catch (error) {
    log.error({ err: error }, "the example history could not be loaded; it comes with the next start");
  } finally {
    client.release();
  }
}
