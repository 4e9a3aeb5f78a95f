import type { z } from "zod";
import { AppError, type FieldError } from "../errors";

export const JSON_LIMIT = 1_000_000;

/** NUL and lone surrogates are refused everywhere: PostgreSQL cannot keep them, and no one can see them. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export const isStorable = (text: string) => !UNSTORABLE.test(text);

function findUnstorable(value: unknown, path: string, depth = 0): FieldError | null {
  if (depth > 64) return { path, message: "Nested too deeply" };
  if (typeof value === "string") return isStorable(value) ? null : { path, message: "Holds a character that cannot be stored (NUL or half of a pair)" };
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    if (!isStorable(key)) return { path, message: "A field's name holds a character that cannot be stored" };
    const found = findUnstorable(inner, at, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Reads a body up to `limit` bytes; TOO_LARGE beyond, without reading the rest. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  const tooLarge = () => new AppError("TOO_LARGE", `At most ${limit.toLocaleString("en")} bytes.`);
  if (declared > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

export const isJson = (request: Request) => /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "");

export function parseJson(bytes: Uint8Array): unknown {
  const unreadable = (message: string) => new AppError("INVALID", message, { status: 400, errors: [{ path: "", message }] });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw unreadable("The body is not UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable("The body is not JSON.");
  }
}

/** Checks a value against a schema; INVALID with each field's path and message. */
export function check<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const unstorable = findUnstorable(value, "");
  if (unstorable) throw new AppError("INVALID", "Something in the input cannot be stored.", { errors: [unstorable] });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).flatMap((issue) => {
    const path = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.slice(0, 20).map((key) => ({ path: path ? `${path}.${key}` : key, message: "Unknown field" }));
  });
  throw new AppError(
    "INVALID",
    errors
      .map((e) => (e.path ? `${e.path}: ${e.message}` : e.message))
      .join("; ")
      .slice(0, 500),
    { errors },
  );
}

/** A query string as an object; a parameter that comes twice is refused. */
export function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of url.searchParams) {
    if (name in query) throw new AppError("INVALID", `${name} is given twice.`, { errors: [{ path: name, message: "Given twice" }] });
    query[name] = value;
  }
  return { ...query };
}
