import { prisma } from "../../../client";

export async function GET(request) {
  const number = Number(new URL(request.url).searchParams.get("number"));
  return Response.json(await prisma.incident.findUnique({ where: { number } }));
}
