import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import type { DocNode } from "../documents/schema";
import { declareIncident } from "../incidents/mutations";
import { installJobs } from "../jobs/install";
import { requireNone, startPostmortem } from "../postmortems/mutations";
import { getPostmortem } from "../postmortems/queries";
import { publishPostmortem } from "../publishing/mutations";
import { requestChanges, requestReview } from "../reviews/mutations";
import { foldSearch } from "../search/fold";
import { ctxOf } from "../testing/ctx";
import { dumpHolding } from "../testing/dump";
import { makePerson, type TestPerson, unique } from "../testing/factories";
import { writeSection } from "../testing/postmortems";
import { addTimelineEntry, updateTimelineEntry } from "../timeline/mutations";
import { redactEntry, redactPostmortem } from "./mutations";

/** What was redacted is in no post-mortem any more: every table is searched for it, its bytes too. */

let lead: TestPerson;
let bo: TestPerson;
let ctx: Ctx;
let secret: string;
beforeAll(async () => {
  await installJobs();
  [lead, bo] = await Promise.all([makePerson(), makePerson()]);
  ctx = ctxOf(lead);
});

const words = (...parts: (string | [string, string])[]): DocNode[] => [
  {
    type: "paragraph",
    content: parts.map((part) => (typeof part === "string" ? { type: "text", text: part } : { type: "text", text: part[0], marks: [{ type: part[1] }] })),
  },
];

/** Led by its declarer, as every private one. */
async function begin() {
  secret = unique("hunter").replace(/\W/g, "");
  const { ref } = await declareIncident(ctx, { title: unique("room"), visibility: "private" });
  return { ref, id: (await startPostmortem(ctx, ref, {})).id };
}
/** Without the marks that keep it from being Markdown of its own. */
const read = (markdown: string) => markdown.replaceAll("\\", "");
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("a word of a post-mortem", () => {
  test("is gone from the draft, its writing, every version, what readers said, and search", async () => {
    const { ref, id } = await begin();
    await writeSection(id, lead.id, "summary", words("The key ", [secret.slice(0, 4), "bold"], `${secret.slice(4)} was in the log. ${secret}!`));
    await writeSection(id, bo.id, "impact", [
      { type: "paragraph", content: [{ type: "text", text: "see", marks: [{ type: "link", attrs: { href: `https://logs.example/${secret}` } }] }] },
    ]);
    await requestReview(ctx, ref, { personIds: [bo.id], letIn: true, note: `Is ${secret} fine here?` });
    await publishPostmortem(ctx, ref, { title: `The ${secret} incident`, note: `With ${secret}` });
    await writeSection(id, bo.id, "summary", `Another ${secret}.`);
    await publishPostmortem(ctx, ref, {});
    await writeSection(id, bo.id, "lucky", words(`Nobody used ${secret}`));
    await requestReview(ctx, ref, { personIds: [bo.id], note: `And ${secret}?` });
    await requestChanges(ctxOf(bo), ref, { note: `Take out ${secret}` });
    await foldSearch();
    expect(await dumpHolding(secret)).toContain("public.postmortem_version");

    const after = await redactPostmortem(ctx, ref, { text: secret });
    await foldSearch();
    expect(await dumpHolding(secret)).toEqual([]);
    expect(read(after.markdown)).toContain("Another [redacted].");
    expect(after.reviews[0]!.note).toBe("Take out [redacted]");
    const versions = await db().reader.postmortemVersion.findMany({ where: { postmortemId: id }, orderBy: { n: "asc" } });
    expect(versions.map(({ title }) => title)).toEqual(["The [redacted] incident", "The [redacted] incident"]);
    expect(read(versions[0]!.markdown)).toContain("The key **[redacted]** was in the log. [redacted]!");
    expect(versions[0]!.note).toBe("With [redacted]");
    expect(await refused(redactPostmortem(ctx, ref, { text: secret }))).toBe("INVALID");
  });

  test("is gone from why none was required", async () => {
    const { ref } = await begin();
    await requireNone(ctx, ref, { reason: `It was ${secret}` });
    await redactPostmortem(ctx, ref, { text: secret });
    expect(await dumpHolding(secret)).toEqual([]);
    expect((await getPostmortem(ctx, ref)).reason).toBe("It was [redacted]");
  });

  test("is taken out by leads and admins, where one was begun", async () => {
    const { ref } = await declareIncident(ctx, { title: unique("room") });
    const admin = ctxOf(await makePerson({ role: "admin" }));
    expect(await refused(redactPostmortem(admin, ref, { text: "nothing" }))).toBe("NOT_FOUND");
    const { id } = await startPostmortem(ctx, ref, {});
    await writeSection(id, lead.id, "summary", "A thing to hide");
    expect(await refused(redactPostmortem(ctx, ref, { text: "thing" }))).toBe("FORBIDDEN");
    expect(await refused(redactPostmortem(admin, ref, { text: "thing" }))).toBe("done");
  });
});

describe("a redacted entry", () => {
  test("loses its word in the document and in the frozen rows of every version", async () => {
    const { ref, id } = await begin();
    const entry = await addTimelineEntry(ctx, ref, { kind: "decision", body: `Use ${secret} for now`, starred: true });
    await writeSection(id, lead.id, "summary", `We used ${secret}.`);
    await publishPostmortem(ctx, ref, {});
    expect(await dumpHolding(secret)).toContain("public.postmortem_version");
    await redactEntry(ctx, ref, entry.id, { text: secret });
    await foldSearch();
    expect(await dumpHolding(secret)).toEqual([]);
    const [version] = await db().reader.postmortemVersion.findMany({ where: { postmortemId: id } });
    expect(read(version!.markdown)).toContain("Use [redacted] for now");
    expect(read((await getPostmortem(ctx, ref)).markdown)).toContain("We used [redacted].");
  });

  test("that goes as a whole leaves its place and nothing of what it said", async () => {
    const { ref, id } = await begin();
    const entry = await addTimelineEntry(ctx, ref, {
      kind: "hypothesis",
      body: `The old ${secret} words`,
      starred: true,
      data: { state: "ruled_out", because: `no ${secret}` },
    });
    await updateTimelineEntry(ctx, ref, entry.id, { body: `The password is ${secret}` });
    await writeSection(id, lead.id, "summary", `Somebody wrote: The password is ${secret}`);
    await publishPostmortem(ctx, ref, {});
    await redactEntry(ctx, ref, entry.id, {});
    await foldSearch();
    expect(await dumpHolding(secret)).toEqual([]);
    const [version] = await db().reader.postmortemVersion.findMany({ where: { postmortemId: id } });
    expect(read(version!.markdown)).toContain("Somebody wrote: [redacted]");
    expect((version!.blocks as unknown as { timeline: { body: string }[] }).timeline.map(({ body }) => body)).toContain("[redacted]");
  });
});
