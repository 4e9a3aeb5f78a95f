import http from "node:http";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "../db";
import { forgetEnv } from "../env";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import type { Incident } from "../incidents/schema";
import { listInbox } from "../inbox/queries";
import { startJobs } from "../jobs/boss";
import { installJobs } from "../jobs/install";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { addTimelineEntry } from "../timeline/mutations";
import { answerCall, makeCall } from "./mutations";
import { getCall } from "./queries";

const secret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;

let smtp: SMTPServer;
let mails: ParsedMail[] = [];
let refuseMails = 0;
let receiver: http.Server;
let posts: { headers: Record<string, string>; body: string }[] = [];
let answer: (response: http.ServerResponse) => void;
const stopJobs: (() => Promise<void>)[] = [];

const listening = (server: { listen(port: number, host: string, done: () => void): unknown }) =>
  new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
const portOf = (server: http.Server | SMTPServer) => ((server instanceof SMTPServer ? server.server : server).address() as AddressInfo).port;
const mailsTo = (email: string) => mails.filter((mail) => JSON.stringify(mail.to).includes(email));
const ok = (response: http.ServerResponse) => void response.writeHead(204).end();

beforeAll(async () => {
  await installJobs();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      void simpleParser(stream).then((mail) => {
        if (refuseMails-- > 0) return done(Object.assign(new Error("try later"), { responseCode: 451 }));
        mails.push(mail);
        done();
      });
    },
  });
  await listening(smtp);
  receiver = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      posts.push({ headers: request.headers as Record<string, string>, body });
      answer(response);
    });
  });
  await listening(receiver);
});

beforeEach(async () => {
  mails = [];
  posts = [];
  refuseMails = 0;
  answer = ok;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${portOf(smtp)}`);
  vi.stubEnv("WEBHOOK_URL", `http://127.0.0.1:${portOf(receiver)}/hook`);
  vi.stubEnv("WEBHOOK_SECRET", secret);
  vi.stubEnv("CANDOR_ALLOW_PRIVATE_WEBHOOK", "1");
  vi.stubEnv("NEXTAUTH_URL", "https://candor.example.com");
  forgetEnv();
  await db().writes.query("update pgboss.queue set retry_delay = 1, retry_limit = 7");
  await db().writes.query("delete from pgboss.job");
});

afterEach(async () => {
  await Promise.all(stopJobs.splice(0).map((stop) => stop()));
  receiver.closeAllConnections();
  vi.unstubAllEnvs();
  forgetEnv();
});

afterAll(async () => {
  receiver.close();
  await new Promise<void>((done) => smtp.close(() => done()));
});

const work = async (processes = 1) => {
  for (let n = 0; n < processes; n++) stopJobs.push(await startJobs({ pollMs: 40, drainMs: 300 }));
};

/** Someone, with the ctx of their session. */
async function person() {
  const made = await makePerson();
  return { ...made, ctx: ctxOf(made) };
}

const idle = async () => {
  await vi.waitFor(
    async () => {
      const { rows } = await db().reads.query(
        "select count(*)::int as left from pgboss.job where state < 'completed' and start_after < now() + interval '1 minute'",
      );
      expect(rows[0].left).toBe(0);
    },
    { timeout: 15_000, interval: 50 },
  );
};
const events = async (incident: Incident) =>
  (await db().reads.query<{ type: string; data: Record<string, string> }>(`select type, data from event where "incidentId" = $1 order by seq`, [incident.id]))
    .rows;

