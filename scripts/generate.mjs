// node scripts/generate.mjs: Prisma's client into lib/generated/prisma, made again when the schema or the packages changed.
import { generate } from "./lib/generate.mjs";

await generate();
