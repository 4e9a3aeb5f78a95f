import { describe, expect, it } from "vitest";
import { METHODS, type Resource } from "@/lib/http/route";
import { resources } from "./routes";

/** Read from the folders, so that a route that was forgotten in the list is found out. */
const modules = import.meta.glob<{ resource?: Resource }>("./**/route.ts", { eager: true });
const APART = ["./[[...unknown]]/route.ts", "./openapi.json/route.ts"];

describe("the list of routes", () => {
  it("names every address that exists", () => {
    const listed = new Set(resources);
    const missing = Object.entries(modules).filter(([file, { resource }]) => !APART.includes(file) && !(resource && listed.has(resource)));
    expect(missing.map(([file]) => file)).toEqual([]);
    expect(resources.length).toBe(Object.keys(modules).length - APART.length);
  });

  it("agrees with the folders about each path, and answers every method", () => {
    for (const [file, module] of Object.entries(modules)) {
      for (const method of METHODS) expect(module, `${file} ${method}`).toHaveProperty(method);
      if (!module.resource) continue;
      const path = file.replace(/^\.|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, "{$1}");
      expect(module.resource.path).toBe(path);
    }
  });
});
