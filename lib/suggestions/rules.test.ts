import { describe, expect, it } from "vitest";
import { FACTOR_GROUPS } from "../factors/words";
import { SHIPPED_TAGS } from "../tags/words";
import { MITIGATIONS } from "../incidents/words";
import type { SafetyNet } from "../nets/schema";
import { NETS } from "../nets/words";
import { type Standing, suggest, type Told } from "./rules";

const tags = new Map(FACTOR_GROUPS.flatMap((group) => SHIPPED_TAGS[group].map((label) => [label.toLowerCase(), group] as const)));
const nothing: Told = { changes: [], mitigations: [], nets: [], byCustomers: false, access: { onePersonCould: null, onePersonShould: null }, lately: [] };
const blank: Standing = { factors: [], tags };
const net = (of: Partial<SafetyNet> & Pick<SafetyNet, "net">): SafetyNet => ({
  wouldHaveCaught: null,
  existed: null,
  ran: null,
  gated: null,
  brokeThereFirst: null,
  note: "",
  version: 1,
  ...of,
});
const change = { id: "c1", kind: "deploy", summary: "Checkout 812", verdict: "contributed", nothingChanged: false } as const;
const brief = (told: Partial<Told>, standing = blank) =>
  suggest({ ...nothing, ...told }, standing).map((one) => `${one.group}: ${one.tag ?? "?"}, ${one.role}`);

describe("what a room offers", () => {
  it("nothing of nothing", () => expect(brief({})).toEqual([]));

  it.each([
    ["a change that contributed", { changes: [change] }, "code: regression, triggered"],
    ["a flag that is suspected", { changes: [{ ...change, kind: "flag", verdict: "suspect" } as const] }, "environment: flag state, triggered"],
    ["a change whose tag is not plain", { changes: [{ ...change, kind: "infrastructure" } as const] }, "infrastructure: ?, triggered"],
    ["a flag that was turned off", { mitigations: [{ entryId: "e", mitigation: "flag_off" } as const] }, "environment: flag state, softened"],
    ["a rollback", { mitigations: [{ entryId: "e", mitigation: "rollback" } as const] }, "safety_net: no off-switch, delayed_recovery"],
    ["a test that did not exist", { nets: [net({ net: "unit", wouldHaveCaught: "yes", existed: false })] }, "safety_net: test gap, enabled"],
    ["a review that did not gate", { nets: [net({ net: "review", wouldHaveCaught: "unsure", gated: false })] }, "safety_net: review gap, enabled"],
    ["staging that did not break first", { nets: [net({ net: "staging", brokeThereFirst: false })] }, "environment: staging differs from production, enabled"],
    ["customers who told it first", { byCustomers: true }, "safety_net: no alert or late, delayed_detection"],
    ["access", { access: { onePersonCould: true, onePersonShould: false } }, "organisation: access wider than needed, enabled"],
    ["what came lately", { lately: [{ label: "race", group: "code", incidents: 3 } as const] }, "code: race, enabled"],
  ])("%s", (_, told, offered) => expect(brief(told as Partial<Told>)).toEqual([offered]));

  it.each([
    ["a change that was dismissed", { changes: [{ ...change, verdict: "dismissed" } as const] }],
    ["one that is not judged", { changes: [{ ...change, verdict: null }] }],
    ["nothing that changed", { changes: [{ ...change, nothingChanged: true }] }],
    ["a net that could not have caught it", { nets: [net({ net: "unit", wouldHaveCaught: "no", existed: false })] }],
    ["a net that held", { nets: [net({ net: "unit", wouldHaveCaught: "yes", existed: true, ran: true, gated: true })] }],
    ["access that is as it should be", { access: { onePersonCould: true, onePersonShould: true } }],
  ])("not %s", (_, told) => expect(brief(told as Partial<Told>)).toEqual([]));

  it("what stands already is not offered again, a change until it is cited", () => {
    const told = { changes: [change], byCustomers: true, nets: NETS.map((name) => net({ net: name, wouldHaveCaught: "yes", existed: false })) };
    const cited = { tag: "Regression", evidence: [{ kind: "change" as const, id: "c1" }] };
    expect(brief(told, { tags, factors: [{ tag: "regression", evidence: [] }] })).toContain("code: regression, triggered");
    expect(brief(told, { tags, factors: [cited] })).not.toContain("code: regression, triggered");
    expect(brief(told, { tags, factors: [{ tag: "TEST GAP", evidence: [] }] })).not.toContain("safety_net: test gap, enabled");
  });

  it("each tag once, at most twelve, and none that may not be taken", () => {
    const lately = [...tags].map(([label, group]) => ({ label, group, incidents: 1 }));
    const all = suggest({ ...nothing, mitigations: MITIGATIONS.map((mitigation) => ({ entryId: "e", mitigation })), byCustomers: true, lately }, blank);
    expect(all).toHaveLength(12);
    expect(new Set(all.map((one) => one.tag)).size).toBe(12);
    expect(brief({ changes: [change], byCustomers: true }, { factors: [], tags: new Map() })).toEqual(["code: ?, triggered"]);
  });
});
