import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { listInbox } from "../inbox/queries";
import { declareIncident } from "../incidents/mutations";
import { requireNone, startPostmortem } from "../postmortems/mutations";
import { getPostmortem } from "../postmortems/queries";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, makeTeam, type TestPerson, unique } from "../testing/factories";
import { writeSection } from "../testing/postmortems";
import { reviewRemind } from "./jobs";
import { approveReview, requestChanges, requestReview, withdrawReview } from "./mutations";

let ada: TestPerson;
let bo: TestPerson;
let viewer: TestPerson;
let ctx: Ctx;
beforeAll(async () => {
  [ada, bo, viewer] = await Promise.all([makePerson(), makePerson(), makePerson({ role: "viewer" })]);
  ctx = ctxOf(ada);
});

async function begin(more: { visibility?: "private" } = {}) {
  const { ref } = await declareIncident(ctx, { title: unique("Pool"), ...more });
  return { ref, id: (await startPostmortem(ctx, ref, {})).id };
}
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string; code?: string }[] } }) =>
      `${error.code} ${error.details?.errors?.map(({ path, code }) => [path, code].filter(Boolean).join(":")).join() ?? ""}`.trim(),
  );
const readers = async (ref: string) => {
  const { status, reviews } = await getPostmortem(ctx, ref);
  return [status, ...reviews.map(({ person, state }) => `${person.name} ${state}`)];
};
const waits = async (person: TestPerson, ref: string) =>
  (await listInbox(ctxOf(person))).items.filter((item) => item.incidentRef === ref).map(({ kind, title, url, excerpt }) => ({ kind, title, url, excerpt }));

describe("asking for a review", () => {
  it("tells whoever is asked, who approves it, and tells who asked and who wrote", async () => {
    const { ref, id } = await begin();
    const cy = await makePerson();
    await writeSection(id, cy.id, "summary", "Checkout answered 502.");
    const asked = await requestReview(ctx, ref, { personIds: [bo.id], note: "Is the timeline whole?" });
    expect(asked).toMatchObject({
      status: "in_review",
      version: 2,
      reviews: [{ person: { id: bo.id }, state: "requested", note: "Is the timeline whole?", askedBy: { id: ada.id } }],
    });
    expect(await waits(bo, ref)).toEqual([
      {
        kind: "review",
        title: `${ada.name} asks you to read the post-mortem of ${ref}`,
        url: `/incidents/${ref}/postmortem`,
        excerpt: "Is the timeline whole?",
      },
    ]);
    const approved = await approveReview(ctxOf(bo), ref, { note: "Reads well" });
    expect(approved).toMatchObject({ status: "approved", reviews: [{ state: "approved", note: "Reads well" }] });
    expect(await waits(bo, ref)).toEqual([]);
    for (const person of [ada, cy])
      expect(await waits(person, ref)).toMatchObject([{ kind: "reviewed", title: `${bo.name} approved the post-mortem of ${ref}`, excerpt: "Reads well" }]);
    expect(await eventsOf("postmortem.approved", { postmortemId: id })).toHaveLength(1);
  });

  it("of a team asks all of it but oneself, and one of them answers for it", async () => {
    const { ref } = await begin();
    const [cy, di] = await Promise.all([makePerson(), makePerson()]);
    const team = await makeTeam({ members: [{ person: ada }, { person: cy }, { person: di }] });
    const { reviews } = await requestReview(ctx, ref, { teamIds: [team.id] });
    expect(reviews.map(({ person, team: of }) => [person.id, of?.id])).toEqual(expect.arrayContaining([cy, di].map(({ id }) => [id, team.id])));
    await requestReview(ctx, ref, { personIds: [bo.id] });
    await approveReview(ctxOf(di), ref, {});
    expect(await readers(ref)).toEqual(["in_review", `${di.name} approved`, `${bo.name} requested`]);
    expect(await waits(cy, ref)).toEqual([]);
  });

  it("asks a viewer, who may answer then and not before", async () => {
    const { ref } = await begin();
    expect(await refused(approveReview(ctxOf(viewer), ref, {}))).toBe("FORBIDDEN");
    expect(await refused(requestReview(ctxOf(viewer), ref, { personIds: [bo.id] }))).toBe("FORBIDDEN");
    await requestReview(ctx, ref, { personIds: [viewer.id] });
    await requestChanges(ctxOf(viewer), ref, { note: "Say how customers noticed" });
    expect(await readers(ref)).toEqual(["changes_requested", `${viewer.name} changes_requested`]);
    await withdrawReview(ctxOf(viewer), ref, { personIds: [viewer.id] });
    expect(await readers(ref)).toEqual(["in_review", `${viewer.name} requested`]);
    expect(await refused(withdrawReview(ctxOf(viewer), ref, {}))).toBe("FORBIDDEN");
  });

  it("asks anew after changes, and one item waits, not two", async () => {
    const { ref } = await begin();
    await requestReview(ctx, ref, { personIds: [bo.id] });
    await requestReview(ctx, ref, { personIds: [bo.id] });
    expect(await waits(bo, ref)).toHaveLength(1);
    await requestChanges(ctxOf(bo), ref, { note: "Who was hurt?" });
    expect(await waits(ada, ref)).toMatchObject([{ title: `${bo.name} asks for changes in the post-mortem of ${ref}`, excerpt: "Who was hurt?" }]);
    await requestReview(ctx, ref, { personIds: [bo.id] });
    expect(await readers(ref)).toEqual(["in_review", `${bo.name} requested`]);
  });

  it("refuses nobody, the unknown, those who left, and whoever cannot see a private incident unless they are let in", async () => {
    const { ref } = await begin({ visibility: "private" });
    const gone = await makePerson({ disabledAt: new Date() });
    const alone = await makeTeam({ members: [{ person: ada }] });
    expect(await refused(requestReview(ctx, ref, { personIds: [gone.id] }))).toBe("INVALID personIds.0");
    expect(await refused(requestReview(ctx, ref, { teamIds: [bo.id] }))).toBe("INVALID teamIds.0");
    expect(await refused(requestReview(ctx, ref, { teamIds: [alone.id] }))).toBe("INVALID teamIds");
    expect(await refused(requestReview(ctx, ref, { personIds: [bo.id] }))).toBe("INVALID personIds:not_let_in");
    expect(await refused(requestReview(ctxOf(bo), ref, { personIds: [bo.id] }))).toBe("NOT_FOUND");
    expect(await readers(ref)).toEqual(["draft"]);
    await requestReview(ctx, ref, { personIds: [bo.id], letIn: true });
    expect(await refused(approveReview(ctxOf(bo), ref, {}))).toBe("done");
  });

  it("is done once for the same key, and refused for another's version", async () => {
    const { ref } = await begin();
    const keyed = withKey(ctx, unique("ask"));
    await requestReview(keyed, ref, { personIds: [bo.id] }, 1);
    await expect(requestReview(keyed, ref, { personIds: [bo.id] }, 1)).rejects.toThrow("repeated");
    expect(await refused(requestReview(ctx, ref, { personIds: [bo.id] }, 1))).toBe("CONFLICT");
  });

  it("is refused where none was begun, and where none is required", async () => {
    const { ref } = await declareIncident(ctx, { title: unique("Pool") });
    expect(await refused(requestReview(ctx, ref, { personIds: [bo.id] }))).toBe("NOT_FOUND");
    await requireNone(ctx, ref, { reason: "A drill" });
    expect(await refused(requestReview(ctx, ref, { personIds: [bo.id] }))).toBe("CONFLICT");
  });
});

