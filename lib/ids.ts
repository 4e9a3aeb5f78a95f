import { createHash, randomBytes } from "node:crypto";

/** A UUIDv7: sorted by the millisecond in which it was made. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A secret for a link, a session or a token: 43 characters, 256 bits. Only `hashSecret` of it is stored. */
export const newSecret = () => randomBytes(32).toString("base64url");

export const hashSecret = (secret: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(secret).digest());
