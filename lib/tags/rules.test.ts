import { expect, it } from "vitest";
import { FACTOR_GROUPS } from "../factors/words";
import { SHIPPED_TAGS } from "./words";
import { nearest } from "./rules";

const LABELS = FACTOR_GROUPS.flatMap((group) => SHIPPED_TAGS[group]);

it.each([
  ["certificate expired", "certificate expiry"],
  ["missing timeout", "missing timeout or retry limit"],
  ["DNS", "network or DNS"],
  ["config drift", "configuration drift"],
  ["trafic spike", "traffic spike"],
  ["no off switch", "no off-switch"],
  ["Régression", "regression"],
])("%s is nearest to %s", (typed, label) => expect(nearest(typed, LABELS)[0]).toBe(label));

it.each(["", "???", "漢字", "\u0000"])("nothing is near to %j", (typed) => expect(nearest(typed, LABELS)).toEqual([]));
it("answers as many as were asked for", () => expect(nearest("or", LABELS, 2)).toHaveLength(2));
