import { type Json, nameIn } from "./schemas";

/** A JSON Schema as people read it: fields with a type in words. */
export interface Field {
  name: string;
  /** "text", "time", "Person", "id[]", "a | b | c". */
  type: string;
  /** The shape that the type names, where it names one. */
  shape: string | null;
  required: boolean;
  note: string;
  /** Of an object that has no name of its own. */
  fields: Field[];
}

export interface Shape {
  /** What tells one alternative from the others; empty where there is one. */
  label: string;
  fields: Field[];
}

const list = (json: Json, key: "anyOf" | "oneOf") => (json[key] as Json[] | undefined) ?? [];
const alternatives = (json: Json) => [...list(json, "anyOf"), ...list(json, "oneOf")];
const isNull = (json: Json) => json.type === "null";

/** The alternatives of a body, or the one shape that it has. */
export function shapesOf(json: Json): Shape[] {
  const given = alternatives(json).filter((one) => one.properties);
  if (given.length === 0) return [{ label: "", fields: fieldsOf(json) }];
  return given.map((one) => ({ label: labelOf(one), fields: fieldsOf(one) }));
}

function labelOf(json: Json): string {
  for (const [name, property] of Object.entries(json.properties as Record<string, Json>)) {
    const words = property.const !== undefined ? [property.const] : (property.enum as unknown[] | undefined);
    if (words) return `${name}: ${words.join(" | ")}`;
  }
  return Object.keys(json.properties as Json).join(", ");
}

export function fieldsOf(json: Json): Field[] {
  const required = (json.required ?? []) as string[];
  return Object.entries((json.properties ?? {}) as Record<string, Json>).map(([name, property]) => {
    const { type, shape, inner } = read(property);
    return { name, type, shape, required: required.includes(name), note: noteOf(property), fields: inner ? fieldsOf(inner) : [] };
  });
}

interface Read {
  type: string;
  shape: string | null;
  inner: Json | null;
}

function read(json: Json): Read {
  const shape = nameIn(json);
  if (shape) return { type: shape, shape, inner: null };
  const given = alternatives(json);
  if (given.length) {
    const parts = given.filter((one) => !isNull(one)).map(read);
    const orNull = given.some(isNull) ? " or null" : "";
    return {
      type: [...new Set(parts.map((part) => part.type))].join(" or ") + orNull,
      shape: parts.find((part) => part.shape)?.shape ?? null,
      inner: parts.find((part) => part.inner)?.inner ?? null,
    };
  }
  const types = [json.type].flat().map(String);
  const orNull = types.includes("null") ? " or null" : "";
  const type = types.find((one) => one !== "null");
  if (json.const !== undefined) return word(JSON.stringify(json.const) + orNull);
  if (Array.isArray(json.enum)) return word(json.enum.join(" | ") + orNull);
  if (type === "array") {
    const item = read((json.items ?? {}) as Json);
    return { ...item, type: `${/[ |]/.test(item.type) ? `(${item.type})` : item.type}[]${orNull}` };
  }
  if (type === "object") return { type: `object${orNull}`, shape: null, inner: json.properties ? json : null };
  if (type === "integer" || type === "number") return word(`number${orNull}`);
  if (type === "boolean") return word(`true or false${orNull}`);
  if (type !== "string") return word("anything");
  const formats: Record<string, string> = { "date-time": "time", uuid: "id", email: "address", binary: "file" };
  return word((formats[String(json.format)] ?? "text") + orNull);
}

const word = (type: string): Read => ({ type, shape: null, inner: null });

/** Limits that someone who writes a request wants to know. */
function noteOf(json: Json): string {
  const parts: string[] = [];
  const one = alternatives(json).find((inner) => !isNull(inner)) ?? json;
  const { minimum, maximum, maxItems } = one;
  const description = json.description ?? one.description;
  if (typeof description === "string") parts.push(description);
  if (minimum !== undefined && maximum !== undefined) parts.push(`${minimum} to ${Number(maximum).toLocaleString("en")}`);
  if (maxItems !== undefined) parts.push(`at most ${Number(maxItems).toLocaleString("en")}`);
  if (json.default !== undefined && json.default !== "") parts.push(`${JSON.stringify(json.default)} where left out`);
  return parts.join("; ");
}
