import { defineConfig } from "prisma/config";

// For Prisma's own command line, where one can download its engine. Candor itself applies migrations with server/migrate.ts.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
