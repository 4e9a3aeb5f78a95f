import { afterEach, expect, test, vi } from "vitest";
import { onRequestError } from "./instrumentation";
import { log } from "./lib/log";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("a page that failed is told, without the address that was asked for", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  const told = vi.spyOn(log, "error").mockReturnValue();
  const request = { path: "/invite/the-secret", method: "GET", headers: { cookie: "the-secret" } };
  const context = { routerKind: "App Router", routePath: "/invite/[token]", routeType: "render", renderSource: "react-server-components" } as const;
  await onRequestError(new Error("it broke"), request, { ...context, revalidateReason: undefined });
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ err: expect.any(Error), route: "/invite/[token]" }), "a page failed");
  expect(JSON.stringify(told.mock.calls)).not.toContain("the-secret");
});
