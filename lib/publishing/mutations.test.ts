import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { textOf } from "../documents/text";
import { listInbox } from "../inbox/queries";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem, requireNone } from "../postmortems/mutations";
import { getPostmortem } from "../postmortems/queries";
import { approveReview, requestReview } from "../reviews/mutations";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, type TestPerson, unique } from "../testing/factories";
import { writeSection } from "../testing/postmortems";
import { publishPostmortem, restoreVersion } from "./mutations";

let ada: TestPerson;
let bo: TestPerson;
let ctx: Ctx;
let viewer: Ctx;
beforeAll(async () => {
  [ada, bo] = await Promise.all([makePerson({ zone: "Europe/Berlin" }), makePerson()]);
  ctx = ctxOf(ada);
  viewer = ctxOf(await makePerson({ role: "viewer" }));
});

async function written(text = "Checkout answered 502.") {
  const { ref, title } = await declareIncident(ctx, { title: unique("Pool") });
  const { id } = await startPostmortem(ctx, ref, {});
  await writeSection(id, bo.id, "summary", text);
  return { ref, id, title };
}
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) =>
      `${error.code} ${error.details?.errors?.map(({ path }) => path).join() ?? ""}`.trim(),
  );
const versions = (postmortemId: string) => db().reader.postmortemVersion.findMany({ where: { postmortemId }, orderBy: { n: "asc" } });

describe("publishing", () => {
  it("freezes the document with its writers and readers, and thanks who wrote", async () => {
    const { ref, id, title } = await written();
    const [cy, di] = await Promise.all([makePerson(), makePerson()]);
    await requestReview(ctx, ref, { personIds: [cy.id, di.id] });
    await approveReview(ctxOf(cy), ref, {});
    const out = await publishPostmortem(ctx, ref, { note: "First" });
    expect(out).toMatchObject({ status: "published", publishedVersion: 1, reviews: [] });
    expect(out.publishedAt).not.toBeNull();
    const [version] = await versions(id);
    expect(version).toMatchObject({
      n: 1,
      title,
      zone: "Europe/Berlin",
      note: "First",
      words: 3,
      authorIds: [bo.id],
      publishedById: ada.id,
      reviews: [{ personId: cy.id, state: "approved" }],
      blocks: { incident: { ref } },
    });
    expect(version!.markdown).toContain("Checkout answered 502.");
    // Its live blocks are rows, and read as text.
    expect(version!.markdown).toContain("_Nobody has named a factor yet._");
    const found = await db().reads.query(
      `select text from search.row where kind = 'section' and incident_id = (select "incidentId" from postmortem where id = $1)`,
      [id],
    );
    expect(found.rows.map(({ text }) => text)).toEqual(expect.arrayContaining(["Summary\nCheckout answered 502."]));
    expect((await listInbox(ctxOf(bo))).items[0]).toMatchObject({ kind: "thanks", url: `/postmortems/${ref}` });
    expect((await listInbox(ctxOf(di))).items.filter((item) => item.incidentRef === ref)).toEqual([]);
    expect(await eventsOf("postmortem.published", { postmortemId: id })).toMatchObject([{ data: { version: 1 } }]);
  });

  it("without an approval goes out all the same, and its version says so", async () => {
    const { ref, id } = await written();
    await publishPostmortem(ctx, ref, { title: "What the pool taught us", zone: "Asia/Tokyo" });
    expect(await versions(id)).toMatchObject([{ reviews: [], title: "What the pool taught us", zone: "Asia/Tokyo" }]);
  });

  it("again is the next version, with the title and the zone of the last; the first stays as it was", async () => {
    const { ref, id } = await written();
    await publishPostmortem(ctx, ref, { title: "Full", zone: "Asia/Tokyo" });
    await writeSection(id, ada.id, "summary", "Checkout answered 502 for an hour.");
    expect((await getPostmortem(ctx, ref)).status).toBe("published");
    await requestReview(ctx, ref, { personIds: [bo.id] });
    expect((await getPostmortem(ctx, ref)).status).toBe("in_review");
    await publishPostmortem(ctxOf(bo), ref, {});
    const [first, second] = await versions(id);
    expect(textOf(first!.json as never)).toContain("answered 502.");
    expect(second).toMatchObject({ n: 2, title: "Full", zone: "Asia/Tokyo", authorIds: [bo.id, ada.id] });
    expect((await getPostmortem(ctx, ref)).publishedVersion).toBe(2);
  });

  it("of the same text is refused; of the same text under another title is not", async () => {
    const { ref, id } = await written();
    await publishPostmortem(ctx, ref, {});
    expect(await refused(publishPostmortem(ctx, ref, {}))).toBe("CONFLICT");
    await publishPostmortem(ctx, ref, { title: "Another title" });
    expect((await versions(id)).map(({ n }) => n)).toEqual([1, 2]);
  });

  it("of an empty document names the field, and nothing is lost", async () => {
    const { ref } = await declareIncident(ctx, { title: unique("Pool") });
    expect(await refused(publishPostmortem(ctx, ref, {}))).toBe("NOT_FOUND");
    const { id } = await startPostmortem(ctx, ref, {});
    expect(await refused(publishPostmortem(ctx, ref, {}))).toBe("INVALID document");
    expect(await versions(id)).toEqual([]);
    expect((await getPostmortem(ctx, ref)).status).toBe("draft");
    await requireNone(ctx, ref, { reason: "A drill" });
    expect(await refused(publishPostmortem(ctx, ref, {}))).toBe("CONFLICT");
  });

  it("is for members, once a key, and one version at a time", async () => {
    const { ref, id } = await written();
    expect(await refused(publishPostmortem(viewer, ref, {}))).toBe("FORBIDDEN");
    expect(await refused(publishPostmortem(ctx, ref, {}, 7))).toBe("CONFLICT");
    const both = await Promise.all([refused(publishPostmortem(ctx, ref, {}, 1)), refused(publishPostmortem(ctxOf(bo), ref, { title: "Bo's" }, 1))]);
    expect(both.sort()).toEqual(["CONFLICT", "done"]);
    const keyed = withKey(ctx, unique("publish"));
    await publishPostmortem(keyed, ref, { title: "Third" });
    await expect(publishPostmortem(keyed, ref, { title: "Third" })).rejects.toThrow("repeated");
    expect(await versions(id)).toHaveLength(2);
  });
});

