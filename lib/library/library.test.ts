import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { documentOf, heading, paragraph } from "../documents/making";
import { addFactor } from "../factors/mutations";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import { ListPostmortems } from "../postmortems/schema";
import { foldSearch } from "../search/fold";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeService, unique } from "../testing/factories";
import { draftOf, publishedOf } from "../testing/postmortems";
import { facetPostmortems, listPostmortems } from "./queries";

const word = () => `zq${newId().slice(-10)}`;
const list = (ctx: Ctx, query: Record<string, string> = {}) => listPostmortems(ctx, ListPostmortems.parse(query));
const refs = async (ctx: Ctx, query: Record<string, string> = {}) => (await list(ctx, query)).items.map(({ incident }) => incident.ref);
const plain = (text: string) => text.replace(/[\ue000\ue001]/g, "");
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) => `${error.code} ${error.details?.errors?.[0]?.path ?? ""}`,
  );

let ctx: Ctx;
let other: Ctx;
beforeAll(async () => {
  [ctx, other] = [ctxOf(await makePerson()), ctxOf(await makePerson())];
});
const written = (text: string) => documentOf(heading("Summary"), paragraph(text), heading("Impact"), paragraph("One in three card payments"));

describe.each([
  ["stale", false],
  ["folded", true],
])("%s documents", (_, folded) => {
  const settle = async () => void (folded && (await foldSearch()));

  test("what is published is there, the newest first, with its beginning; drafts and private ones are not", async () => {
    const service = await makeService();
    const serviceIds = [service.id];
    const [one, two, draft, hidden] = await Promise.all([
      declareIncident(ctx, { title: "One", serviceIds }),
      declareIncident(ctx, { title: "Two", serviceIds }),
      declareIncident(ctx, { title: "Draft", serviceIds }),
      declareIncident(ctx, { title: "Hidden", visibility: "private", serviceIds }),
    ]);
    await publishedOf(ctx, one.ref, written("The pool was full. Nobody saw it."), { title: "A pool fills" });
    await publishedOf(ctx, two.ref, written("A flag was on."));
    await draftOf(ctx, draft.ref, written("Not yet."));
    await publishedOf(ctx, hidden.ref, written("Secret."));
    await settle();
    expect(await refs(ctx, { service: service.id })).toEqual([hidden.ref, two.ref, one.ref]);
    expect(await refs(other, { service: service.id })).toEqual([two.ref, one.ref]);
    expect((await refs(other)).slice(0, 2)).toEqual([two.ref, one.ref]);
    expect((await list(other, { service: service.id })).items[1]).toMatchObject({
      title: "A pool fills",
      version: 1,
      excerpt: "The pool was full. Nobody saw it.",
      heading: "Summary",
      anchor: "summary",
      authors: [{ id: ctx.actor.id }],
    });
    expect(await facetPostmortems(other, { service: service.id })).toMatchObject({ total: 2, service: [{ value: service.id, count: 2 }] });
    expect(await facetPostmortems(ctx, { service: service.id })).toMatchObject({ total: 3 });
  });

  test("words are those of the post-mortem, wherever in it they stand; not those of the room", async () => {
    const [said, shown, titled] = [word(), word(), word()];
    const one = await declareIncident(ctx, { title: `Room ${said}` });
    await publishedOf(ctx, one.ref, documentOf(heading("Summary"), paragraph(`The pool of ${shown} was full`), heading("Impact"), paragraph("payments")), {
      title: `Of ${titled}`,
    });
    await settle();
    expect(await refs(ctx, { q: `${shown} payment` })).toEqual([one.ref]);
    expect(await refs(ctx, { q: titled })).toEqual([one.ref]);
    expect(await refs(ctx, { q: said })).toEqual([]);
    const [row] = (await list(ctx, { q: shown })).items;
    expect([row!.anchor, plain(row!.excerpt)]).toEqual(["summary", `The pool of ${shown} was full`]);
    expect(row!.excerpt).toContain(`\ue000${shown}\ue001`);
    expect(await refs(ctx, { q: "???" })).toEqual([]);
  });

  test("by what combined: group and tag", async () => {
    const service = await makeService();
    const { ref } = await declareIncident(ctx, { title: "Combined", serviceIds: [service.id] });
    await addFactor(ctx, ref, { tag: "race", role: "triggered" });
    await publishedOf(ctx, ref, written("Two at once."));
    await settle();
    expect(await refs(ctx, { service: service.id, tag: "race", group: "code" })).toEqual([ref]);
    expect(await refs(ctx, { service: service.id, group: "infrastructure" })).toEqual([]);
    expect(await facetPostmortems(ctx, { service: service.id })).toMatchObject({
      group: [{ value: "code", name: "Code", count: 1 }],
      tag: [{ value: "race", count: 1 }],
    });
    expect(await code(list(ctx, { tag: unique("none") }))).toBe("INVALID tag");
  });
});

test("pages follow each other without a gap, also where two came out at one moment", async () => {
  const service = await makeService();
  const at = new Date("2026-03-01T10:00:00Z");
  const all: string[] = [];
  for (const title of ["a", "b", "c", "d", "e"]) {
    const { ref, id } = await declareIncident(ctx, { title, serviceIds: [service.id] });
    await publishedOf(ctx, ref, written(title));
    await db().writer.postmortem.update({ where: { incidentId: id }, data: { publishedAt: at }, select: { id: true } });
    all.push(ref);
  }
  for (const filter of [{ service: service.id }, {}] as Record<string, string>[]) {
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(ctx, { ...filter, limit: "2", ...(cursor ? { cursor } : {}) });
      walked.push(...page.items.map(({ incident }) => incident.ref));
      cursor = page.nextCursor;
    } while (cursor);
    expect(walked.filter((ref) => all.includes(ref))).toEqual([...all].reverse());
    expect(new Set(walked).size).toBe(walked.length);
  }
  expect(await code(list(ctx, { cursor: "bm8" }))).toBe("INVALID cursor");
});
