import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { memoryStore } from "./memory-store";
import { Outbox, type Outside, type UnsentStore } from "./queue";
import type { Answer, Unsent } from "./rules";

/** A server that remembers what it took, by id; and a network that a test breaks. */
class World {
  store: UnsentStore = memoryStore();
  taken: { id: string; text: unknown; at: number }[] = [];
  requests: { id: string; ageMs: number }[] = [];
  /** What happens to the next requests; afterwards all is well. `lost`: the server took it, the answer never came. */
  fates: ("ok" | "lost" | "cut" | "busy" | "refused" | "broken" | "signed_out")[] = [];
  signedIn: string | null | undefined = "ana";
  sent: string[] = [];
  signedOut = 0;
  inFlight = 0;
  most = 0;
  private turn: Promise<unknown> = Promise.resolve();

  tab(page = "page"): Outbox {
    const outside: Outside = {
      store: this.store,
      post: (_path, body) => this.post(body as never),
      alone: (run) => {
        const turn = this.turn.then(run);
        this.turn = turn.catch(() => undefined);
        return turn;
      },
      whoIs: async () => this.signedIn,
      now: () => ({ at: Date.now(), steady: Date.now(), page }),
      later: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      random: () => 0.5,
      changed: () => undefined,
      sent: (item: Unsent) => void this.sent.push(item.id),
      signedOut: () => void this.signedOut++,
    };
    return new Outbox("ana", outside);
  }

  private async post(body: { id: string; body: unknown; ageMs: number }): Promise<Answer> {
    this.most = Math.max(this.most, ++this.inFlight);
    this.requests.push({ id: body.id, ageMs: body.ageMs });
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.inFlight--;
    const fate = this.fates.shift() ?? "ok";
    const refusal = { status: fate === "refused" ? 422 : 500, message: "No", errors: [] };
    if (fate === "refused") return { kind: "refused", refusal };
    if (fate === "broken") return { kind: "broken", refusal };
    if (fate === "signed_out") return { kind: "signed_out" };
    if (fate === "cut" || fate === "busy") return { kind: "not_now", retryAfter: fate === "busy" ? 3 : null };
    if (!this.taken.some(({ id }) => id === body.id)) this.taken.push({ id: body.id, text: body.body, at: Date.now() - body.ageMs });
    return fate === "lost" ? { kind: "not_now", retryAfter: null } : { kind: "sent", row: { id: body.id } };
  }
}

let world: World;
const texts = () => world.taken.map(({ text }) => text);
const write = (tab: Outbox, body: string) => tab.add("INC-1", "/incidents/INC-1/timeline", { kind: "note", body });
const hours = (n: number) => vi.advanceTimersByTimeAsync(n * 3_600_000);

beforeEach(() => {
  vi.useFakeTimers();
  world = new World();
});

test("what is written is kept before it leaves, leaves in order, and is gone from the list when it arrived", async () => {
  const tab = world.tab();
  const kept = [write(tab, "one"), write(tab, "two"), write(tab, "three")];
  expect(tab.items.map(({ body }) => body.body)).toEqual(["one", "two", "three"]);
  expect(world.requests).toEqual([]);
  await Promise.all(kept);
  expect(await world.store.all("ana")).toHaveLength(3);
  await hours(1);
  expect(texts()).toEqual(["one", "two", "three"]);
  expect(world.sent).toHaveLength(3);
  expect(tab.items).toEqual([]);
});

test("a closed tab loses nothing, and the times are those at which it was typed", async () => {
  world.fates = Array(50).fill("cut");
  const tab = world.tab("first");
  const typed: number[] = [];
  for (const body of ["one", "two", "three"]) {
    typed.push(Date.now());
    await write(tab, body);
    await vi.advanceTimersByTimeAsync(7000);
  }
  tab.stop();
  await hours(60);
  world.fates = [];
  const next = world.tab("second");
  await next.load();
  expect(next.items).toHaveLength(3);
  next.wake();
  await vi.advanceTimersByTimeAsync(1000);
  expect(texts()).toEqual(["one", "two", "three"]);
  for (const [n, { at }] of world.taken.entries()) expect(Math.abs(at - typed[n]!)).toBeLessThan(100);
});

test("any luck, any number of tabs that open, close and crash: everything arrives once and in order", async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), tab: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("crash" as const, "wake" as const), tab: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("pass" as const), tab: fc.nat(3000) }) },
  );
  const fate = fc.constantFrom("ok" as const, "lost" as const, "cut" as const, "busy" as const);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(fate, { maxLength: 30 }), async (steps, fates) => {
      world = new World();
      world.fates = fates;
      const tabs = [world.tab(), world.tab(), world.tab()];
      let n = 0;
      for (const { do: what, tab } of steps) {
        if (what === "pass") await vi.advanceTimersByTimeAsync(tab);
        else if (what === "write") await write(tabs[tab]!, String(n++));
        else if (what === "wake") tabs[tab]!.wake();
        else {
          tabs[tab]!.stop();
          tabs[tab] = world.tab();
          tabs[tab]!.wake();
        }
      }
      tabs[0]!.wake();
      await hours(1);
      expect(texts()).toEqual(Array.from({ length: n }, (_, at) => String(at)));
      expect(world.most).toBeLessThanOrEqual(1);
      expect(await world.store.all("ana")).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("a wait that the server names is kept, and being woken does not need it", async () => {
  world.fates = ["busy"];
  const tab = world.tab();
  await write(tab, "one");
  await vi.advanceTimersByTimeAsync(2900);
  expect(world.requests).toHaveLength(1);
  expect(tab.isFlowing).toBe(false);
  tab.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(texts()).toEqual(["one"]);
  expect(tab.isFlowing).toBe(true);
});

test("a refusal keeps the words with its reason and lets the next ones pass; they can be changed and sent, or thrown away", async () => {
  world.fates = ["refused", "ok", "refused"];
  const tab = world.tab();
  await Promise.all(["odd", "fine", "odder"].map((body) => write(tab, body)));
  await hours(1);
  expect(texts()).toEqual(["fine"]);
  expect(tab.items).toMatchObject([{ body: { body: "odd" }, refused: { status: 422, message: "No" } }, { body: { body: "odder" } }]);
  await tab.resend(tab.items[0]!.id, { kind: "note", body: "better" });
  await hours(1);
  await tab.discard(tab.items[0]!.id);
  expect(texts()).toEqual(["fine", "better"]);
  expect(await world.store.all("ana")).toEqual([]);
});

test("a server that fails at one entry for ever does not hold up the others", async () => {
  world.fates = Array(5).fill("broken");
  const tab = world.tab();
  await Promise.all(["one", "two"].map((body) => write(tab, body)));
  await hours(1);
  expect(texts()).toEqual(["two"]);
  expect(tab.items).toMatchObject([{ body: { body: "one" }, refused: { status: 500 } }]);
});

test("signed out: it is kept, asked once, and sent when the same person is back; never in another's name", async () => {
  world.fates = ["signed_out"];
  const tab = world.tab();
  await write(tab, "one");
  await hours(1);
  expect(world.signedOut).toBe(1);
  world.signedIn = "ben";
  tab.wake(true);
  await hours(1);
  expect(texts()).toEqual([]);
  world.signedIn = undefined;
  tab.wake(true);
  await vi.advanceTimersByTimeAsync(100);
  world.signedIn = "ana";
  await hours(1);
  expect(texts()).toEqual(["one"]);
});
