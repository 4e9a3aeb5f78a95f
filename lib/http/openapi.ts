import { z } from "zod";
import { STATUS_OF, type ErrorCode } from "../errors";
import { bodyExample } from "./examples";
import { METHODS, type Method, type Resource, type Route } from "./route";
import { type Json, schemasOf } from "./schemas";

/** The OpenAPI 3.1 document of the routes that exist: made from the same zod schemas that check their input. */

const CODES = Object.keys(STATUS_OF) as ErrorCode[];
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(CODES as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() })).optional(),
  current: z.unknown().optional(),
});

/** When each code is answered, for people. */
export const CODE_WORDS: Record<ErrorCode, string> = {
  INVALID: "The body or the query was refused (400 where it could not be read at all); errors names each field",
  UNAUTHENTICATED: "No session and no valid token",
  FORBIDDEN: "You can see it, and may not do this; or a write came from another site",
  NOT_FOUND: "Not there, or not yours to see: the two are never told apart",
  METHOD_NOT_ALLOWED: "The address exists, this method does not; Allow lists those that do",
  CONFLICT: "Someone changed the row since the version in If-Match; current holds it as it stands",
  TOO_LARGE: "The body is over its limit",
  UNSUPPORTED: "Send the content type that the route takes",
  RATE_LIMITED: "600 writes or 3000 reads in a minute; wait for Retry-After seconds",
  INTERNAL: "Our fault; quote the request id",
  UNAVAILABLE: "The database is out of reach right now; wait for Retry-After seconds and send it again",
};

/** The chapters of the document: the last of these that a path names. */
const CHAPTERS: Record<string, string> = {
  incidents: "Incidents",
  timeline: "Timeline",
  attachments: "Timeline",
  roles: "Roles",
  calls: "Calls for help",
  factors: "What combined",
  "safety-nets": "What combined",
  "factor-tags": "What combined",
  changes: "What changed",
  language: "Wording",
  "kept-hints": "Wording",
  inbox: "Inbox",
  search: "Search",
  services: "Services",
  teams: "Teams",
  people: "People",
  me: "You",
  tokens: "You",
  sessions: "You",
  invitations: "Coming and going",
  "password-reset": "Coming and going",
  audit: "Audit log",
};
export const chapterOf = (path: string) => {
  const named = path.split("/").filter((part) => CHAPTERS[part]);
  return CHAPTERS[named.at(-1) ?? ""] ?? "About this API";
};

const operationId = (method: Method, path: string) =>
  method.toLowerCase() +
  path
    .split(/[^a-z0-9{]+/i)
    .filter(Boolean)
    .map((part) => (part.startsWith("{") ? `By${part[1]!.toUpperCase()}${part.slice(2)}` : part[0]!.toUpperCase() + part.slice(1)))
    .join("");

/** The codes that a method can answer, in the order in which they are asked. */
export function codesOf(resource: Resource, method: Method, of: Route): ErrorCode[] {
  const write = method !== "GET";
  const named = resource.path.includes("{");
  const can: Record<ErrorCode, boolean> = {
    INVALID: !!of.body || !!of.query || write,
    UNAUTHENTICATED: !resource.open,
    FORBIDDEN: write || !!of.verb,
    NOT_FOUND: named,
    METHOD_NOT_ALLOWED: false,
    CONFLICT: write && method !== "POST",
    TOO_LARGE: !!of.body || !!of.raw,
    UNSUPPORTED: !!of.body || !!of.raw,
    RATE_LIMITED: true,
    INTERNAL: true,
    UNAVAILABLE: true,
  };
  return CODES.filter((code) => can[code]);
}

const header = (name: string, description: string, schema: Json): Json => ({ name, in: "header", required: false, description, schema });

function parametersOf(resource: Resource, method: Method, query: Json | null): Json[] {
  const inPath = [...resource.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: name === "ref" ? { type: "string", pattern: "^INC-[1-9][0-9]{0,8}$", example: "INC-42" } : { type: "string", format: "uuid" },
  }));
  const required = (query?.required as string[] | undefined) ?? [];
  const inQuery = Object.entries((query?.properties as Record<string, Json> | undefined) ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  const headers = [
    ...(method === "POST" ? [header("Idempotency-Key", "The same key and body again is the same answer, for 7 days", { type: "string", maxLength: 200 })] : []),
    ...(["PUT", "PATCH", "DELETE"].includes(method)
      ? [header("If-Match", "The version that you hold; a stale one is a 409 with the current row", { type: "string", example: '"7"' })]
      : []),
  ];
  return [...inPath, ...inQuery, ...headers];
}

