import type { WebSocket } from "ws";
import type { Caller } from "../auth/authenticate";
import type { Ctx } from "../auth/ctx";
import { may } from "../incidents/policy";
import { letGo } from "../live/door";
import type { Viewer } from "../live/sight";
import { CLOSE } from "../live/words";
import { grantedFrame } from "./frames";
import { Gate, type GateKeeper, type Joined } from "./gate";
import { countRefused } from "./refused";
import { Full } from "./trial";
import { ENDED } from "./words";

/**
 * Someone who has a document open: one socket. The hub holds it as a viewer of the incident, so that whatever ends a live socket (the
 * incident turned private, a session ended, a role changed) ends or narrows this one in the same moment.
 */
export class Editor implements Viewer, GateKeeper {
  readonly gate: Gate;
  private held: Ctx;

  constructor(
    private readonly ws: WebSocket,
    caller: Caller,
    readonly again: () => Promise<Caller | null>,
  ) {
    this.held = caller.ctx;
    this.gate = new Gate(ws, this);
  }

  get ctx(): Ctx {
    return this.held;
  }
  /** The person's role has changed. */
  set ctx(next: Ctx) {
    const before = this.readOnly;
    this.held = next;
    if (before === this.readOnly) return;
    if (!this.readOnly) this.close(CLOSE.goingAway, "You may write here now");
    else if (this.gate.name !== null) this.gate.send(grantedFrame(this.gate.name, true));
  }

  get person() {
    return this.held.actor;
  }
  get readOnly() {
    return this.held.scope === "read" || !may("postmortem.write", { role: this.held.actor.role });
  }
  /** A token that may only read is not seen by others. */
  get seen() {
    return this.held.scope !== "read";
  }
  get gone() {
    return this.ws.readyState !== this.ws.OPEN;
  }

  enter(joined: Joined) {
    this.gate.enter(joined);
  }

  /** The hub's messages: rows are the room's business, that it is out of sight is ours. */
  send(message: Buffer | string) {
    if (typeof message === "string" && message.includes('"type":"not_found"')) this.close(ENDED.gone, "Not found");
  }
  pace() {
    return Promise.resolve();
  }

  close(code: number, reason: string) {
    letGo(this.ws, code, reason);
  }

  refused(error: unknown) {
    countRefused(error);
    if (error instanceof Full) this.close(ENDED.full, error.message);
    else this.close(CLOSE.misuse, "Not a message of an editor");
  }
  tooSlow() {
    this.close(CLOSE.slow, "Too slow; it catches up");
  }
  left() {
    this.close(1000, "Goodbye");
  }
  denied() {
    this.close(CLOSE.notNow, "Candor cannot reach its database right now");
  }
}
