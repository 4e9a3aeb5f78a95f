import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { authenticate, type Caller } from "../auth/authenticate";
import { AppError, unavailable } from "../errors";
import { assertSameOrigin } from "../http/csrf";
import { assertRate } from "../http/limits";
import { newId } from "../ids";
import { log } from "../log";

const PING = 25_000;

/** A socket that was let in: whose it is, and how they are looked up again. */
export interface Admitted {
  ws: WebSocket;
  caller: Caller;
  again(): Promise<Caller | null>;
}

/** Where sockets of one kind come in: who may is decided before the upgrade, and whoever no longer answers is let go. */
export class Door {
  private readonly server: WebSocketServer;
  private readonly sockets = new Map<WebSocket, { alive: boolean }>();
  private readonly perPerson = new Map<string, number>();
  private readonly pings = setInterval(() => this.ping(), PING);

  constructor(
    private readonly of: { longest: number; mostPerPerson: number },
    private readonly enter: (admitted: Admitted) => void,
  ) {
    this.server = new WebSocketServer({ noServer: true, maxPayload: of.longest, perMessageDeflate: false, clientTracking: false });
  }

  /** Answers a refusal by its HTTP status before the upgrade: 401, 403, 429, 503. */
  async handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const drop = () => socket.destroy();
    socket.on("error", drop);
    try {
      const headers = headersOf(req);
      assertSameOrigin({ headers } as Request);
      const again = () => authenticate({ headers }, newId());
      const caller = await again();
      await assertRate({ headers } as Request, caller, "GET");
      if (!caller) throw new AppError("UNAUTHENTICATED", "Sign in, or send a token.");
      const held = this.perPerson.get(caller.ctx.actor.id) ?? 0;
      if (held >= this.of.mostPerPerson) throw new AppError("RATE_LIMITED", "Too many open windows.", { retryAfter: 60 });
      if (socket.destroyed) return;
      socket.off("error", drop);
      this.server.handleUpgrade(req, socket, head, (ws) => {
        this.hold(ws, caller.ctx.actor.id);
        this.enter({ ws, caller, again });
      });
    } catch (error) {
      refuse(socket, error);
    }
  }

  /** Waits a moment for those that were told to go. */
  async close() {
    clearInterval(this.pings);
    const until = Date.now() + 1000;
    while (this.sockets.size && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const ws of this.sockets.keys()) ws.terminate();
  }

  private hold(ws: WebSocket, personId: string) {
    const state = { alive: true };
    this.sockets.set(ws, state);
    this.perPerson.set(personId, (this.perPerson.get(personId) ?? 0) + 1);
    ws.on("pong", () => (state.alive = true));
    ws.on("error", () => ws.terminate());
    ws.on("close", () => {
      this.sockets.delete(ws);
      const left = (this.perPerson.get(personId) ?? 1) - 1;
      if (left > 0) this.perPerson.set(personId, left);
      else this.perPerson.delete(personId);
    });
  }

  private ping() {
    for (const [ws, state] of this.sockets) {
      if (!state.alive) ws.terminate();
      else {
        state.alive = false;
        ws.ping();
      }
    }
  }
}

/** Says why and closes; whoever does not answer is not waited for. */
export function letGo(ws: WebSocket, code: number, reason: string) {
  if (ws.readyState !== ws.OPEN) return;
  ws.close(code, reason);
  setTimeout(() => ws.terminate(), 3000).unref();
}

/** As a request's headers. Sec-Fetch-Site is left out: browsers do not agree on it for sockets, and always send Origin. */
function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const name of ["host", "origin", "cookie", "authorization", "x-forwarded-host", "x-forwarded-for"]) {
    const value = req.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  headers.set("x-candor-address", req.socket.remoteAddress ?? "unknown");
  return headers;
}

function refuse(socket: Duplex, error: unknown) {
  const told = error instanceof AppError ? error : unavailable();
  if (told !== error) log.warn({ err: (error as Error).message }, "a live socket could not be opened");
  const wait = told.details.retryAfter ? `Retry-After: ${told.details.retryAfter}\r\n` : "";
  socket.end(`HTTP/1.1 ${told.status} ${told.code}\r\nConnection: close\r\nContent-Length: 0\r\n${wait}\r\n`, () => socket.destroy());
}
