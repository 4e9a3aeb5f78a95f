import type { Instrumentation } from "next";

/**
 * A page that failed is told in the log; Next is asked to be quiet and says nothing. It is named by its route and not by its address,
 * which may hold the secret of a link. What a handler of the API throws is told by lib/http/problem.ts.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, renderSource }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log");
  log.error({ err: error, route: routePath, source: renderSource }, "a page failed");
};