describe("restoring", () => {
  it("makes the draft read as it did, as an edit that is recorded, and publishes nothing", async () => {
    const { ref, id } = await written();
    await publishPostmortem(ctx, ref, {});
    await writeSection(id, ada.id, "summary", "Everything else.");
    const restored = await restoreVersion(ctx, ref, 1);
    expect(textOf(restored.json)).toContain("Checkout answered 502.");
    expect(textOf(restored.json)).not.toContain("Everything");
    expect([restored.publishedVersion, (await versions(id)).length]).toEqual([1, 1]);
    expect(await eventsOf("postmortem.restored", { postmortemId: id })).toHaveLength(1);
    expect(await refused(restoreVersion(ctx, ref, 2))).toBe("NOT_FOUND");
    expect(await refused(restoreVersion(viewer, ref, 1))).toBe("FORBIDDEN");
  });
});

describe("beginning it with a text", () => {
  it("is a draft of the caller's, found by its words", async () => {
    const { ref } = await declareIncident(ctx, { title: unique("Pool") });
    const begun = await startPostmortem(ctx, ref, { markdown: "## Summary\n\nThe **pool** was full.\n\n<!-- candor: factors -->" });
    expect(begun).toMatchObject({ words: 4, authors: [{ id: ada.id }] });
    expect(begun.json.content!.map(({ type }) => type)).toEqual(["heading", "paragraph", "live"]);
    const found = await db().reads.query(
      `select text from search.row where kind = 'section' and incident_id = (select "incidentId" from postmortem where id = $1)`,
      [begun.id],
    );
    expect(found.rows).toEqual([{ text: "Summary\nThe pool was full." }]);
  });
});

describe("none required", () => {
  it("says why, also where none was begun, and beginning it takes that back with what was written", async () => {
    const { ref } = await declareIncident(ctx, { title: unique("Drill") });
    expect(await requireNone(ctx, ref, { reason: "It went as planned" })).toMatchObject({ status: "not_required", reason: "It went as planned" });
    expect(await startPostmortem(ctx, ref, {})).toMatchObject({ status: "draft", reason: "" });
    const { ref: other, id } = await written();
    await requestReview(ctx, other, { personIds: [bo.id] });
    await requireNone(ctx, other, { reason: "A duplicate" });
    expect(await startPostmortem(ctx, other, {})).toMatchObject({ id, words: 3, reviews: [] });
    await publishPostmortem(ctx, other, {});
    expect(await refused(requireNone(ctx, other, { reason: "Too late" }))).toBe("CONFLICT");
  });
});
