import type { ParsedMail } from "mailparser";
import { simpleParser } from "mailparser";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addActionItem, snoozeActionItem, updateActionItem } from "../actions/mutations";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { forgetEnv } from "../env";
import { listInbox } from "../inbox/queries";
import { declareIncident } from "../incidents/mutations";
import { installJobs } from "../jobs/install";
import type { JobName } from "../jobs/names";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeTeam, type TestPerson, unique } from "../testing/factories";
import { actionsDue, actionsMail, actionsRemind } from "./jobs";

let smtp: SMTPServer;
let ctx: Ctx;
let lead: TestPerson;
const mails: ParsedMail[] = [];

beforeAll(async () => {
  await installJobs();
  lead = await makePerson();
  ctx = ctxOf(lead);
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((done) => void smtp.listen(0, "127.0.0.1", done));
});
beforeEach(async () => {
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`);
  vi.stubEnv("NEXTAUTH_URL", "https://candor.example.com");
  forgetEnv();
  // Each test has the day to itself.
  await db().writer.actionItem.deleteMany({});
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
  vi.useRealTimers();
  mails.length = 0;
});
afterAll(() => new Promise<void>((done) => smtp.close(() => done())));

const once = { signal: new AbortController().signal };
const RUN = { "actions.remind": actionsRemind, "actions.mail": actionsMail } as const;

/** Takes what waits in a queue, as one process would. */
async function take(name: JobName & keyof typeof RUN) {
  const { rows } = await db().writes.query(`delete from pgboss.job where name = $1 returning data`, [name]);
  for (const { data } of rows) await RUN[name].run(data, once);
}
/** A day of the jobs; twice is once. */
async function aDay(iso: string) {
  vi.useFakeTimers({ now: new Date(iso), toFake: ["Date"] });
  for (let twice = 0; twice < 2; twice++) {
    await actionsDue.run({}, once);
    await actionsDue.run({}, once);
    await take("actions.remind");
    await take("actions.mail");
  }
}
const dueOn = (id: string, day: string) => db().writer.actionItem.update({ where: { id }, data: { dueOn: new Date(day) } });
const asks = async (person: TestPerson) =>
  (await listInbox(ctxOf(person))).items.filter(({ kind }) => kind === "action_due").map(({ title, url }) => [title, url]);

async function item(owner: TestPerson | null, day: string, more: { title?: string; teamId?: string; ref?: string } = {}) {
  const ref = more.ref ?? (await declareIncident(ctx, { title: unique("Pool") })).ref;
  const made = await addActionItem(ctx, ref, { title: more.title ?? unique("Alert"), ownerId: owner?.id ?? null, teamId: more.teamId ?? null });
  await dueOn(made.id, day);
  return made;
}

describe("reminders", () => {
  it("three days before, on the day, and weekly after it; one mail a day for all of it", async () => {
    const owner = await makePerson();
    const [one, two] = [await item(owner, "2098-06-10"), await item(owner, "2098-06-10")];
    await aDay("2098-06-06T01:00:00Z");
    expect(mails).toHaveLength(0);
    for (const day of ["07", "08", "10", "11", "12", "18"]) await aDay(`2098-06-${day}T01:00:00Z`);
    const sent = mails.filter((mail) => mail.to && JSON.stringify(mail.to).includes(owner.email));
    expect(sent.map((mail) => mail.text!.match(/due .*,|was due .*,/)![0])).toEqual([
      "due in 3 days,",
      "due today,",
      "was due yesterday,",
      "was due 8 days ago,",
    ]);
    expect(sent[0]!.subject).toBe("2 action items: how do they go?");
    for (const act of [one, two]) expect(sent[0]!.text).toContain(`https://candor.example.com/actions/${act.ref}`);
    // Of the same item one waits, however many weeks.
    expect((await asks(owner)).sort()).toEqual([one, two].map((act) => [`${act.ref} asks how it goes`, `/actions/${act.ref}`]).sort());
  });

  it("send no mail to who cannot sign in; the inbox has them", async () => {
    const owner = await makePerson({ passwordHash: null });
    const made = await item(owner, "2098-06-10");
    await aDay("2098-06-10T01:00:00Z");
    expect([await asks(owner), mails.length]).toEqual([[[`${made.ref} asks how it goes`, `/actions/${made.ref}`]], 0]);
  });

  it("are told once with two processes at work in the same moment", async () => {
    const owner = await makePerson();
    const [one, two] = [await item(owner, "2098-06-10"), await item(owner, "2098-06-10")];
    vi.useFakeTimers({ now: new Date("2098-06-10T01:00:00Z"), toFake: ["Date"] });
    const ids = [one.id, two.id];
    await Promise.all([ids, [...ids].reverse(), ids, ids].map((actionItemIds) => actionsRemind.run({ personId: owner.id, actionItemIds }, once)));
    expect(await asks(owner)).toHaveLength(2);
    await take("actions.mail");
    expect(mails).toHaveLength(1);
  });

  it("are quiet for what waits, is done, or has no day", async () => {
    const owner = await makePerson();
    const [asleep, done] = [await item(owner, "2098-06-10"), await item(owner, "2098-06-10")];
    await item(owner, "2098-07-10");
    await snoozeActionItem(ctx, asleep.id, { until: new Date("2098-06-12T00:00:00Z"), why: "The vendor" });
    await updateActionItem(ctx, done.id, { status: "done" });
    await aDay("2098-06-09T01:00:00Z");
    expect([await asks(owner), mails.length]).toEqual([[], 0]);
    await aDay("2098-06-12T01:00:00Z");
    expect(await asks(owner)).toEqual([[`${asleep.ref} asks how it goes`, `/actions/${asleep.ref}`]]);
    await snoozeActionItem(ctx, asleep.id, { until: new Date("2098-08-12T00:00:00Z"), why: "The vendor" });
    expect(await asks(owner)).toEqual([]);
  });

  it("go to those who lead the team of one who left, else to the incident's lead", async () => {
    const [left, leads, mate] = [await makePerson(), await makePerson(), await makePerson()];
    const second = await makePerson();
    const team = await makeTeam({
      members: [{ person: leads, role: "lead" }, { person: second, role: "lead" }, { person: mate }],
    });
    const [teams, alone] = [await item(left, "2098-06-10", { teamId: team.id }), await item(left, "2098-06-10")];
    await db().writer.person.update({ where: { id: left.id }, data: { disabledAt: new Date() } });
    await aDay("2098-06-10T01:00:00Z");
    for (const person of [leads, second]) expect(await asks(person)).toEqual([[`${teams.ref} asks how it goes`, `/actions/${teams.ref}`]]);
    expect(await asks(lead)).toContainEqual([`${alone.ref} asks how it goes`, `/actions/${alone.ref}`]);
    expect([await asks(mate), await asks(left)]).toEqual([[], []]);
    expect(mails).toHaveLength(3);
  });

  it("tell nothing to one who may not see the incident any more, neither in the inbox nor by mail", async () => {
    const owner = await makePerson();
    const { ref, id } = await declareIncident(ctx, { title: unique("Sealed"), visibility: "private" });
    await addActionItem(ctx, ref, { title: "Secret", ownerId: owner.id, letIn: true }).then((made) => dueOn(made.id, "2098-06-10"));
    vi.useFakeTimers({ now: new Date("2098-06-10T01:00:00Z"), toFake: ["Date"] });
    await actionsDue.run({}, once);
    await take("actions.remind");
    await db().writer.incidentPerson.deleteMany({ where: { incidentId: id, personId: owner.id } });
    await take("actions.mail");
    expect([await asks(owner), mails.length]).toEqual([[], 0]);
    // It falls to who looks after the incident.
    await aDay("2098-06-18T01:00:00Z");
    expect(await asks(owner)).toEqual([]);
    expect((await asks(lead)).length).toBe(1);
    expect(mails.map((mail) => JSON.stringify(mail.to).includes(lead.email))).toEqual([true]);
  });
});
