import { prisma } from "../../../client";

export async function GET() {
  return Response.json(await prisma.incident.findMany({ orderBy: [{ declaredAt: "desc" }, { number: "desc" }], take: 25 }));
}
