import { expect, it } from "vitest";
import { gist, holeOf, secondsIn, stateOf } from "./rules";
import type { SafetyNet } from "./schema";

const net = (of: Partial<SafetyNet>): SafetyNet => ({
  net: "unit",
  wouldHaveCaught: null,
  existed: null,
  ran: null,
  gated: null,
  brokeThereFirst: null,
  note: "",
  version: 1,
  ...of,
});

it.each<[string, Partial<SafetyNet>, string | null, ReturnType<typeof stateOf>]>([
  ["nobody has said anything", {}, null, "unasked"],
  ["it could not have caught it", { wouldHaveCaught: "no", existed: false }, null, "could_not"],
  ["it did not exist", { wouldHaveCaught: "yes", existed: false, ran: false }, "did not exist", "hole"],
  ["it did not run", { wouldHaveCaught: "yes", existed: true, ran: false }, "did not run", "hole"],
  ["it ran and did not gate", { wouldHaveCaught: "unsure", existed: true, ran: true, gated: false }, "did not stop it", "hole"],
  ["it existed, ran and gated", { wouldHaveCaught: "yes", existed: true, ran: true, gated: true }, null, "caught"],
  ["nobody knows", { wouldHaveCaught: "unsure" }, null, "unsure"],
  ["only a part is said", { wouldHaveCaught: "yes", existed: true }, null, "partly"],
  ["that it existed, but not what it could", { existed: false }, null, "partly"],
])("%s", (_, of, hole, state) => expect([holeOf(net(of)), stateOf(net(of))]).toEqual([hole, state]));

it("the first place where it could have been stopped is the one nearest to the desk", () => {
  const nets = [
    net({ net: "alert", wouldHaveCaught: "yes" }),
    net({ net: "performance", wouldHaveCaught: "yes", existed: true, ran: false }),
    net({ net: "lint", wouldHaveCaught: "no" }),
    net({ net: "unit" }),
  ];
  expect(gist(nets)).toEqual({ first: "performance", holes: ["performance"], answered: 3 });
  expect(gist([])).toEqual({ first: null, holes: [], answered: 0 });
});

it.each<[string, number | null]>([
  ["40 s", 40],
  ["40", 40],
  ["2 min", 120],
  ["1 min 30 s", 90],
  ["1h5m", 3900],
  ["1:30", 90],
  ["2 Minutes", 120],
  ["", null],
  ["soon", null],
  ["-5 s", null],
  ["1:75", null],
  ["99999999", null],
  ["9999999 h", null],
])("%j is %j seconds", (text, seconds) => expect(secondsIn(text)).toBe(seconds));
