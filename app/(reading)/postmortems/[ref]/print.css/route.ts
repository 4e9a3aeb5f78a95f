import { pageCtxOrNull } from "@/lib/auth/page";
import { runningHead } from "@/lib/exports/rules";
import { findVersion } from "@/lib/versions/queries";

/** What stands above and below each printed page, with the title: a stylesheet, since a page that the app leads to keeps the policy of the one before. */
export async function GET(request: Request, { params }: { params: Promise<{ ref: string }> }): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("version") ?? "";
  const n = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
  const ctx = await pageCtxOrNull();
  const version = ctx ? await findVersion(ctx, (await params).ref, n).catch(() => null) : null;
  const headers = { "content-type": "text/css; charset=utf-8", "cache-control": "private, no-cache" };
  return version ? new Response(runningHead(version), { headers }) : new Response("", { status: 404, headers });
}
