import { expect, it } from "vitest";
import { addActionItem } from "../actions/mutations";
import { addFactor } from "../factors/mutations";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { countSides } from "./queries";

it("counts what stands on each side, and nothing of an incident that is not the reader's to see", async () => {
  const ctx = ctxOf(await makePerson());
  const incident = await declareIncident(ctx, { title: unique("Sides"), visibility: "private" });
  expect(await countSides(ctx, incident.ref)).toEqual({ changes: 0, factors: 0, actions: 0 });
  await addFactor(ctx, incident.ref, { tag: "race" });
  await addActionItem(ctx, incident.ref, { title: "A lock" });
  await addActionItem(ctx, incident.ref, { title: "A test" });
  expect(await countSides(ctx, incident.ref)).toEqual({ changes: 0, factors: 1, actions: 2 });
  expect(await countSides(ctxOf(await makePerson()), incident.ref)).toEqual({ changes: 0, factors: 0, actions: 0 });
});
