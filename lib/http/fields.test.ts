import { describe, expect, it } from "vitest";
import { fieldsOf, shapesOf } from "./fields";

const ref = { $ref: "#/components/schemas/Person" };

describe("a schema in words", () => {
  it.each([
    ["text", { type: "string" }, "text"],
    ["a time that may be missing", { type: ["string", "null"], format: "date-time" }, "time or null"],
    ["an id or null", { anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] }, "id or null"],
    ["a named shape", ref, "Person"],
    ["a list of shapes", { type: "array", items: ref }, "Person[]"],
    ["words", { type: "string", enum: ["a", "b"] }, "a | b"],
    ["a list of words", { type: "array", items: { type: "string", enum: ["a", "b"] } }, "(a | b)[]"],
    ["yes or no", { type: "boolean" }, "true or false"],
    ["anything", {}, "anything"],
  ])("%s", (_, property, type) => {
    expect(fieldsOf({ properties: { x: property } })[0]!.type).toBe(type);
  });

  it("says what is required, its limits, and what an inner object holds", () => {
    const [limit, team] = fieldsOf({
      required: ["team"],
      properties: { limit: { type: "integer", minimum: 1, maximum: 100 }, team: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } },
    });
    expect(limit).toMatchObject({ required: false, note: "1 to 100" });
    expect(team).toMatchObject({ required: true, fields: [{ name: "id", type: "text" }] });
  });

  it("names alternatives by the word that tells them apart", () => {
    const shapes = shapesOf({
      oneOf: [
        { properties: { kind: { const: "status" } } },
        { properties: { kind: { enum: ["note", "alert"] } } },
        { properties: { email: { type: "string" } } },
      ],
    });
    expect(shapes.map((shape) => shape.label)).toEqual(["kind: status", "kind: note | alert", "email"]);
  });
});
