import { expect, test } from "vitest";
import { cell, fenced, inline, item, safeMarkdown, table } from "./markup";

test.each([
  ["<script>alert(1)</script>", "\\<script>alert(1)\\</script>"],
  ["[x](javascript:alert(1))", "[x])"],
  ["[x]( <javascript:alert(1)> )", "[x]> )"],
  ["[x](\njavascript:alert(1)\n)", "[x]\\(\njavascript:alert(1)\n)"],
  ["[x](//elsewhere.example)", "[x]"],
  ["[x](/\\elsewhere.example)", "[x]"],
  ["[x](data:text/html,y)", "[x]"],
  ["[x]: javascript:alert(1)", "[x]\\: javascript:alert(1)"],
  ["> [x]: javascript:alert(1)", "> [x]\\: javascript:alert(1)"],
  ["![x](https://spy.example/1.png)", "[x](https://spy.example/1.png)"],
  ["[x](https://status.example/a?b=c)", "[x](https://status.example/a?b=c)"],
  ["`a <b> c` and <b>", "`a <b> c` and \\<b>"],
  ["\\`<b>`", "\\`\\<b>\\`"],
  ["`foo\n` <img src=x onerror=alert(1)> `", "\\`foo\n` <img src=x onerror=alert(1)> `"],
  ["```\n<b>\n```\n<b>", "```\n<b>\n```\n\\<b>"],
  ["```\n<b>\n  ```\n<b>", "```\n<b>\n  ```\n\\<b>"],
  ["```\n<b>", "```\n<b>\n```"],
  ["- a\n\n  ```\n<b>", "- a\n\n  \\`\\`\\`\n\\<b>"],
  ["x\u2028```\n<b>", "x\u2028\\`\\`\\`\n\\<b>"],
  ["~~~ a`b\n<b>\n~~~", "~~~ a`b\n<b>\n~~~"],
  ["``` a`b\n<b>", "\\`\\`\\` a\\`b\n\\<b>"],
  ["\\<b>", "\\<b>"],
  ["\\\\<b>", "\\\\\\<b>"],
])("%j cannot run", (given, said) => expect(safeMarkdown(given)).toBe(said));

test("plain words stay plain", () => {
  expect(inline("# 5 * 3_4 | <b>\n[x]")).toBe("\\# 5 \\* 3\\_4 \\| \\<b\\> \\[x\\]");
  expect(inline("12. of May")).toBe("12\\. of May");
  expect(cell("The `a|b` pool | of *one*")).toBe("The `a\\|b` pool \\| of \\*one\\*");
  expect(table(["a", "b"], [["1", ""]])).toBe("| a | b |\n| --- | --- |\n| 1 |   |");
  expect(fenced("a\n````\nb\n", "diff")).toBe("`````diff\na\n````\nb\n`````");
});

test("a text of several lines stays in its item", () => {
  expect(item("-", "**14:02**", "one line", "— Ana")).toBe("- **14:02** one line — Ana");
  expect(item("-", "**14:02**", "a\n\nb", "— Ana")).toBe("- **14:02** a\n\n  b\n\n  — Ana");
  expect(item("-", "**14:02**", "```\ncode\n```", "— Ana")).toBe("- **14:02**\n\n  ```\n  code\n  ```\n\n  — Ana");
});
