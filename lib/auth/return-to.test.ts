import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { returnTo } from "./return-to";

const OWN = "https://candor.example.com";

describe("where one returns to after signing in", () => {
  test.each([
    ["/incidents/INC-42?tab=a#entry-1", "/incidents/INC-42?tab=a#entry-1"],
    ["/", "/"],
    [`${OWN}/actions?owner=me`, "/actions?owner=me"],
    ["http://candor.example.com/inbox", "/inbox"],
    ["/a/../b", "/b"],
  ])("%s is %s", (wanted, path) => expect(returnTo(wanted, OWN)).toBe(path));

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "\n//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "https:evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://candor.example.com@evil.example/",
    "https://candor.example.com.evil.example/",
    "https://x:y@candor.example.com/",
    "incidents",
    "/sign-in?callbackUrl=/",
    "/api/v1/me",
    "/api/auth/signout",
    "/sign-out",
    `/${"a".repeat(3000)}`,
    "",
    undefined,
    42,
  ])("%s leads home", (wanted) => expect(returnTo(wanted, OWN)).toBe("/"));

  test("nothing that can be typed leaves this address", () => {
    const parts = fc.constantFrom(
      "/",
      "\\",
      "..",
      ".",
      "evil.example",
      ":",
      "@",
      "https:",
      "//",
      "%2f",
      "%5c",
      "\t",
      "?",
      "#",
      "a",
      " ",
      "\u2215",
      "candor.example.com",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (words) => {
        const path = returnTo(words.join(""), OWN);
        expect(path.startsWith("/")).toBe(true);
        expect(new URL(path, OWN).origin).toBe(OWN);
      }),
      { numRuns: 5000 },
    );
  });
});
