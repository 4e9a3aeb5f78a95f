import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "../../lib/env";
import { GET } from "./route";

const ask = (authorization?: string) => GET(new Request("http://localhost/metrics", { headers: authorization ? { authorization } : {} }));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

test("there is nothing here without METRICS_TOKEN, nor with a wrong one", async () => {
  expect((await ask("Bearer anything at all")).status).toBe(404);
  vi.stubEnv("METRICS_TOKEN", "a long secret");
  forgetEnv();
  expect((await ask()).status).toBe(404);
  expect((await ask("Bearer another")).status).toBe(404);
  const answer = await ask("Bearer a long secret");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("process_cpu_seconds_total");
});
