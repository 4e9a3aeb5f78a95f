import { expect, it } from "vitest";
import { addActionItem } from "../actions/mutations";
import { addFactor } from "../factors/mutations";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { publishPostmortem } from "../publishing/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { writeSection } from "../testing/postmortems";
import { setStatus } from "../timeline/mutations";
import { countSides } from "./queries";

it("counts what stands on each side, and nothing of an incident that is not the reader's to see", async () => {
  const ctx = ctxOf(await makePerson());
  const incident = await declareIncident(ctx, { title: unique("Sides"), visibility: "private" });
  expect(await countSides(ctx, incident.ref)).toEqual({ changes: 0, factors: 0, actions: 0, postmortem: "" });
  await addFactor(ctx, incident.ref, { tag: "race" });
  await addActionItem(ctx, incident.ref, { title: "A lock" });
  await addActionItem(ctx, incident.ref, { title: "A test" });
  expect(await countSides(ctx, incident.ref)).toEqual({ changes: 0, factors: 1, actions: 2, postmortem: "" });
  expect(await countSides(ctxOf(await makePerson()), incident.ref)).toEqual({ changes: 0, factors: 0, actions: 0, postmortem: "" });
});

it("says how its post-mortem stands, and once it is over that none was begun", async () => {
  const ctx = ctxOf(await makePerson());
  const { ref } = await declareIncident(ctx, { title: unique("Sides") });
  const word = async () => (await countSides(ctx, ref)).postmortem;
  expect(await word()).toBe("");
  await setStatus(ctx, ref, { status: "resolved" });
  expect(await word()).toBe("not begun");
  const { id } = await startPostmortem(ctx, ref, {});
  expect(await word()).toBe("draft");
  await writeSection(id, ctx.actor.id, "summary", "It was the pool.");
  await publishPostmortem(ctx, ref, {});
  expect(await word()).toBe("version 1");
});
