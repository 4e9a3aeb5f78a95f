import { createDecoder, readVarString, readVarUint, readVarUint8Array, type Decoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";

/** Hocuspocus' messages, as far as both ends read and write them here: the document's name, a kind, and what belongs to it. */

export const KIND = { sync: 0, awareness: 1, auth: 2, askAwareness: 3, syncReply: 4, close: 7, stored: 8 } as const;
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;
export const AUTH = { token: 0, denied: 1, granted: 2 } as const;

export interface Frame {
  name: string;
  kind: number;
  /** Stands at what follows the kind. */
  rest: Decoder;
}

/** Throws where the bytes are no message. */
export function readFrame(bytes: Uint8Array): Frame {
  const rest = createDecoder(bytes);
  return { name: readVarString(rest), kind: readVarUint(rest), rest };
}

/** What a sync message says: which step, and the bytes of it. */
export function readSync({ rest }: Frame): { step: number; bytes: Uint8Array } {
  const step = readVarUint(rest);
  const bytes = readVarUint8Array(rest);
  if (rest.pos !== rest.arr.length) throw new Error("more than a message");
  return { step, bytes };
}

/** The one array of bytes that the message is about. */
export const readBytes = ({ rest }: Frame): Uint8Array => readVarUint8Array(rest);

/** Hocuspocus says that the document cannot be opened. */
export function isDenied(bytes: Uint8Array): boolean {
  const { kind, rest } = readFrame(bytes);
  return kind === KIND.auth && readVarUint(rest) === AUTH.denied;
}

export const syncFrame = (name: string, step: number, bytes: Uint8Array) =>
  frame(name, KIND.sync, (to) => {
    writeVarUint(to, step);
    writeVarUint8Array(to, bytes);
  });
export const awarenessFrame = (name: string, bytes: Uint8Array) => frame(name, KIND.awareness, (to) => writeVarUint8Array(to, bytes));
export const tokenFrame = (name: string, token: string) =>
  frame(name, KIND.auth, (to) => {
    writeVarUint(to, AUTH.token);
    writeVarString(to, token);
  });
/** "Who is where?", which also asks whether somebody answers. */
export const askFrame = (name: string) => frame(name, KIND.askAwareness, () => undefined);
export const grantedFrame = (name: string, readOnly: boolean) =>
  frame(name, KIND.auth, (to) => {
    writeVarUint(to, AUTH.granted);
    writeVarString(to, readOnly ? "readonly" : "read-write");
  });
/** "What you sent is stored", or that it is not taken. One is sent for each message that holds text, in the order of these. */
export const storedFrame = (name: string, stored: boolean) => frame(name, KIND.stored, (to) => writeVarUint(to, stored ? 1 : 0));

function frame(name: string, kind: number, write: (to: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const to = createEncoder();
  writeVarString(to, name);
  writeVarUint(to, kind);
  write(to);
  return toUint8Array(to);
}