describe("taking it back", () => {
  it("of one, or of everyone who has not answered; their inbox is quiet", async () => {
    const { ref } = await begin();
    const cy = await makePerson();
    await requestReview(ctx, ref, { personIds: [bo.id, cy.id, viewer.id] });
    await approveReview(ctxOf(bo), ref, {});
    await withdrawReview(ctx, ref, { personIds: [cy.id] });
    expect(await waits(cy, ref)).toEqual([]);
    expect(await refused(withdrawReview(ctx, ref, { personIds: [cy.id] }))).toBe("INVALID personIds.0");
    await withdrawReview(ctx, ref, {});
    expect((await readers(ref))[0]).toBe("approved");
    expect(await refused(withdrawReview(ctx, ref, {}))).toBe("CONFLICT");
  });

  it("what was said before waits in no inbox beside what is said now", async () => {
    const { ref } = await begin();
    await requestReview(ctx, ref, { personIds: [bo.id] });
    await requestChanges(ctxOf(bo), ref, { note: "Who was hurt?" });
    await approveReview(ctxOf(bo), ref, {});
    expect((await waits(ada, ref)).map(({ title }) => title)).toEqual([`${bo.name} approved the post-mortem of ${ref}`]);
    await withdrawReview(ctxOf(bo), ref, { personIds: [bo.id] });
    expect(await waits(ada, ref)).toEqual([]);
  });

  it("an approval that nobody asked for leaves nothing behind", async () => {
    const { ref } = await begin();
    await approveReview(ctxOf(bo), ref, {});
    await withdrawReview(ctxOf(bo), ref, { personIds: [bo.id] });
    expect(await readers(ref)).toEqual(["draft"]);
  });
});

describe("the reminder", () => {
  const job = async (postmortemId: string, person: TestPerson) => {
    const { askedAt } = await db().reader.postmortemReview.findUniqueOrThrow({ where: { postmortemId_personId: { postmortemId, personId: person.id } } });
    return { postmortemId, personId: person.id, askedAt: askedAt!.toISOString() };
  };
  const run = (data: Awaited<ReturnType<typeof job>>) => reviewRemind.run(data, { signal: new AbortController().signal } as never);

  it("comes once, three days later, in place of what waits there", async () => {
    const { ref, id } = await begin();
    await requestReview(ctx, ref, { personIds: [bo.id] });
    const { rows } = await db().reads.query(
      `select round(extract(epoch from start_after - created_on) / 86400)::int as days from pgboss.job where name = 'review.remind' and data->>'postmortemId' = $1`,
      [id],
    );
    expect(rows.map(({ days }) => days)).toEqual([3]);
    const data = await job(id, bo);
    await run(data);
    await run(data);
    expect(await waits(bo, ref)).toEqual([
      { kind: "review", title: `The post-mortem of ${ref} still waits for you to read it`, url: `/incidents/${ref}/postmortem`, excerpt: null },
    ]);
  });

  it("does not come to who answered, was asked anew, or may not see it any more", async () => {
    const { ref, id } = await begin({ visibility: "private" });
    await requestReview(ctx, ref, { personIds: [bo.id], letIn: true });
    const first = await job(id, bo);
    await requestReview(ctx, ref, { personIds: [bo.id] });
    await run(first);
    await db().writer.incidentPerson.deleteMany({ where: { personId: bo.id, incident: { number: Number(ref.slice(4)) } } });
    await run(await job(id, bo));
    const told = await db().reader.inboxItem.count({ where: { personId: bo.id, kind: "review", fromId: null, incident: { number: Number(ref.slice(4)) } } });
    expect(told).toBe(0);
  });
});
