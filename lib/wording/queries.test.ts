import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "../auth/ctx";
import { addActionItem } from "../actions/mutations";
import { documentOf, heading, paragraph } from "../documents/making";
import { declareIncident } from "../incidents/mutations";
import { setLanguage } from "../language/mutations";
import { languageSetting } from "../language/queries";
import type { SetLanguage } from "../language/schema";
import { redactPostmortem } from "../redaction/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { publishedOf } from "../testing/postmortems";
import { checkLanguage, previewLanguage } from "./queries";

const EMPTY: SetLanguage = { off: [], vendors: [], phrases: [] };
const phrase = (words: string) => ({ words, class: "judgement" as const, why: "It weighs, and does not tell" });
const SAID = "They should have seen the alert.";

let admin: Ctx;
let member: Ctx;
beforeAll(async () => {
  admin = ctxOf(await makePerson({ role: "admin" }));
  member = ctxOf(await makePerson());
});
const published = async (text: string, more: Parameters<typeof declareIncident>[1] = { title: "Checkout answers 502" }) => {
  const { ref } = await declareIncident(member, more);
  await publishedOf(member, ref, documentOf(heading("Summary"), paragraph(text)), { title: unique("Told") });
  return ref;
};

describe("a text that is read", () => {
  test("is read by the organisation's setting, as it stands in that moment", async () => {
    const rules = async (text: string) => (await checkLanguage(member, { text, kind: "narrative" })).findings.map(({ rule }) => rule);
    expect(await rules(SAID)).toEqual(["should-have"]);
    const { phrases } = await setLanguage(admin, { off: ["should-have"], vendors: [], phrases: [phrase("wombled it")] });
    expect(await rules(SAID)).toEqual([]);
    expect(await rules("Ana wombled it again.")).toContain(phrases[0]!.id);
    await setLanguage(admin, EMPTY);
    expect(await rules(SAID)).toEqual(["should-have"]);
    expect(await checkLanguage(member, { text: "", kind: "timeline" })).toEqual({ language: "en", findings: [] });
  });
});

describe("a preview", () => {
  test("tells what a setting would change, and changes nothing", async () => {
    const word = unique("wombled").replaceAll(" ", "");
    const ref = await published(`We ${word} here. ${SAID}`);
    const before = await languageSetting(admin);
    const { changed, rules, ...counts } = await previewLanguage(admin, { off: ["should-have"], vendors: [], phrases: [phrase(word)] });
    const mine = changed.filter((one) => one.ref === ref);
    expect(mine).toEqual([
      expect.objectContaining({ rule: "should-have", gained: false, sentence: SAID }),
      expect.objectContaining({ rule: "new-0", gained: true, sentence: `We ${word} here.` }),
    ]);
    for (const { sentence, start, end, rule } of mine) expect(sentence.slice(start, end)).toBe(rule === "new-0" ? word : "should have seen");
    expect(rules).toContainEqual({ rule: "new-0", before: 0, after: 1 });
    expect(counts.after).toBe(rules.reduce((sum, { after }) => sum + after, 0));
    expect(await languageSetting(admin)).toEqual(before);
  });

  test("reads what was frozen of the action items as action items are read", async () => {
    const word = unique("careful").replaceAll(" ", "");
    const { ref } = await declareIncident(member, { title: "Checkout answers 502" });
    await addActionItem(member, ref, { title: `Be ${word}`, finishTest: `The gauge is ${word}` });
    await publishedOf(
      member,
      ref,
      documentOf(heading("What follows"), paragraph("We will see."), { type: "live", attrs: { kind: "actions", filter: "all" } }),
      { title: "Told" },
    );
    const weak = { ...phrase(word), class: "weak_action" as const };
    expect((await previewLanguage(admin, { ...EMPTY, phrases: [weak] })).changed).toMatchObject([
      { sentence: `Be ${word}` },
      { sentence: `The gauge is ${word}` },
    ]);
  });

  test("is for admins, refuses what cannot be set, and never shows what was redacted", async () => {
    await expect(previewLanguage(member, EMPTY)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewLanguage(admin, { ...EMPTY, phrases: [phrase("(a+)+$")] })).rejects.toMatchObject({
      details: { errors: [{ path: "phrases.0.words" }] },
    });
    const word = unique("swordfish").replaceAll(" ", "");
    const ref = await published(`The password ${word} was in the log.`);
    const asked = { ...EMPTY, phrases: [phrase(word)] };
    expect(JSON.stringify(await previewLanguage(admin, asked))).toContain(word);
    await redactPostmortem(admin, ref, { text: word });
    expect((await previewLanguage(admin, asked)).changed).toEqual([]);
  });
});
