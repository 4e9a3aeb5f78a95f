import { expect, test } from "vitest";
import { entryAnchor, paths, withQuery } from "./paths";

test("an entry's address ends in its anchor", () => {
  expect(paths.entry("INC-42", "0191-a")).toBe(`/incidents/INC-42#${entryAnchor("0191-a")}`);
  expect(paths.person("a/b")).toBe("/people/a%2Fb");
});

test("filters: empty ones are left out, lists are joined", () => {
  expect(paths.incidents()).toBe("/incidents");
  expect(paths.incidents({ q: "", status: ["triage", "identified"], service: null })).toBe("/incidents?status=triage,identified");
  expect(withQuery("/x", { q: "pool service:checkout", limit: 5 })).toBe("/x?q=pool+service:checkout&limit=5");
  expect(paths.signIn("/")).toBe("/sign-in");
  expect(paths.signIn("/incidents/INC-42?x=1")).toBe("/sign-in?callbackUrl=%2Fincidents%2FINC-42%3Fx%3D1");
});
