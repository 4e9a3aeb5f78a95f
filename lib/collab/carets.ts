import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { MOST } from "./words";

/** Where people are in a document: never stored, bounded, and said by themselves alone. */

const MOST_CLIENTS = 3;
const MOST_TOLD = 1000;

/** What a client says of itself. `user` is written here, whatever it says; `cursor` is Yjs' two relative positions; `place` is for the page's own use. */
export interface CaretState {
  user: { id: string; name: string };
  cursor?: unknown;
  place?: string | null;
}

export class Carets {
  /** The Yjs clients that this connection is: those that it spoke for first. */
  readonly own = new Set<number>();

  constructor(private readonly person: { id: string; name: string }) {}

  /**
   * What may be passed on of a message, or null where nothing may. Clients repeat what they heard of others, and say that those are gone
   * whom they no longer hear: that is left out in silence. Throws where it is no such message.
   */
  admit(bytes: Uint8Array, isTaken: (client: number) => boolean): Uint8Array | null {
    const from = createDecoder(bytes);
    const to = createEncoder();
    const count = readVarUint(from);
    if (count > MOST_TOLD) throw new Error("too many clients");
    let told = 0;
    for (let n = 0; n < count; n++) {
      const client = readVarUint(from);
      const clock = readVarUint(from);
      const state = this.stateOf(readVarString(from), client, isTaken);
      if (state === undefined) continue;
      told++;
      writeVarUint(to, client);
      writeVarUint(to, clock);
      writeVarString(to, state);
    }
    if (told === 0) return null;
    const whole = createEncoder();
    writeVarUint(whole, told);
    const rest = toUint8Array(to);
    const head = toUint8Array(whole);
    const all = new Uint8Array(head.length + rest.length);
    all.set(head);
    all.set(rest, head.length);
    return all;
  }

  private stateOf(text: string, client: number, isTaken: (client: number) => boolean): string | undefined {
    if (text === "null") return this.own.has(client) ? text : undefined;
    if (text.length > MOST.caret) return undefined;
    const said = JSON.parse(text) as Partial<CaretState> | null;
    if (typeof said !== "object" || said?.user?.id !== this.person.id) return undefined;
    if (!this.own.has(client)) {
      if (isTaken(client) || this.own.size >= MOST_CLIENTS) return undefined;
      this.own.add(client);
    }
    const { id, name } = this.person;
    const state: CaretState = { user: { id, name } };
    if (typeof said.cursor === "object") state.cursor = said.cursor;
    if (typeof said.place === "string") state.place = said.place;
    return JSON.stringify(state);
  }
}
