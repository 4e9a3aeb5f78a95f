import { expect, test } from "vitest";
import { answeredFor, namesOf, refusedAct, statusOf } from "./rules";

test.each([
  [[], null, "draft"],
  [[], 2, "published"],
  [["withdrawn"], null, "draft"],
  [["requested"], null, "in_review"],
  [["requested"], 1, "in_review"],
  [["approved"], null, "approved"],
  [["approved", "requested"], null, "in_review"],
  [["approved", "changes_requested", "requested"], 3, "changes_requested"],
  [["approved", "withdrawn"], null, "approved"],
] as const)("%j with version %s is %s", (states, published, status) => expect(statusOf(states, published)).toBe(status));

const STANDINGS = { draft: ["draft", null], out: ["published", 1], none: ["not_required", null] } as const;
test.each([
  ["ask", "draft", true],
  ["ask", "out", true],
  ["ask", "none", false],
  ["answer", "draft", true],
  ["answer", "none", false],
  ["publish", "draft", true],
  ["publish", "out", true],
  ["publish", "none", false],
  ["restore", "draft", false],
  ["restore", "out", true],
  ["not_required", "draft", true],
  ["not_required", "out", false],
  ["not_required", "none", true],
  ["begin", "draft", false],
  ["begin", "none", true],
] as const)("%s, where it stands as %s: %s", (act, standing, fine) => {
  const [status, publishedVersion] = STANDINGS[standing];
  expect(refusedAct(act, { status, publishedVersion }) === null).toBe(fine);
});

test("one of a team answers for it, and for nobody else", () => {
  const of = (personId: string, teamId: string | null, state: "requested" | "approved" = "requested") => ({ personId, teamId, state, askedById: "x" });
  const readers = [of("a", "pay"), of("b", "pay"), of("c", "pay", "approved"), of("d", "edge"), of("e", null)];
  expect(answeredFor(readers, "a")).toEqual(["b"]);
  expect(answeredFor(readers, "e")).toEqual([]);
  expect(answeredFor(readers, "nobody")).toEqual([]);
});

test.each([
  [[], "Nobody"],
  [["Ada"], "Ada"],
  [["Ada", "Bo"], "Ada and Bo"],
  [["Ada", "Bo", "Cy"], "Ada, Bo and Cy"],
  [["Ada", "Bo", "Cy", "Di"], "Ada, Bo and 2 others"],
])("%j is %s", (names, words) => expect(namesOf(names.map((name) => ({ name })))).toBe(words));
