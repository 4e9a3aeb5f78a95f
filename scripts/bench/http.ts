import autocannon from "autocannon";
import { KINDS, kindOf, type Query } from "./kinds";
import { atLeast, atMost, percentile } from "./report";
import { sentence } from "../history/words";
import { Chance } from "../history/random";
import type { World } from "./world";

/** The server as a browser and a script reach it, beside bare Next in the same run, each for some seconds at 1, 8 and 32 callers. */
const CALLERS = [1, 8, 32];
const SECONDS = 2;
const ROUNDS = 3;

interface Place {
  name: string;
  path(nth: number): string;
  method?: string;
  body?(nth: number): object;
  page?: boolean;
}

export async function benchHttp(ours: string, bare: string, world: World): Promise<void> {
  const chance = new Chance(5);
  const number = (nth: number) => world.numbers[nth % world.numbers.length]!;
  const one: Place = { name: "bare handler with one Prisma query", path: (nth) => `/api/one?number=${number(nth)}` };
  const list: Place = { name: "bare handler with one Prisma query of 25 rows", path: () => "/api/list" };
  const page: Place = { name: "bare page", path: () => "/" };
  const reads = "Reads, in requests a second";
  const writes = "Writes, in requests a second";
  const places: { part: string; place: Place; beside: Place; limit: number }[] = [
    {
      part: writes,
      place: {
        name: "declare",
        method: "POST",
        path: () => "/api/v1/incidents",
        body: () => ({ title: sentence(chance, 4, 9).slice(0, 180), severity: "SEV3" }),
      },
      beside: one,
      limit: 0.3,
    },
    {
      part: writes,
      place: {
        name: "add an entry",
        method: "POST",
        path: (nth) => `/api/v1/incidents/INC-${number(nth)}/timeline`,
        body: () => ({ kind: "note", body: sentence(chance, 8, 25) }),
      },
      beside: one,
      limit: 0.3,
    },
    { part: reads, place: { name: "room as JSON", path: (nth) => `/api/v1/incidents/INC-${number(nth)}` }, beside: one, limit: 0.5 },
    { part: reads, place: { name: "list as JSON", path: () => "/api/v1/incidents" }, beside: list, limit: 0.5 },
    { part: reads, place: { name: "room as page", path: (nth) => `/incidents/INC-${number(nth)}`, page: true }, beside: page, limit: 0.5 },
    { part: reads, place: { name: "list as page", path: () => "/incidents", page: true }, beside: page, limit: 0.5 },
  ];
  for (const callers of CALLERS) {
    for (const { part, place, beside, limit } of places) {
      const mine = { answers: 0, slow: 0 };
      let base = 0;
      await fire(ours, place, callers, 1, world);
      // They take turns, so that whatever else the machine does meets both.
      for (let round = 0; round < ROUNDS; round++) {
        base += (await fire(bare, beside, callers, SECONDS, world)).answers;
        const { answers, slow } = await fire(ours, place, callers, SECONDS, world);
        mine.answers += answers;
        mine.slow = Math.max(mine.slow, slow);
      }
      const rate = (answers: number) => (answers / ROUNDS / SECONDS).toFixed(0);
      const what = `${place.name}, ${callers} ${callers === 1 ? "caller" : "callers"}`;
      atLeast(part, what, mine.answers / base, limit, "×", `${rate(mine.answers)}/s (p97.5 ${mine.slow.toFixed(0)} ms), ${beside.name} ${rate(base)}/s`);
    }
  }
}

async function fire(url: string, place: Place, callers: number, seconds: number, world: World): Promise<{ answers: number; slow: number }> {
  let nth = 0;
  const identity: Record<string, string> = place.page ? { cookie: world.cookies[0]! } : { authorization: `Bearer ${world.token}` };
  const result = await autocannon({
    url,
    connections: callers,
    duration: seconds,
    headers: { ...identity, ...(place.body ? { "content-type": "application/json" } : {}) },
    timeout: 30,
    requests: [
      {
        method: place.method ?? "GET",
        setupRequest: (request) => {
          nth++;
          return { ...request, path: place.path(nth), ...(place.body ? { body: JSON.stringify(place.body(nth)) } : {}) };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0 || result["2xx"] === 0)
    throw new Error(`${place.name} at ${url}: ${result["2xx"]} answers, ${result.non2xx} refusals, ${result.errors} errors`);
  return { answers: result["2xx"], slow: result.latency.p97_5 };
}

/** One caller alone, each kind of question forty times. */
export async function benchSearchHttp(ours: string, world: World): Promise<void> {
  const part = "Lists and searches over HTTP, p95 of one caller alone";
  const get = async (path: string, query: Query) => {
    const from = performance.now();
    const response = await fetch(`${ours}/api/v1${path}?${new URLSearchParams(query)}`, { headers: { authorization: `Bearer ${world.token}` } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} ${JSON.stringify(query)}: ${response.status}`);
    return performance.now() - from;
  };
  const measure = async (name: string, path: string, query: (nth: number) => Query) => {
    const times: number[] = [];
    for (let nth = -5; nth < 40; nth++) {
      const time = await get(path, query(nth));
      if (nth >= 0) times.push(time);
    }
    atMost(part, name, percentile(times, 0.95), 50, "ms", `median ${percentile(times, 0.5).toFixed(1)} ms`);
  };
  for (const kind of KINDS) await measure(kind.name, "/incidents", kind.query);
  await measure("facets of everything", "/incidents/facets", () => ({}));
  await measure("facets of a common word", "/incidents/facets", kindOf("common word").query);
  await measure("facets of a rare word", "/incidents/facets", kindOf("rare word").query);
  await measure("incidents like a title, while typing", "/incidents/open-like", (nth) => {
    const title = `${kindOf("a rare and a common word").query(nth).q} ${kindOf("rare word").query(nth).q}`;
    return { title: title.slice(0, 6 + (nth % title.length)) };
  });
  await measure("everything (palette), common word", "/search", kindOf("common word").query);
  await measure("everything (palette), rare word", "/search", kindOf("rare word").query);
}
