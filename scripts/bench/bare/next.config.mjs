import { fileURLToPath } from "node:url";

// The yardstick of `npm run bench`: what Next and Prisma do with nothing of Candor in between. It is in no build of Candor.
/** @type {import("next").NextConfig} */
const config = {
  distDir: "../../../.candor/bench-bare",
  turbopack: { root: fileURLToPath(new URL("../../../", import.meta.url)) },
  poweredByHeader: false,
  serverExternalPackages: ["@prisma/adapter-pg", "@prisma/client", "pg"],
};

export default config;
