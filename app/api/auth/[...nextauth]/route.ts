import { answerAuth } from "@/lib/auth/next-auth";
import { assertFromHere } from "@/lib/http/csrf";
import { readForm } from "@/lib/http/form";
import { assertRate } from "@/lib/http/limits";
import { problem } from "@/lib/http/problem";
import { newId } from "@/lib/ids";

async function answer(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  try {
    if (request.method === "POST") assertFromHere(request);
    await assertRate(request, null, request.method);
    const body = request.method === "POST" ? await readForm(request) : {};
    return await answerAuth(request, (await params).nextauth, body);
  } catch (error) {
    return problem(error, newId());
  }
}

export const GET = answer;
export const POST = answer;
