import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropWaitingHints, send, startHints, wait, waitingHints } from "./hints";

vi.mock("../live/browser", () => ({ connection: () => ({ state: "waiting", watch: () => () => undefined }) }));

const one = { rule: "should-have", key: "0123456789abcd" };
const other = { rule: "human-error", key: "0123456789abcd" };

class Disk {
  [name: string]: unknown;
}
let disk: Disk;
let answers: (() => Response)[];
let asked: string[];

beforeEach(() => {
  disk = new Disk();
  Object.defineProperties(disk, {
    getItem: { value: (name: string) => disk[name] ?? null },
    setItem: { value: (name: string, value: string) => void (disk[name] = value) },
    removeItem: { value: (name: string) => void delete disk[name] },
  });
  [answers, asked] = [[], []];
  const listening = new EventTarget();
  vi.stubGlobal("localStorage", disk);
  vi.stubGlobal("addEventListener", listening.addEventListener.bind(listening));
  vi.stubGlobal("removeEventListener", listening.removeEventListener.bind(listening));
  vi.stubGlobal("dispatchEvent", listening.dispatchEvent.bind(listening));
  vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path}`);
    const answer = answers.shift();
    if (!answer) throw new TypeError("no network");
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const ok = () => Response.json({ id: "k1", ...one }, { status: 201 });
const refused = () => Response.json({ code: "FORBIDDEN", detail: "You may not do this." }, { status: 403 });
const POST = "POST /api/v1/incidents/INC-1/kept-hints";

test("what cannot be sent waits, by person and incident, and goes in its order when the network is back", async () => {
  startHints("ana")();
  for (const hint of [one, other]) wait("INC-1", hint);
  wait("INC-2", one);
  await expect(send("INC-1", one)).rejects.toMatchObject({ code: "OFFLINE" });
  expect([waitingHints("INC-1"), waitingHints("INC-2")]).toEqual([[one, other], [one]]);
  startHints("bo")();
  expect(waitingHints("INC-1")).toEqual([]);
  asked = [];
  const stop = startHints("ana");
  await vi.waitFor(() => expect(asked).toEqual([POST]));
  answers = [ok, ok, ok];
  dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(waitingHints("INC-2")).toEqual([]));
  expect(asked.slice(1)).toEqual([POST, POST, "POST /api/v1/incidents/INC-2/kept-hints"]);
  expect(Object.keys(disk)).toEqual([]);
  stop();
});

test("the last word about a hint counts, and what was refused for good does not come again", async () => {
  startHints("ana")();
  wait("INC-1", one);
  wait("INC-1", { ...one, drop: "k1" });
  expect(waitingHints("INC-1")).toEqual([{ ...one, drop: "k1" }]);
  wait("INC-1", other);
  answers = [() => new Response(null, { status: 204 }), refused];
  await send("INC-1", { ...one, drop: "k1" });
  await expect(send("INC-1", other)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(asked).toEqual(["DELETE /api/v1/incidents/INC-1/kept-hints/k1", POST]);
  expect(waitingHints("INC-1")).toEqual([]);
});

test("a session that ended is no answer: it waits until someone signs in again", async () => {
  startHints("ana")();
  wait("INC-1", one);
  answers = [() => Response.json({ code: "UNAUTHENTICATED" }, { status: 401 }), () => new Response("oh", { status: 500 })];
  await expect(send("INC-1", one)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await expect(send("INC-1", one)).rejects.toMatchObject({ code: "INTERNAL" });
  expect(waitingHints("INC-1")).toEqual([one]);
});

test("nothing is thrown where the browser keeps nothing, or keeps nonsense", () => {
  startHints("ana")();
  disk["candor.hints-waiting ana INC-1"] = "{nonsense";
  expect(waitingHints("INC-1")).toEqual([]);
  wait("INC-1", one);
  dropWaitingHints("ana");
  expect(waitingHints("INC-1")).toEqual([]);
  vi.stubGlobal("localStorage", undefined);
  wait("INC-1", one);
  expect(waitingHints("INC-1")).toEqual([]);
});