function responsesOf(resource: Resource, method: Method, of: Route, answer: Json | null): Json {
  const status = of.status ?? 200;
  const headers: Json = {
    "X-Request-Id": { schema: { type: "string" } },
    ...(answer && status !== 204 ? { ETag: { description: "The row's version, where it has one", schema: { type: "string" } } } : {}),
    ...(status === 201 ? { Location: { description: "Where it can be read", schema: { type: "string" } } } : {}),
  };
  const done = status === 204 ? "Done" : status === 201 ? "Made" : "As asked";
  return {
    [status]: { description: done, headers, ...(answer ? { content: { "application/json": { schema: answer } } } : {}) },
    ...(of.body ? { 400: { $ref: "#/components/responses/Unreadable" } } : {}),
    ...Object.fromEntries(codesOf(resource, method, of).map((code) => [STATUS_OF[code], { $ref: `#/components/responses/${code}` }])),
  };
}

const problemResponse = (description: string): Json => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

function operation(resource: Resource, method: Method, of: Route, schemas: ReturnType<typeof schemasOf>): Json {
  const body = of.body ? schemas.input(of.body) : null;
  const taken: Json | null = of.body
    ? { "application/json": { schema: body!, example: bodyExample(of.body, schemas.resolve(body!), schemas.resolve) } }
    : of.raw
      ? {
          [of.raw]: {
            schema: of.raw.startsWith("multipart")
              ? { type: "object", properties: { file: { type: "string", format: "binary" } }, required: ["file"] }
              : { type: "string" },
          },
        }
      : null;
  const optional = of.body?.safeParse({}).success ?? false;
  return {
    operationId: operationId(method, resource.path),
    tags: [chapterOf(resource.path)],
    summary: of.summary,
    security: resource.open ? [] : [{ session: [] }, { token: [] }],
    parameters: parametersOf(resource, method, of.query ? schemas.query(of.query) : null),
    ...(taken ? { requestBody: { required: !optional, content: taken } } : {}),
    responses: responsesOf(resource, method, of, of.answer ? schemas.output(of.answer) : null),
  };
}

export interface OpenApi {
  openapi: string;
  info: Json;
  tags: { name: string }[];
  servers: Json[];
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, Json>; responses: Json; securitySchemes: Json };
}

export function openApi(resources: readonly Resource[]): OpenApi {
  const schemas = schemasOf(resources, { Problem });
  const sorted = [...resources].sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths = Object.fromEntries(
    sorted.map((resource) => [
      resource.path,
      Object.fromEntries(
        METHODS.flatMap((method) => (resource.routes[method] ? [[method.toLowerCase(), operation(resource, method, resource.routes[method], schemas)]] : [])),
      ),
    ]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Candor",
      version: "1",
      description:
        "Everything that the screens do, for scripts. Errors are RFC 9457 problem documents; lists are paged by a cursor; times are ISO 8601 with their zone.",
      license: { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set([...Object.values(CHAPTERS), "About this API"])]
      .filter((name) => resources.some((resource) => chapterOf(resource.path) === name))
      .map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components(),
      responses: {
        Unreadable: problemResponse("The body is not JSON, or not UTF-8"),
        ...Object.fromEntries(CODES.map((code) => [code, problemResponse(CODE_WORDS[code])])),
      },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token", description: "The cookie of someone who signed in" },
        token: { type: "http", scheme: "bearer", description: "A personal token, made under Settings; scope read or write" },
      },
    },
  };
}
