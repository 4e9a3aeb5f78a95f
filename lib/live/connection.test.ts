import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import type { RoomMessage } from "./channel";
import { Connection } from "./connection";
import type { World } from "./patience";

/** A network that a test holds in its hand. */
class Fake implements World<string> {
  wires: { said: object[]; on: Parameters<World<string>["open"]>[0]; closed: boolean }[] = [];
  online = true;
  signedIn: boolean | null = true;
  open(on: Parameters<World<string>["open"]>[0]) {
    const wire = { said: [] as object[], on, closed: false };
    this.wires.push(wire);
    return { send: (text: string) => void wire.said.push(JSON.parse(text)), close: () => void (wire.closed = true) };
  }
  isOnline = () => this.online;
  later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  random = () => 0.5;
  isSignedIn = async () => this.signedIn;
  get wire() {
    return this.wires.at(-1)!;
  }
  tell = (message: object) => this.wire.on.message(JSON.stringify(message));
  news = (seq: number, ref = "INC-1") => this.tell({ ref, seq, type: "timeline.added", row: null });
}

let net: Fake;
let connection: Connection;
let heard: RoomMessage[];
const seqs = () => heard.flatMap((message) => ("row" in message ? message.seq : []));
const asked = (after: number) => ({ subscribe: "INC-1", after });

beforeEach(() => {
  vi.useFakeTimers();
  net = new Fake();
  connection = new Connection(net);
  heard = [];
});
async function join(after = 5) {
  const leave = connection.subscribe("INC-1", after, (message) => heard.push(message));
  await vi.advanceTimersByTimeAsync(0);
  net.wire.on.open();
  return leave;
}

test("one socket for all hooks, closed a while after the last one left", async () => {
  const leave = await join();
  const leaveToo = connection.subscribe("INC-1", 5, () => undefined);
  const leaveInbox = connection.watchInbox(() => undefined);
  expect(net.wires).toHaveLength(1);
  expect(net.wire.said).toEqual([asked(5), { subscribe: "inbox" }]);
  leave();
  expect(net.wire.said).not.toContainEqual({ unsubscribe: "INC-1" });
  leaveToo();
  leaveInbox();
  expect(net.wire.said.slice(2)).toEqual([{ unsubscribe: "INC-1" }, { unsubscribe: "inbox" }]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(net.wire.closed).toBe(true);
  expect(net.wires).toHaveLength(1);
});

test("a cut goes on where it broke off, says so, and comes back with growing patience", async () => {
  await join();
  net.news(6);
  net.news(7);
  expect(connection.state).toBe("live");
  net.wire.on.close(1006);
  expect(connection.state).toBe("reconnecting");
  const waits: number[] = [];
  for (let n = 0; n < 8; n++) {
    const before = Date.now();
    while (net.wires.length === n + 1) await vi.advanceTimersByTimeAsync(50);
    waits.push(Date.now() - before);
    net.wire.on.close(1006);
  }
  expect(connection.state).toBe("offline");
  expect(waits[0]).toBeLessThan(500);
  expect(waits.at(-1)).toBeGreaterThan(10_000);
  expect(waits.at(-1)).toBeLessThanOrEqual(15_100);
  while (net.wires.length === 9) await vi.advanceTimersByTimeAsync(50);
  net.wire.on.open();
  expect(net.wire.said[0]).toEqual(asked(7));
  expect(connection.state).toBe("live");
});

test("a gap is told at once and asked for", async () => {
  await join();
  net.news(8);
  expect(seqs()).toEqual([8]);
  await vi.advanceTimersByTimeAsync(400);
  expect(net.wire.said.at(-1)).toEqual(asked(5));
  for (const seq of [6, 7, 8]) net.news(seq);
  expect(seqs()).toEqual([8, 6, 7]);
  net.wire.on.close(1006);
  await vi.advanceTimersByTimeAsync(400);
  net.wire.on.open();
  expect(net.wire.said[0]).toEqual(asked(8));
});

test("whatever comes in whatever order, each number is told once, and nothing that is missing is taken for had", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 4, max: 20 }), { maxLength: 40 }), async (numbers) => {
      net = new Fake();
      connection = new Connection(net);
      heard = [];
      await join(5);
      for (const seq of numbers) net.news(seq);
      const expected = [...new Set(numbers.filter((seq) => seq > 5))];
      expect(seqs()).toEqual(expected);
      net.wire.on.close(1006);
      await vi.advanceTimersByTimeAsync(1000);
      net.wire.on.open();
      let last = 5;
      while (expected.includes(last + 1)) last++;
      expect(net.wire.said[0]).toEqual(asked(last));
    }),
  );
});

test("numbers without events do not stay a gap: the server says up to where nothing is missing", async () => {
  await join();
  net.news(9);
  await vi.advanceTimersByTimeAsync(400);
  net.tell({ ref: "INC-1", type: "caught_up", seq: 9 });
  const said = net.wire.said.length;
  await vi.advanceTimersByTimeAsync(1000);
  net.news(10);
  await vi.advanceTimersByTimeAsync(1000);
  expect(net.wire.said).toHaveLength(said);
});

test("a silent network is noticed, sooner when somebody looks", async () => {
  await join();
  await vi.advanceTimersByTimeAsync(26_000);
  expect(net.wire.said.at(-1)).toEqual({ ping: true });
  net.tell({ type: "pong" });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(net.wires).toHaveLength(1);
  connection.wake();
  await vi.advanceTimersByTimeAsync(2600);
  expect(net.wires[0]!.closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(net.wires).toHaveLength(2);
});

test("offline is said at once, and the way back is tried as soon as the browser has a network", async () => {
  await join();
  net.online = false;
  net.signedIn = null;
  connection.sleep();
  expect(connection.state).toBe("offline");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(net.wires).toHaveLength(1);
  net.online = true;
  net.signedIn = true;
  connection.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(net.wires).toHaveLength(2);
  net.wire.on.open();
  expect(connection.state).toBe("live");
});

test("a browser that wrongly believes to have no network connects all the same", async () => {
  net.online = false;
  await join();
  expect(net.wires).toHaveLength(1);
  expect(connection.state).toBe("live");
});

test("an ended session stops the trying and is told once; signing in goes on", async () => {
  const out = vi.fn();
  connection.onSignedOut = out;
  await join();
  net.signedIn = false;
  net.wire.on.close(4401);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(out).toHaveBeenCalledTimes(1);
  expect(net.wires).toHaveLength(1);
  net.signedIn = true;
  connection.signedIn();
  await vi.advanceTimersByTimeAsync(0);
  net.wire.on.open();
  expect(net.wire.said[0]).toEqual(asked(5));
});

test("a handshake that is refused again and again is looked into", async () => {
  const out = vi.fn();
  connection.onSignedOut = out;
  connection.subscribe("INC-1", 5, () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  net.signedIn = false;
  net.wire.on.close(1006);
  await vi.advanceTimersByTimeAsync(1000);
  net.wire.on.close(1006);
  await vi.advanceTimersByTimeAsync(1000);
  expect(out).toHaveBeenCalledTimes(1);
});

test("a hook that only listens waits for the one that knows from where, whichever comes first", async () => {
  const presence = vi.fn();
  connection.subscribe("INC-1", null, presence);
  connection.here("INC-1");
  await vi.advanceTimersByTimeAsync(0);
  net.wire.on.open();
  expect(net.wire.said).toEqual([]);
  connection.subscribe("INC-1", 5, (message) => heard.push(message));
  expect(net.wire.said).toEqual([asked(5), { here: "INC-1" }]);
});
