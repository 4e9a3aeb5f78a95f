import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { metrics } from "@/lib/http/metrics";

export const dynamic = "force-dynamic";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** For Prometheus, with `Authorization: Bearer METRICS_TOKEN`. Without a token set, or with a wrong one, there is nothing here. */
export async function GET(request: Request) {
  const { METRICS_TOKEN } = env();
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!METRICS_TOKEN || !given || !timingSafeEqual(digest(given), digest(METRICS_TOKEN))) return new Response("Not found\n", { status: 404 });
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType, "cache-control": "no-store" } });
}
