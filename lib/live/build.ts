/** The name of the build that serves: of its folder, which scripts/lib/build.mjs makes anew each time. Null in development. */
export function buildName(): string | null {
  if (process.env.NODE_ENV !== "production") return null;
  return /builds\/([^/]+)/.exec(process.env.CANDOR_BUILD_DIR ?? "")?.[1] ?? "unnamed";
}
