import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { diffCounts, lineText, parseDiff, parseInSlices } from "./rules";
import { KIND, type ParsedDiff } from "./words";

const lines = (...of: string[]) => `${of.join("\n")}\n`;
const kindsOf = (diff: ParsedDiff) => [...diff.kinds].map((kind) => Object.keys(KIND)[Object.values(KIND).indexOf(kind as 0)]!.slice(0, 2)).join(" ");
const short = ({ files }: ParsedDiff) =>
  files.map(({ oldPath, path, change, added, removed }) => [change, oldPath === path ? path : `${oldPath} > ${path}`, added, removed]);

const GIT = lines(
  "commit 1234567",
  "",
  "diff --git a/src/retry.ts b/src/retry.ts",
  "index 1a2b3c4..5d6e7f8 100644",
  "--- a/src/retry.ts",
  "+++ b/src/retry.ts",
  "@@ -10,4 +10,4 @@ export const retry = {",
  "   attempts: 3,",
  "-  backoff: 'none',",
  "+  backoff: 'full',",
  "   jitter: true,",
  " };",
);

describe("a diff is read", () => {
  test("with the numbers of its lines on both sides", () => {
    const diff = parseDiff(GIT);
    expect(short(diff)).toEqual([["modified", "src/retry.ts", 1, 1]]);
    expect(kindsOf(diff)).toBe("te te he he he he hu co re ad co co");
    expect([...diff.olds].slice(7)).toEqual([10, 11, 0, 12, 13]);
    expect([...diff.news].slice(7)).toEqual([10, 0, 11, 12, 13]);
    expect(diff.files[0]).toMatchObject({
      from: 2,
      to: 12,
      broken: null,
      hunks: [{ from: 6, to: 12, oldAt: 10, newAt: 10, section: "export const retry = {" }],
    });
    expect(lineText(diff, 9)).toBe("  backoff: 'full',");
  });

  test.each<[string, string, unknown[]]>([
    ["new", lines("diff --git a/n b/n", "new file mode 100644", "--- /dev/null", "+++ b/n", "@@ -0,0 +1 @@", "+one"), ["added", "n", 1, 0]],
    ["gone", lines("diff --git a/n b/n", "deleted file mode 100644", "--- a/n", "+++ /dev/null", "@@ -1 +0,0 @@", "-one"), ["removed", "n", 0, 1]],
    [
      "renamed",
      lines("diff --git a/old name.ts b/new name.ts", "similarity index 90%", "rename from old name.ts", "rename to new name.ts"),
      ["renamed", "old name.ts > new name.ts", 0, 0],
    ],
    ["copied", lines("diff --git a/x b/y", "similarity index 100%", "copy from x", "copy to y"), ["copied", "x > y", 0, 0]],
    [
      "quoted",
      lines('diff --git "a/caf\\303\\251 \\"x\\".ts" "b/caf\\303\\251 \\"x\\".ts"', "old mode 100644", "new mode 100755"),
      ["modified", 'café "x".ts', 0, 0],
    ],
    [
      "with spaces",
      lines("diff --git a/my file b/my file", "index 1..2", "--- a/my file\t", "+++ b/my file\t", "@@ -1 +1 @@", "-a", "+b"),
      ["modified", "my file", 1, 1],
    ],
    ["plain", lines("--- lib/x.c\t2026-01-01 10:00:00", "+++ lib/x.c\t2026-01-02 10:00:00", "@@ -1 +1 @@", "-a", "+b"), ["modified", "lib/x.c", 1, 1]],
    ["without prefixes", lines("diff --git src/x src/x", "--- src/x", "+++ src/x", "@@ -1 +1 @@", "-a", "+b"), ["modified", "src/x", 1, 1]],
    ["of a patch tool", lines("--- x.c.orig", "+++ x.c", "@@ -1 +1 @@", "-a", "+b"), ["modified", "x.c", 1, 1]],
    ["a bare hunk", lines("@@ -1 +1 @@", "-a", "+b"), ["modified", "", 1, 1]],
    ["binary", lines("diff --git a/l.png b/l.png", "index 1..2 100644", "Binary files a/l.png and b/l.png differ"), ["modified", "l.png", 0, 0]],
    ["plain binary", lines("Binary files a/l.png and b/l.png differ"), ["modified", "l.png", 0, 0]],
    ["without an end", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file", ["modified", "x", 1, 1]],
    ["CRLF", "--- a/x\r\n+++ b/x\r\n@@ -1,2 +1,2 @@\r\n-a\r\n+b\r\n \r\n", ["modified", "x", 1, 1]],
    ["removed lines that look like a head", lines("--- a/x", "+++ b/x", "@@ -1,2 +1,2 @@", "--- a", "+++ b", " c"), ["modified", "x", 1, 1]],
    ["stripped empty lines", lines("--- a/x", "+++ b/x", "@@ -1,3 +1,3 @@", " a", "", "-b", "+c"), ["modified", "x", 1, 1]],
  ])("%s", (_, text, wanted) => {
    const diff = parseDiff(text);
    expect(short(diff)).toEqual([wanted]);
    expect([diff.broken, diff.files[0]!.broken]).toEqual([null, null]);
  });

  test("several files, with modes and binaries among them", () => {
    const diff = parseDiff(
      GIT +
        lines("diff --git a/run b/run", "old mode 100644", "new mode 100755", "diff --git a/a.bin b/a.bin", "GIT binary patch", "literal 3", "KcmZ", "") +
        GIT.slice(GIT.indexOf("diff")),
    );
    expect(diff.files.map((file) => [file.path, file.binary, file.modes])).toEqual([
      ["src/retry.ts", false, null],
      ["run", false, ["100644", "100755"]],
      ["a.bin", true, null],
      ["src/retry.ts", false, null],
    ]);
    expect(diffCounts(diff.text)).toEqual({ files: 4, added: 2, removed: 2 });
  });
});

describe("what is broken is shown as text, with the reason", () => {
  test("a hunk that is cut keeps what there was of it, and the next file", () => {
    const diff = parseDiff(lines("--- a/x", "+++ b/x", "@@ -1,9 +1,9 @@", "-a", "+b", "oops, an editor was here") + GIT.slice(GIT.indexOf("diff")));
    expect(diff.files.map((file) => [file.path, file.added, file.broken])).toEqual([
      ["x", 1, { line: 6, why: "Its hunk promises 8 more lines than follow." }],
      ["src/retry.ts", 1, null],
    ]);
  });
  test("a head of a hunk that says nonsense", () => {
    expect(parseDiff(lines("--- a/x", "+++ b/x", "@@ -1,9999999999 +1 @@", "-a")).files[0]!.broken).toEqual({
      line: 3,
      why: "The head of this hunk cannot be read.",
    });
  });
  test("a merge's combined diff", () => {
    const diff = parseDiff(lines("diff --cc x.ts", "index 1,2..3", "--- a/x.ts", "+++ b/x.ts", "@@@ -1,1 -1,1 +1,1 @@@", "- a", " -b", "++c"));
    expect(diff.files).toHaveLength(1);
    expect(diff.files[0]!.shownAsText).toMatch(/more than one parent/);
  });
  test.each(["", "\n\n", "just words", "+ a list\n- of things\n"])("no diff at all: %j", (text) => {
    expect(parseDiff(text).broken).not.toBeNull();
  });
});

const PIECES = fc.constantFrom(
  "diff --git a/x b/x",
  "--- a/x",
  "+++ b/x",
  "@@ -1,2 +1,2 @@",
  "@@ -0,0 +1 @@",
  "@@ -",
  " c",
  "-r",
  "+a",
  "\\ No newline at end of file",
  "",
  "\r",
  "Binary files a/x and b/x differ",
  "rename from y",
  "diff --cc z",
  "GIT binary patch",
  "--- /dev/null",
  "+++ /dev/null",
  'diff --git "a/\\3',
  "@@@ -1 -1 +1 @@@",
);
const TEXT = fc.oneof(
  fc.array(fc.tuple(fc.oneof(PIECES, fc.string()), fc.constantFrom("\n", "\r\n", "")), { maxLength: 60 }).map((of) => of.flat().join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

it("keeps every line of any text, in its place, and never throws", () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const diff = parseDiff(text);
      const count = diff.kinds.length;
      expect(Array.from({ length: count }, (_, n) => text.slice(diff.starts[n], diff.starts[n + 1])).join("")).toBe(text);
      let to = 0;
      for (const file of diff.files) {
        expect(file.from).toBeGreaterThanOrEqual(to);
        to = file.from;
        for (const hunk of file.hunks) {
          expect([hunk.from >= to, hunk.to > hunk.from]).toEqual([true, true]);
          to = hunk.to;
        }
        expect(file.to).toBeGreaterThanOrEqual(to);
        to = file.to;
      }
      expect(to).toBeLessThanOrEqual(count);
      for (let n = 0; n < count; n++) expect(typeof lineText(diff, n)).toBe("string");
      expect(diff.files.reduce((sum, file) => sum + file.added, 0)).toBe(diff.kinds.filter((kind) => kind === KIND.added).length);
    }),
    { numRuns: 500 },
  );
});

