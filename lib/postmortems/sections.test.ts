import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { documentOf, heading, paragraph } from "../documents/making";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import { searchAll } from "../search/everything";
import { foldSearch } from "../search/fold";
import { listIncidents } from "../search/queries";
import { CLOSE_MARK, OPEN_MARK } from "../search/rules";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { draftOf, publishedOf } from "../testing/postmortems";

const shown = (text: string) => text.replaceAll(OPEN_MARK, "[").replaceAll(CLOSE_MARK, "]");
const word = () => `zq${newId().slice(-10)}`;
let ctx: Ctx;
let other: Ctx;
beforeAll(async () => {
  [ctx, other] = [ctxOf(await makePerson()), ctxOf(await makePerson())];
});

describe.each([
  ["stale", false],
  ["folded", true],
])("%s documents", (_, folded) => {
  const settle = async () => void (folded && (await foldSearch()));

  test("the words of a draft, then of the published version, lead to their section", async () => {
    const [one, later, gone] = [word(), word(), word()];
    const { ref } = await declareIncident(ctx, { title: "Pool" });
    await draftOf(ctx, ref, documentOf(paragraph("Before all"), heading("Impact"), paragraph(`Retries of ${one} doubled`), heading("Lucky"), paragraph(gone)));
    await settle();
    expect((await searchAll(ctx, { q: one })).sections).toEqual([
      {
        incidentRef: ref,
        incidentTitle: "Pool",
        heading: "Impact",
        anchor: "impact",
        published: false,
        text: `Retries of ${OPEN_MARK}${one}${CLOSE_MARK} doubled`,
      },
    ]);
    const [row] = (await listIncidents(ctx, { q: `${one} retries` })).items;
    expect(row!.snippet).toMatchObject({ kind: "section", section: { heading: "Impact", anchor: "impact", published: false } });

    await publishedOf(
      ctx,
      ref,
      documentOf(heading("Impact"), paragraph(`Retries of ${one} doubled`), heading(`What ${later} taught`), paragraph("A pool is shared.")),
    );
    // The draft goes on, and what is published stays what is found.
    await draftOf(ctx, ref, documentOf(heading("Impact"), paragraph(`${gone} again`)));
    await settle();
    expect((await searchAll(ctx, { q: gone })).sections).toEqual([]);
    expect((await listIncidents(ctx, { q: gone })).items).toEqual([]);
    const [found] = (await searchAll(ctx, { q: later })).sections;
    expect([found!.anchor, found!.published, shown(found!.text)]).toEqual([`what-${later}-taught`, true, `What [${later}] taught A pool is shared.`]);
    expect((await listIncidents(ctx, { has: ["postmortem"], q: one })).items.map((each) => each.ref)).toEqual([ref]);
  });
});

test("what is written again as it was touches no row", async () => {
  const { ref, id } = await declareIncident(ctx, { title: "Pool" });
  const json = documentOf(heading("Impact"), paragraph("One in three"));
  await draftOf(ctx, ref, json);
  const rows = () =>
    db()
      .reads.query(`select xmin::text, source_id from search.row where incident_id = $1 and kind = 'section'`, [id])
      .then((found) => found.rows);
  const before = await rows();
  expect(before).toHaveLength(1);
  await draftOf(ctx, ref, json);
  expect(await rows()).toEqual(before);
});

test("a section of a private incident is nobody else's", async () => {
  const secret = word();
  const { ref } = await declareIncident(ctx, { title: "Pool", visibility: "private" });
  await publishedOf(ctx, ref, documentOf(heading("Impact"), paragraph(secret)));
  expect((await searchAll(ctx, { q: secret })).sections).toHaveLength(1);
  expect(await searchAll(other, { q: secret })).toMatchObject({ incidents: [], sections: [] });
});
