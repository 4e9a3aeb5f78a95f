import { fileURLToPath } from "node:url";

/** Plain JavaScript, since a start would first have to compile anything else. @type {import("next").NextConfig} */
const config = {
  // Every build has a folder of its own (scripts/start.mjs), so that none is overwritten under a running server.
  distDir: process.env.CANDOR_BUILD_DIR || ".next",
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },
  // `npm run verify` checks the types; a start should not wait for them.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Browsers ask for it before they have read which icon a page has.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // These run from node_modules in both bundles, so that the server and the pages share one copy of each.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
    "standardwebhooks",
    "ws",
    "y-protocols",
    "yjs",
  ],
};

export default config;
