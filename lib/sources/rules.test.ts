import { describe, expect, it } from "vitest";
import type { Factor } from "../factors/schema";
import type { SafetyNet } from "../nets/schema";
import type { Entry } from "../timeline/schema";
import { fromEntry, fromFactor, fromNet } from "./rules";

const factor = (of: Partial<Factor>) => ({ id: "f", tag: "race", why: "", role: "enabled", ...of }) as Factor;
const net = (of: Partial<SafetyNet>) =>
  ({ net: "unit", wouldHaveCaught: "yes", existed: null, ran: null, gated: null, brokeThereFirst: null, note: "", version: 1, ...of }) as SafetyNet;

describe("a first title and type", () => {
  it.each([
    [factor({}), { factorId: "f", title: "race", type: "prevent", words: "From the factor “race”" }],
    [
      factor({ why: "Two writers", role: "delayed_detection" }),
      { factorId: "f", title: "Two writers", type: "detect", words: "From the factor “race”: Two writers" },
    ],
  ])("of a factor", (given, wanted) => expect(fromFactor(given)).toEqual(wanted));

  it.each([
    [
      net({ existed: false, note: "Nobody wrote one" }),
      "Unit test that catches this",
      "prevent",
      "From the safety nets: unit test did not exist. Nobody wrote one",
    ],
    [net({ net: "alert", existed: true, ran: false }), "Alert: run it before each release", "detect", "From the safety nets: alert did not run"],
    [net({ net: "flag", existed: true, ran: true, gated: false }), "Flag: let it stop a release", "mitigate", "From the safety nets: flag did not stop it"],
    [net({ wouldHaveCaught: "no" }), "Unit test that catches this", "prevent", "From the safety nets: unit test"],
  ] as const)("of a net", (given, title, type, words) => expect(fromNet(given)).toMatchObject({ title, type, words }));

  it("of an entry: one line, not too long", () => {
    const source = fromEntry({ id: "e", body: `**Look** ${"x".repeat(300)}\nmore` } as Entry);
    expect(source.entryId).toBe("e");
    expect([...source.title!].length).toBeLessThanOrEqual(200);
  });
});