describe("time is bounded", () => {
  const file = (n: number) => `diff --git a/f${n} b/f${n}\nindex 1..2\n--- a/f${n}\n+++ b/f${n}\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n`;
  test.each<[string, string]>([
    ["5 000 files", Array.from({ length: 5000 }, (_, n) => file(n)).join("")],
    ["a line of a megabyte", `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${"a".repeat(500_000)}\n+${"b ".repeat(240_000)}\n`],
    ["a megabyte of line ends", "\n".repeat(1_000_000)],
    ["a megabyte of heads", "@@ -".repeat(250_000)],
    ["heads of hunks without end", "@@ -1 +1 @@\n".repeat(80_000)],
    ["file heads without end", "--- a\n+++ b\n".repeat(40_000)],
    ["a megabyte of quotes", `diff --git "${"\\303".repeat(200_000)}\n`],
    ["binary lines", `Binary files ${"and ".repeat(200_000)} differ\n`],
  ])("%s", (_, text) => {
    // Quadratic work on a megabyte would not end within the test's own limit.
    const diff = parseDiff(text);
    expect(diff.starts.at(-1)).toBe(text.length);
  });
  test("a large diff is read in many slices, so that a frame can come between them", () => {
    const slices = parseInSlices(GIT.repeat(5000));
    let count = 1;
    while (!slices.next().done) count++;
    expect(count).toBeGreaterThan(50);
  });
});
