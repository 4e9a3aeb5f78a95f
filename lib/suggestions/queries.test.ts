import { expect, test } from "vitest";
import { addFactor } from "../factors/mutations";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { answerNet } from "../nets/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeService, unique } from "../testing/factories";
import { setStatus } from "../timeline/mutations";
import { suggestFactors } from "./queries";

test("what the room holds is offered, and goes when it stands; tags of the same services only of what one may see", async () => {
  const ctx = ctxOf(await makePerson());
  const stranger = ctxOf(await makePerson());
  const service = await makeService();
  const declare = (more: object = {}) => declareIncident(ctx, { title: unique("Pool"), serviceIds: [service.id], ...more });
  const [past, hidden, now] = [await declare(), await declare({ visibility: "private" }), await declare()];
  await addFactor(ctx, past.ref, { tag: "slow query" });
  await addFactor(ctx, hidden.ref, { tag: "backup or restore" });
  const mitigated = await setStatus(ctx, now.ref, { status: "mitigated", mitigation: "rollback" });
  await answerNet(ctx, now.ref, "staging", { brokeThereFirst: false });
  await updateIncident(ctx, now.ref, { access: { onePersonCould: true, onePersonShould: false } });
  const tags = async (who = ctx) => (await suggestFactors(who, now.ref)).items.map((one) => one.tag);
  expect(await tags()).toEqual(["no off-switch", "staging differs from production", "access wider than needed", "backup or restore", "slow query"]);
  expect(await tags(stranger)).toEqual(["no off-switch", "staging differs from production", "access wider than needed", "slow query"]);
  expect((await suggestFactors(ctx, now.ref)).items[0]!.evidence).toEqual([{ kind: "entry", id: mitigated.id }]);
  await addFactor(ctx, now.ref, { tag: "No off-switch" });
  expect(await tags()).not.toContain("no off-switch");
  await expect(suggestFactors(stranger, hidden.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
