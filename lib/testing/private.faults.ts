import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/v1/incidents/[ref]/route";
import { GET as TIMELINE } from "@/app/api/v1/incidents/[ref]/timeline/route";
import { GET as LIST } from "@/app/api/v1/incidents/route";
import { GET as SEARCH } from "@/app/api/v1/search/route";
import { declareIncident } from "../incidents/mutations";
import { foldSearch } from "../search/fold";
import { addTimelineBatch } from "../timeline/mutations";
import { ctxOf } from "./ctx";
import { makePerson, makeSession, unique } from "./factories";

/** How long an answer takes tells nobody whether a private incident is there: medians of interleaved requests lie within what requests differ by anyhow. */

const TIMES = 200;
const WARM = 20;
const ABSENT = "INC-999999";
let cookie: string;
let ref: string;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

beforeAll(async () => {
  const lead = ctxOf(await makePerson());
  const word = unique("numbat").replaceAll(" ", "");
  for (let n = 0; n < 20; n++) await declareIncident(lead, { title: `Checkout ${n} is slow` });
  ({ ref } = await declareIncident(lead, { title: `${word} is slow`, summary: word, visibility: "private" }));
  await addTimelineBatch(lead, ref, { entries: Array.from({ length: 300 }, (_, n) => ({ kind: "note" as const, body: `${word} ${n}` })) });
  await foldSearch();
  cookie = await makeSession(await makePerson());
});

async function timed(handler: Handler, path: string, params: Record<string, string>): Promise<number> {
  const request = new Request(`http://candor.example/api/v1${path}`, { headers: { cookie, host: "candor.example" } });
  const began = performance.now();
  const response = await handler(request, { params: Promise.resolve(params) });
  await response.text();
  return performance.now() - began;
}

const quantile = (sorted: number[], at: number) => sorted[Math.floor((sorted.length - 1) * at)]!;
const spread = (sorted: number[]) => quantile(sorted, 0.75) - quantile(sorted, 0.25);

const ASKED: [string, (named: boolean) => Promise<number>][] = [
  ["the incident", (named) => timed(GET, `/incidents/${named ? ref : ABSENT}`, { ref: named ? ref : ABSENT })],
  ["its timeline", (named) => timed(TIMELINE, `/incidents/${named ? ref : ABSENT}/timeline`, { ref: named ? ref : ABSENT })],
  ["a list by its ref", (named) => timed(LIST, `/incidents?q=${named ? ref : ABSENT}`, {})],
  ["a search by its ref", (named) => timed(SEARCH, `/search?q=${named ? ref : ABSENT}`, {})],
];

it.each(ASKED)("%s takes as long as nothing", async (_, ask) => {
  const took: Record<"private" | "absent", number[]> = { private: [], absent: [] };
  for (let n = -WARM; n < TIMES; n++) {
    // Either comes first as often as the other.
    for (const named of n % 2 ? [true, false] : [false, true]) {
      const ms = await ask(named);
      if (n >= 0) took[named ? "private" : "absent"].push(ms);
    }
  }
  const [hidden, absent] = [took.private.sort((a, b) => a - b), took.absent.sort((a, b) => a - b)];
  const apart = Math.abs(quantile(hidden, 0.5) - quantile(absent, 0.5));
  console.log(`private ${quantile(hidden, 0.5).toFixed(2)} ms, absent ${quantile(absent, 0.5).toFixed(2)} ms, interquartile ${spread(absent).toFixed(2)} ms`);
  expect(apart).toBeLessThan(Math.min(spread(hidden), spread(absent)));
});
