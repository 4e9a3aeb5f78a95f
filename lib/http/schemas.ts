import { z } from "zod";
import * as actions from "../actions/schema";
import * as audit from "../audit/schema";
import * as calls from "../calls/schema";
import * as changes from "../changes/schema";
import * as exposed from "../exposed/schema";
import * as factors from "../factors/schema";
import * as held from "../held/schema";
import * as inbox from "../inbox/schema";
import * as incidents from "../incidents/schema";
import * as invitations from "../invitations/schema";
import * as language from "../language/schema";
import * as nets from "../nets/schema";
import * as resets from "../password-resets/schema";
import * as people from "../people/schema";
import { RefDto } from "../scalars";
import * as search from "../search/schema";
import * as services from "../services/schema";
import * as sessions from "../sessions/schema";
import * as suggestions from "../suggestions/schema";
import * as tags from "../tags/schema";
import * as teams from "../teams/schema";
import * as timeline from "../timeline/schema";
import * as tokens from "../tokens/schema";
import type { Resource } from "./route";

/** zod to JSON Schema, each schema under the name by which its room exports it. */
export type Json = { [key: string]: unknown };

const ROOMS = {
  Ref: RefDto,
  ...actions,
  ...audit,
  ...calls,
  ...changes,
  ...exposed,
  ...factors,
  ...held,
  ...inbox,
  ...incidents,
  ...invitations,
  ...language,
  ...nets,
  ...people,
  ...resets,
  ...search,
  ...services,
  ...sessions,
  ...suggestions,
  ...tags,
  ...teams,
  ...timeline,
  ...tokens,
};
const REF = "#/components/schemas/";

/** What a JSON Schema says worse than zod does: comma lists, numbers in a query, patterns that only repeat a format. */
function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  const json = jsonSchema as Json;
  if (json.format) delete json.pattern;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  const out = zodSchema._zod.def.type === "pipe" ? (zodSchema._zod.def as z.core.$ZodPipeDef).out : null;
  if (out instanceof z.ZodArray && json.type === "string") {
    const words = out.element instanceof z.ZodEnum ? (out.element.options as string[]) : null;
    json.description = words
      ? `One or more of ${words.join(", ")}, with commas between`
      : `${out.element instanceof z.ZodUUID ? "Ids" : "Labels"}, with commas between`;
  }
  if (out instanceof z.ZodNumber && json.type === "string") {
    for (const key of ["pattern", "minLength", "maxLength"]) delete json[key];
    Object.assign(
      json,
      { type: "integer" },
      out.minValue! > Number.MIN_SAFE_INTEGER ? { minimum: out.minValue } : {},
      out.maxValue! < Number.MAX_SAFE_INTEGER ? { maximum: out.maxValue } : {},
    );
  }
  for (const [name, property] of Object.entries((json.properties as Record<string, Json> | undefined) ?? {})) {
    if (/(?:At|since)$/.test(name) && [property.type].flat().includes("string")) property.format ??= "date-time";
  }
}

/** Every schema that the routes name, as input and as output. `components()` answers those that are still referred to. */
export function schemasOf(resources: readonly Resource[], more: Record<string, z.ZodType> = {}) {
  const registry = z.registry<{ id: string }>();
  const names = new Map<z.ZodType, string>();
  const add = (schema: z.ZodType, id: string) => {
    if (names.has(schema)) return;
    names.set(schema, id);
    registry.add(schema, { id });
  };
  for (const [name, schema] of Object.entries({ ...ROOMS, ...more })) if (schema instanceof z.ZodType) add(schema, name);
  const routes = resources.flatMap((resource) => Object.values(resource.routes));
  for (const [at, of] of routes.entries()) for (const [part, schema] of [of.body, of.query, of.answer].entries()) if (schema) add(schema, `_${at}.${part}`);

  const made = (io: "input" | "output") =>
    z.toJSONSchema(registry, { io, unrepresentable: "any", uri: (id) => `${REF}${id}`, override: override as never }).schemas as unknown as Record<
      string,
      Json
    >;
  const all = { input: made("input"), output: made("output") };
  for (const io of ["input", "output"] as const) for (const schema of Object.values(all[io])) for (const key of ["$schema", "$id"]) delete schema[key];

  const asked = new Map<string, "input" | "output">();
  const use =
    (io: "input" | "output") =>
    (schema: z.ZodType): Json => {
      const name = names.get(schema)!;
      if (!name.startsWith("_")) return note(name, io);
      note(name, io);
      return all[io][name]!;
    };
  const note = (name: string, io: "input" | "output"): Json => {
    if (!asked.has(name)) {
      asked.set(name, io);
      for (const inner of refsIn(all[io][name])) note(inner, io);
    }
    return { $ref: `${REF}${name}` };
  };
  return {
    input: use("input"),
    /** A query is told field by field: its own name is of no use. */
    query(schema: z.ZodType): Json {
      const json = all.input[names.get(schema)!]!;
      for (const inner of refsIn(json)) note(inner, "input");
      return json;
    },
    output: use("output"),
    resolve: (schema: Json): Json => {
      const name = nameIn(schema);
      return name ? all[asked.get(name) ?? "output"][name]! : schema;
    },
    components(): Record<string, Json> {
      for (const name of Object.keys(more)) note(name, "output");
      return Object.fromEntries(
        [...asked]
          .filter(([name]) => !name.startsWith("_"))
          .sort()
          .map(([name, io]) => [name, all[io][name]!]),
      );
    },
  };
}

export const nameIn = (schema: Json): string | null => (typeof schema.$ref === "string" && schema.$ref.startsWith(REF) ? schema.$ref.slice(REF.length) : null);

function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const name = nameIn(value as Json);
  return [...(name ? [name] : []), ...Object.values(value).flatMap(refsIn)];
}
