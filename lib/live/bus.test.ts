import { expect, test } from "vitest";
import { newId } from "../ids";
import { type Notice, payloads } from "./bus";

const read = (payload: string) => JSON.parse(payload.slice(payload.indexOf("["))) as Notice[];

test("notices are split into payloads that NOTIFY takes, none lost and none twice", () => {
  const notices = Array.from({ length: 400 }, (_, n): Notice => ["incident", newId(), n]);
  const sent = payloads("0123456789ab", [...notices, ...notices]);
  expect(sent.length).toBeGreaterThan(1);
  for (const payload of sent) expect(Buffer.byteLength(payload)).toBeLessThan(8000);
  expect(sent.flatMap(read)).toEqual(notices);
});

test("a hundred people in a room fit into one notice; what could never fit is left out instead of failing the rest", () => {
  const ids = Array.from({ length: 100 }, () => newId());
  const crowd: Notice = ["here", newId(), ids, ids.slice(0, 50)];
  const impossible: Notice = ["here", newId(), Array.from({ length: 400 }, () => newId()), []];
  expect(payloads("o", [impossible, crowd, ["tokens"]]).flatMap(read)).toEqual([crowd, ["tokens"]]);
});
