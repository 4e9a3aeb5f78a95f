import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { atMost, percentile, seen } from "./report";
import type { World } from "./world";

const VIEWERS = 500;
const ENTRIES = 60;
const PART = "Live";

/** Five hundred windows on one room; from sending an entry to its arrival in each of them. */
export async function benchLive(ours: string, world: World): Promise<void> {
  const ref = `INC-${world.numbers[0]}`;
  const api = (path: string, init: RequestInit = {}) =>
    fetch(`${ours}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${world.token}`, "content-type": "application/json" } });
  const { seq } = (await (await api(`/incidents/${ref}`)).json()) as { seq: number };
  let sentAt = 0;
  let awaited: Buffer | null = null;
  let arrived = 0;
  let all = () => {};
  const times: number[] = [];
  const sockets: WebSocket[] = [];
  const open = (nth: number) =>
    new Promise<void>((ready, fail) => {
      const socket = new WebSocket(`${ours.replace("http", "ws")}/live`, { headers: { cookie: world.cookies[nth % world.cookies.length]!, origin: ours } });
      socket.once("open", () => {
        socket.send(JSON.stringify({ subscribe: ref, after: seq }));
        ready();
      });
      socket.once("error", fail);
      socket.on("message", (bytes: Buffer) => {
        if (!awaited?.length || !bytes.includes(awaited)) return;
        times.push(performance.now() - sentAt);
        if (++arrived === VIEWERS) all();
      });
      sockets.push(socket);
    });
  for (let nth = 0; nth < VIEWERS; nth += 25) await Promise.all(Array.from({ length: 25 }, (_, i) => open(nth + i)));
  await wait(3000);
  const answered: number[] = [];
  for (let nth = -5; nth < ENTRIES; nth++) {
    const words = `live ${nth} ${Math.random().toString(36).slice(2)}`;
    if (nth === 0) times.length = 0;
    arrived = 0;
    awaited = Buffer.from(words);
    const everywhere = new Promise<void>((resolve) => (all = resolve));
    sentAt = performance.now();
    const response = await api(`/incidents/${ref}/timeline`, { method: "POST", body: JSON.stringify({ kind: "note", body: words }) });
    if (response.status !== 201) throw new Error(`An entry was answered with ${response.status}`);
    await response.arrayBuffer();
    if (nth >= 0) answered.push(performance.now() - sentAt);
    await Promise.race([everywhere, wait(5000)]);
    await wait(80);
  }
  for (const socket of sockets) socket.terminate();
  atMost(
    PART,
    `an entry appears in ${VIEWERS} other windows, p95`,
    percentile(times, 0.95),
    50,
    "ms",
    `median ${percentile(times, 0.5).toFixed(1)} ms; its writer is answered after ${percentile(answered, 0.5).toFixed(1)} ms`,
  );
  atMost(PART, "entries that did not arrive", ENTRIES * VIEWERS - times.length, 0, "of 30000");
  seen(PART, "slowest arrival", `${Math.max(...times).toFixed(0)} ms`);
}
