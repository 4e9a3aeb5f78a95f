import { z } from "zod";

/** The scalar inputs that every room shares. Lengths count characters (code points), times are UTC instants. */

const characters = (text: string) => [...text].length;
const ONE_LINE = /^[^\n\r\u0085\u2028\u2029]*$/;
const DAY = 24 * 60 * 60 * 1000;
export const EARLIEST = Date.UTC(2000, 0, 1);

const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .trim()
    .min(1, "Say at least one character")
    .regex(ONE_LINE, "Keep it to one line")
    .refine((text) => characters(text) <= most, `At most ${most} characters`);

/** A title or a name: 1–200 characters after trimming, one line. */
export const Line = line(200);

/** Markdown: up to 100 000 characters. */
export const Markdown = z
  .string()
  .max(400_000)
  .refine((text) => characters(text) <= 100_000, "At most 100 000 characters");

export const ShortText = z
  .string()
  .max(8000)
  .trim()
  .refine((text) => characters(text) <= 2000, "At most 2 000 characters");

export const Id = z.uuid("Not an id");

/** `INC-42`: the number of an incident as people write it. */
export const IncidentRef = z.string().regex(/^INC-[1-9]\d{0,8}$/, "Looks like INC-42");

const zoned = z.iso
  .datetime({ offset: true, message: "An ISO 8601 time with its zone, as 2026-03-01T14:02:00Z" })
  .refine((text) => Number.isFinite(Date.parse(text)), "Not a time")
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() >= EARLIEST, "From the year 2000 on");

/** A time of something that happened: from 2000 on, at most 24 hours ahead. */
export const Instant = zoned.refine((at) => at.getTime() <= Date.now() + DAY, "At most 24 hours ahead");

/** A time that may lie ahead (an expiry, the next update): from 2000 to 2100. */
export const FutureInstant = zoned.refine((at) => at.getTime() < Date.UTC(2100, 0, 1), "Before the year 2100");

/** A link that a browser may follow: http or https only. */
export const Link = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password } = new URL(text);
    return (protocol === "https:" || protocol === "http:") && !username && !password;
  }, "A link that begins with https:// or http://");

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("An e-mail address"));

export const Password = z.string().min(12, "At least 12 characters").max(200, "At most 200 characters");

export const Limit = z
  .string()
  .regex(/^\d{1,3}$/, "A number from 1 to 100")
  .transform(Number)
  .pipe(z.number().int().min(1, "From 1 to 100").max(100, "From 1 to 100"));

export const PageQuery = { cursor: z.string().min(1).max(500).optional(), limit: Limit.optional() };

/** A comma list of the words of an enumeration, as filters use it. */
export const listOf = <T extends readonly [string, ...string[]]>(words: T) =>
  z
    .string()
    .max(500)
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(words)).min(1).max(20));

export const Flag = z.enum(["true", "false"]).transform((word) => word === "true");

export const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

export const RefDto = z.object({ id: z.string(), name: z.string() });
export type RefDto = z.infer<typeof RefDto>;
