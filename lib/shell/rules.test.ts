import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it, test } from "vitest";
import { gitDiff, pipedDiff, shellWord } from "./rules";

test.each<[string, string, string]>([
  ["4f1c2ab", "9b1f2c3", "git diff 4f1c2ab..9b1f2c3"],
  ["v1.2.0", "release/2026-03", "git diff v1.2.0..release/2026-03"],
  ["a'b", "$(rm -rf ~)", "git diff 'a'\\''b..$(rm -rf ~)'"],
  ["--output=/etc/passwd", "x", "git diff --end-of-options '--output=/etc/passwd..x'"],
  ["HEAD^", "HEAD;ls", "git diff 'HEAD^..HEAD;ls'"],
])("%s to %s", (before, after, wanted) => expect(gitDiff(before, after)).toBe(wanted));

test("the line that pipes it", () => {
  expect(pipedDiff("git diff a..b", "https://candor.example/api/v1/changes/1/diff")).toBe(
    'git diff a..b | curl -sS -X PUT --data-binary @- -H "Authorization: Bearer $CANDOR_TOKEN" -H "Content-Type: text/plain" https://candor.example/api/v1/changes/1/diff',
  );
});

it("is one word to a real shell, whatever it holds", () => {
  const text = fc.string({ unit: "binary", maxLength: 30 }).filter((one) => !one.includes("\0"));
  fc.assert(
    fc.property(text, (one) => {
      expect(execFileSync("/bin/sh", ["-c", `printf %s ${shellWord(one)}`]).toString()).toBe(one);
    }),
    { numRuns: 100 },
  );
});
