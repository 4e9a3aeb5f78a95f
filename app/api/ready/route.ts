import { env } from "@/lib/env";
import { readiness } from "@/lib/setup/queries";

export const dynamic = "force-dynamic";

export async function GET() {
  const state = await readiness(env());
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "cache-control": "no-store", ...(state.ready ? {} : { "retry-after": "2" }) } });
}
