import { describe, expect, it } from "vitest";
import { openApi } from "./openapi";
import type { Method, Resource } from "./route";
import type { Json } from "./schemas";

const modules = import.meta.glob<{ resource?: Resource }>("../../app/api/v1/**/route.ts", { eager: true });
const resources = Object.values(modules).flatMap(({ resource }) => (resource ? [resource] : []));
const document = openApi(resources);
const operations = resources.flatMap((resource) =>
  Object.entries(resource.routes).map(([method, of]) => ({
    name: `${method} ${resource.path}`,
    of,
    operation: document.paths[resource.path]![(method as Method).toLowerCase()]!,
  })),
);

const refsIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => (key === "$ref" && typeof inner === "string" ? [inner] : refsIn(inner)));

describe("the OpenAPI document", () => {
  it("names every method of every path once", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(10);
  });

  it("refers only to what is in it", () => {
    for (const ref of refsIn(document)) {
      const found = ref
        .replace(/^#\//, "")
        .split("/")
        .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
      expect(found, ref).toBeDefined();
    }
  });

  it("declares each parameter of a path, and no body schema as unknown", () => {
    for (const { name, operation } of operations) {
      const inPath = (operation.parameters as Json[]).filter((parameter) => parameter.in === "path").map((parameter) => `{${parameter.name}}`);
      expect(inPath, name).toEqual(name.match(/\{\w+\}/g) ?? []);
    }
    expect(JSON.stringify(document.components.schemas)).not.toContain('"$id"');
  });

  it("brings an example that the route's own schema takes", () => {
    for (const { name, of, operation } of operations) {
      if (!of.body) continue;
      const content = (operation.requestBody as Json).content as { "application/json": { example: unknown } };
      const parsed = of.body.safeParse(content["application/json"].example);
      expect(parsed.error?.issues, `${name} ${JSON.stringify(content["application/json"].example)}`).toBeUndefined();
    }
  });

  it("says what a query takes as its callers write it", () => {
    const parameters = document.paths["/services"]!.get!.parameters as { name: string; schema: Json }[];
    expect(parameters.find(({ name }) => name === "limit")!.schema).toEqual({ type: "integer", minimum: 1, maximum: 100 });
  });
});
