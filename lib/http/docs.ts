import { STATUS_OF, type ErrorCode } from "../errors";
import { type Field, fieldsOf, type Shape, shapesOf } from "./fields";
import { CODE_WORDS, type OpenApi } from "./openapi";
import { type Json, nameIn } from "./schemas";

/** The OpenAPI document arranged for reading: chapters of endpoints, then the shapes that they answer with. */
export interface Endpoint {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Reached without signing in. */
  open: boolean;
  query: Field[];
  body: Shape[];
  answer: { status: number; type: string; shape: string | null; fields: Field[] };
  codes: { code: string; status: number }[];
  curl: string;
}

export interface Chapter {
  name: string;
  id: string;
  endpoints: Endpoint[];
}

const anchor = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, "-");
export const shapeAnchor = (name: string) => `shape-${name}`;

export function chaptersOf(document: OpenApi): Chapter[] {
  const endpoints = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: (operation.tags as string[])[0],
      endpoint: endpointOf(document, method.toUpperCase(), path, operation),
    })),
  );
  return document.tags.map(({ name }) => ({ name, id: anchor(name), endpoints: endpoints.filter(({ tag }) => tag === name).map(({ endpoint }) => endpoint) }));
}

/** The shapes that are linked to: a body stands with its endpoint already. */
export function shapesIn(document: OpenApi): { name: string; shapes: Shape[] }[] {
  const { schemas } = document.components;
  const linked = new Set<string>();
  const follow = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const name = nameIn(value as Json);
    if (name && !linked.has(name)) {
      linked.add(name);
      follow(schemas[name]);
    }
    for (const inner of Object.values(value)) follow(inner);
  };
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    follow(operation.responses);
    for (const { schema } of Object.values((operation.requestBody as { content: Record<string, { schema: Json }> } | undefined)?.content ?? {}))
      follow(Object.values(resolve(document, schema)));
  }
  return Object.keys(schemas).flatMap((name) => (linked.has(name) ? [{ name, shapes: shapesOf(schemas[name]!) }] : []));
}

export const errorCodes = (Object.keys(STATUS_OF) as ErrorCode[]).map((code) => ({
  code,
  status: STATUS_OF[code],
  words: CODE_WORDS[code],
  id: code.toLowerCase(),
}));

function endpointOf(document: OpenApi, method: string, path: string, operation: Json): Endpoint {
  const parameters = operation.parameters as { name: string; in: string; required: boolean; schema: Json }[];
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const content = (operation.requestBody as { content: Record<string, { schema: Json; example?: unknown }> } | undefined)?.content ?? {};
  const [media, taken] = Object.entries(content)[0] ?? [];
  const body = taken ? shapesOf(resolve(document, taken.schema)) : [];
  return {
    id: String(operation.operationId),
    method,
    path,
    summary: String(operation.summary),
    open: (operation.security as unknown[]).length === 0,
    query: fieldsOf({
      properties: Object.fromEntries(inQuery.map(({ name, schema }) => [name, schema])),
      required: inQuery.filter(({ required }) => required).map(({ name }) => name),
    }),
    body,
    answer: answerOf(operation),
    codes: errorCodes.filter(({ status }) => (operation.responses as Json)[status]).map(({ code, status }) => ({ code, status })),
    curl: curlOf(method, path, operation, media, taken?.example),
  };
}

function answerOf(operation: Json): Endpoint["answer"] {
  const [status, response] = Object.entries(operation.responses as Record<string, Json>).find(([code]) => code.startsWith("2"))!;
  const schema = (response.content as { "application/json": { schema: Json } } | undefined)?.["application/json"].schema;
  if (!schema) return { status: Number(status), type: status === "204" ? "nothing" : "the document itself", shape: null, fields: [] };
  const name = nameIn(schema);
  return { status: Number(status), type: name ?? "object", shape: name, fields: name ? [] : fieldsOf(schema) };
}

const resolve = (document: OpenApi, schema: Json): Json => {
  const name = nameIn(schema);
  return name ? document.components.schemas[name]! : schema;
};

/** A short body on its line, a long one field by field. */
function indented(example: unknown): string {
  const short = JSON.stringify(example);
  return short.length <= 44 ? short : JSON.stringify(example, null, 2).replaceAll("\n", "\n  ");
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The request as one would type it, with the address and the token in two variables. */
function curlOf(method: string, path: string, operation: Json, media: string | undefined, example: unknown): string {
  const filled = path
    .replace("{ref}", "INC-42")
    .replace(/\{\w+\}/g, "ID")
    .replace("{net}", "unit");
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}"$CANDOR/api/v1${filled}"`];
  if ((operation.security as unknown[]).length) lines.push(`-H "Authorization: Bearer $TOKEN"`);
  if (media === "application/json") lines.push("-H 'Content-Type: application/json'", `-d ${quoted(indented(example))}`);
  else if (media?.startsWith("multipart")) lines.push("-F file=@screenshot.png");
  else if (media) lines.push(`-H 'Content-Type: ${media}'`, "--data-binary @change.diff");
  return lines.join(" \\\n  ");
}