describe("a call for help", () => {
  it("sends no mail to who cannot sign in", async () => {
    const [ada, bo] = [await person(), await makePerson({ passwordHash: null })];
    const incident = await declareIncident(ada.ctx, { title: "Checkout is slow" });
    await work();
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id], message: "Help" });
    await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `@${bo.name} look` });
    await idle();
    expect(mails).toEqual([]);
    expect((await getCall(ada.ctx, call.id)).people).toMatchObject([{ person: { id: bo.id }, mail: null }]);
    expect((await listInbox(ctxOf(bo))).items.map(({ kind }) => kind).sort()).toEqual(["call", "mention"]);
  });

  it("reaches each person by mail and the receiver by one signed post, once, with two processes at work", async () => {
    const [ada, bo, cy] = await Promise.all([person(), person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Checkout is slow", severity: "SEV2" });
    await work(2);
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id, cy.id], message: "Who knows the payment queue?" });
    await idle();

    for (const to of [bo, cy]) {
      expect(mailsTo(to.email)).toHaveLength(1);
      const [mail] = mailsTo(to.email);
      expect(mail!.subject).toContain(`${incident.ref} SEV2`);
      expect(mail!.text).toContain("Checkout is slow");
      expect(mail!.text).toContain("Who knows the payment queue?");
      expect(mail!.text).toContain(`https://candor.example.com/incidents/${incident.ref}#call-${call.id}`);
    }
    expect(posts).toHaveLength(1);
    const body = new Webhook(secret).verify(posts[0]!.body, posts[0]!.headers) as { people: { email: string }[] };
    expect(body).toMatchObject({
      type: "call.made",
      incident: {
        ref: incident.ref,
        title: "Checkout is slow",
        severity: "SEV2",
        status: "investigating",
        url: `https://candor.example.com/incidents/${incident.ref}#call-${call.id}`,
      },
      message: "Who knows the payment queue?",
      at: call.at,
    });
    expect(body.people.map((to) => to.email).sort()).toEqual([bo.email, cy.email].sort());

    const told = await getCall(ada.ctx, call.id);
    expect(told.webhook).toBe("sent");
    expect(told.people.map((called) => [called.mail, called.channel])).toEqual([
      ["sent", "webhook"],
      ["sent", "webhook"],
    ]);
    const tellings = (await events(incident)).filter((event) => event.type === "call.told");
    expect(tellings.map((event) => event.data.channel).sort()).toEqual(["mail", "mail", "webhook"]);
  });

  it("commits and rolls back with the change that makes it", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Half a call" });
    await expect(makeCall(ada.ctx, incident.ref, { personIds: [bo.id], teamIds: [newId()] })).rejects.toMatchObject({ code: "INVALID" });
    const { rows } = await db().reads.query("select count(*)::int as n from pgboss.job where name like 'call.%'");
    expect(rows[0].n).toBe(0);
    await makeCall(ada.ctx, incident.ref, { personIds: [bo.id] });
    const after = await db().reads.query("select name, data from pgboss.job where name like 'call.%' order by name");
    expect(after.rows.map((row) => row.name)).toEqual(["call.mail", "call.webhook"]);
    // Ids only: nothing that a redaction would have to find here.
    expect(Object.keys(after.rows[0].data).sort()).toEqual(["callId", "personId"]);
  });

  it("is tried again while mail and receiver fail, with the same message id", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Mail is down too" });
    let refusals = 1;
    refuseMails = 1;
    answer = (response) => (refusals-- > 0 ? void response.writeHead(503).end() : ok(response));
    await work();
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id] });
    await idle();
    expect(mailsTo(bo.email)).toHaveLength(1);
    expect(posts).toHaveLength(2);
    expect(posts[0]!.headers["webhook-id"]).toBe(posts[1]!.headers["webhook-id"]);
    expect((await getCall(ada.ctx, call.id)).webhook).toBe("sent");
  });

  it("says so when the receiver could not be reached at last", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Nobody answers the pager" });
    await db().writes.query("update pgboss.queue set retry_limit = 1");
    answer = (response) => void response.writeHead(500).end();
    await work();
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id] });
    await idle();
    expect(posts).toHaveLength(2);
    expect((await getCall(ada.ctx, call.id)).webhook).toBe("failed");
    expect((await events(incident)).filter((event) => event.type === "call.unreached").map((event) => event.data.channel)).toEqual(["webhook"]);
    expect(mailsTo(bo.email)).toHaveLength(1);
  });

  it("mails at once while the receiver hangs", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "A receiver that hangs" });
    answer = () => undefined;
    await work();
    await makeCall(ada.ctx, incident.ref, { personIds: [bo.id] });
    await vi.waitFor(() => expect(mailsTo(bo.email)).toHaveLength(1), { timeout: 3000 });
    expect(posts).toHaveLength(1);
  });

  it("says nothing of a private incident but that it calls", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Zanzibar ledger", summary: "A heron in the vault", visibility: "private", severity: "SEV1" });
    await work();
    await makeCall(ada.ctx, incident.ref, { personIds: [bo.id], message: "Bring the ocelot", letIn: true });
    await idle();
    expect(posts).toHaveLength(1);
    const body = new Webhook(secret).verify(posts[0]!.body, posts[0]!.headers) as { incident: object };
    expect(body.incident).toEqual({ ref: incident.ref, visibility: "private", url: expect.stringContaining(incident.ref) });
    expect(posts[0]!.body).not.toMatch(/Zanzibar|heron|ocelot|SEV1|investigating/);
    expect(posts[0]!.body).toContain(bo.email);
    expect(mailsTo(bo.email)[0]!.text).toContain("Zanzibar ledger");
  });

  it("is not sent to those who may not see it any more, have left, or have answered", async () => {
    const [ada, bo, cy, di] = await Promise.all([person(), person(), person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Quiet matter", visibility: "private" });
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id, cy.id, di.id], letIn: true });
    await db().writer.incidentPerson.deleteMany({ where: { incidentId: incident.id, personId: bo.id } });
    await db().writer.person.update({ where: { id: cy.id }, data: { disabledAt: new Date() } });
    await answerCall(di.ctx, call.id, { answer: "cannot" });
    await work();
    await idle();
    expect(mails).toHaveLength(0);
    expect(posts).toHaveLength(1);
    expect(posts[0]!.body).not.toContain(cy.email);
  });

  it("refuses a receiver on this machine unless an admin allows it, and does not try again", async () => {
    vi.stubEnv("CANDOR_ALLOW_PRIVATE_WEBHOOK", "");
    vi.stubEnv("WEBHOOK_URL", `http://localhost:${portOf(receiver)}/hook`);
    forgetEnv();
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Pointed at itself" });
    await work();
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id] });
    await idle();
    expect(posts).toHaveLength(0);
    expect((await getCall(ada.ctx, call.id)).webhook).toBe("failed");
  });
});
