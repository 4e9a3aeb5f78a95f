import { expect, test } from "vitest";
import { plainLine } from "./rules";

test.each([
  ["**Pool** is *full*", "Pool is full"],
  ["the flag `retry_v2` is on", "the flag retry_v2 is on"],
  ["snake_case_name stays, 2 * 3 * 4 too", "snake_case_name stays, 2 * 3 * 4 too"],
  ["# Heading\nmore", "Heading"],
  ["- one of [these](https://x.example/a)", "one of these"],
  ["asks *inside* its transaction", "asks inside its transaction"],
  ["~~~text\n16:34 db unavailable\n~~~", "16:34 db unavailable"],
  ["", ""],
])("%s", (markdown, plain) => {
  expect(plainLine(markdown)).toBe(plain);
});
