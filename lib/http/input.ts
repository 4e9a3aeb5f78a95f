import type { z } from "zod";
import { AppError, type FieldError, invalid } from "../errors";

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

/**
 * A body of plain text, to the letter: UNSUPPORTED for another type or charset, TOO_LARGE beyond the limit, INVALID for what is not UTF-8
 * or holds NUL, which cannot be stored.
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const [type = "", ...parameters] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset =
    parameters
      .find((parameter) => parameter.trim().startsWith("charset="))
      ?.split("=")[1]
      ?.replaceAll('"', "")
      .trim() ?? "utf-8";
  if (type.trim() !== "text/plain" || !/^utf-?8$/.test(charset)) throw new AppError("UNSUPPORTED", "Send text/plain in UTF-8.");
  const bytes = await readBytes(request, limit);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new AppError("INVALID", "This is not text in UTF-8. A binary file has no diff that can be read here.", {
      errors: [{ path: "", message: "This is not text in UTF-8. A binary file has no diff that can be read here" }],
    });
  }
  if (text.includes("\0")) throw invalid("", "It holds a NUL character, which cannot be stored");
  return text;
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
  const errors = parsed.error.issues
    .flatMap(nearest)
    .slice(0, 20)
    .flatMap((issue) => {
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

/** Of alternatives that all refused, what the one says that came nearest: fewest things wrong. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const [best] = issue.errors.toSorted((a, b) => a.length - b.length);
  return best!.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(nearest);
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
