import { mkdir, rename, writeFile, rm } from "node:fs/promises";
import path from "node:path";
import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, invalid } from "../errors";
import { newId } from "../ids";
import type { AttachmentDto } from "../timeline/schema";
import { attachmentPath, getAttachment } from "./queries";

export const ATTACHMENT_LIMIT = 10_000_000;

/** What a browser shows safely as a picture, told by its first bytes and not by its name. SVG is a program, so it is not one. */
const KINDS: { mediaType: string; matches: (bytes: Buffer) => boolean; size: (bytes: Buffer) => [number, number] | null }[] = [
  {
    mediaType: "image/png",
    matches: (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    size: (b) => (b.length > 24 ? [b.readUInt32BE(16), b.readUInt32BE(20)] : null),
  },
  { mediaType: "image/jpeg", matches: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff, size: () => null },
  {
    mediaType: "image/gif",
    matches: (b) => /^GIF8[79]a$/.test(b.toString("latin1", 0, 6)),
    size: (b) => (b.length > 10 ? [b.readUInt16LE(6), b.readUInt16LE(8)] : null),
  },
  { mediaType: "image/webp", matches: (b) => b.toString("latin1", 0, 4) === "RIFF" && b.toString("latin1", 8, 12) === "WEBP", size: () => null },
];

/** Keeps a picture in the data folder. The file is whole before its row exists, so that a cut upload leaves nothing half. */
export async function addAttachment(ctx: Ctx, ref: string, file: { name: string; bytes: Buffer }): Promise<AttachmentDto> {
  if (file.bytes.length === 0) throw invalid("file", "The file is empty");
  if (file.bytes.length > ATTACHMENT_LIMIT) throw new AppError("TOO_LARGE", "A picture may have at most 10 000 000 bytes.");
  const kind = KINDS.find((known) => known.matches(file.bytes));
  if (!kind) throw new AppError("UNSUPPORTED", "Pictures only: PNG, JPEG, GIF or WebP.");
  const size = kind.size(file.bytes);
  const id = newId();
  const name = cleanName(file.name);
  const target = attachmentPath(id);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.part`, file.bytes, { mode: 0o600 });
  await rename(`${target}.part`, target);
  try {
    await change(ctx, "timeline.attach", { incident: ref }, async (c) => {
      await c.tx.attachment.create({
        data: {
          id,
          incidentId: c.incident.id,
          name,
          mediaType: kind.mediaType,
          bytes: file.bytes.length,
          width: size?.[0] ?? null,
          height: size?.[1] ?? null,
          addedById: ctx.actor.id,
          at: c.now,
        },
      });
      c.record({ type: "attachment.added", data: { attachmentId: id } });
      c.made(id);
    });
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return getAttachment(ctx, ref, id);
}

/** A file's name as one harmless line: no path, no control or direction characters. */
function cleanName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? "";
  const clean = base.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, "").trim();
  return [...clean].slice(0, 120).join("") || "picture";
}
