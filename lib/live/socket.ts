import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { authenticate, type Caller } from "../auth/authenticate";
import { AppError, unavailable } from "../errors";
import { assertSameOrigin } from "../http/csrf";
import { assertRate } from "../http/limits";
import { newId } from "../ids";
import { log } from "../log";
import { Hub } from "./hub";
import { LiveAsk } from "./schema";
import type { Viewer } from "./sight";
import { CLOSE } from "./words";

const MOST_PER_PERSON = 1000;
const LONGEST_ASK = 2000;
const MOST_ASKS = 200;
const ASKS_EVERY = 10_000;
const PING = 25_000;
/** A socket with more than this on its way is too slow to wait for. It catches up when it comes back. */
const MOST_BUFFERED = 4_000_000;
const PACE_ABOVE = 256_000;

/** The sockets of one hub. */
export class LiveServer {
  private readonly ws = new WebSocketServer({ noServer: true, maxPayload: LONGEST_ASK, perMessageDeflate: false, clientTracking: false });
  private readonly sockets = new Map<WebSocket, { alive: boolean; personId: string }>();
  private readonly perPerson = new Map<string, number>();
  private readonly pings = setInterval(() => this.ping(), PING);

  constructor(readonly hub: Hub) {}

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
      if (held >= MOST_PER_PERSON) throw new AppError("RATE_LIMITED", "Too many open windows.", { retryAfter: 60 });
      if (socket.destroyed) return;
      socket.off("error", drop);
      this.ws.handleUpgrade(req, socket, head, (ws) => this.attach(ws, caller, again));
    } catch (error) {
      refuse(socket, error);
    }
  }

  async close() {
    clearInterval(this.pings);
    await this.hub.stop();
    const until = Date.now() + 1000;
    while (this.sockets.size && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const ws of this.sockets.keys()) ws.terminate();
  }

  private attach(ws: WebSocket, caller: Caller, again: () => Promise<Caller | null>) {
    const personId = caller.ctx.actor.id;
    const state = { alive: true, personId };
    this.sockets.set(ws, state);
    this.perPerson.set(personId, (this.perPerson.get(personId) ?? 0) + 1);
    const viewer = viewerOf(ws, caller, again);
    this.hub.connect(viewer);

    let asks = 0;
    let since = Date.now();
    let turn: Promise<void> = Promise.resolve();
    ws.on("pong", () => (state.alive = true));
    ws.on("error", () => ws.terminate());
    ws.on("message", (bytes) => {
      if (Date.now() - since > ASKS_EVERY) [asks, since] = [0, Date.now()];
      const ask = parse(String(bytes));
      if (!ask || ++asks > MOST_ASKS) return viewer.close(CLOSE.misuse, ask ? "Too many messages" : "Not a message");
      // One at a time, so that leaving a room cannot overtake entering it.
      turn = turn
        .then(() => (viewer.gone ? undefined : this.hub.ask(viewer, ask)))
        .catch((error: Error) => {
          log.warn({ err: error.message }, "a live message could not be answered");
          viewer.close(CLOSE.notNow, "Candor cannot reach its database right now");
        });
    });
    ws.on("close", () => {
      this.sockets.delete(ws);
      const left = (this.perPerson.get(personId) ?? 1) - 1;
      if (left > 0) this.perPerson.set(personId, left);
      else this.perPerson.delete(personId);
      this.hub.disconnect(viewer);
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

function viewerOf(ws: WebSocket, caller: Caller, again: () => Promise<Caller | null>): Viewer {
  const viewer: Viewer = {
    ctx: caller.ctx,
    get gone() {
      return ws.readyState !== ws.OPEN;
    },
    again,
    send(bytes) {
      if (ws.readyState !== ws.OPEN) return;
      if (ws.bufferedAmount > MOST_BUFFERED) viewer.close(CLOSE.slow, "Too slow; it catches up");
      else ws.send(bytes, { binary: false });
    },
    async pace(bytes) {
      viewer.send(bytes);
      if (ws.bufferedAmount < PACE_ABOVE) return;
      // Sent in order: when this empty ping is flushed, so is everything before it.
      await new Promise<void>((resolve) => (ws.readyState === ws.OPEN ? ws.ping("", false, () => resolve()) : resolve()));
    },
    close(code, reason) {
      if (ws.readyState !== ws.OPEN) return;
      ws.close(code, reason);
      // Whoever does not answer is not waited for.
      setTimeout(() => ws.terminate(), 3000).unref();
    },
  };
  return viewer;
}

function parse(text: string): LiveAsk | null {
  try {
    return LiveAsk.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
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

const home = globalThis as unknown as { candorLive?: LiveServer; candorHub?: Hub };

/** The one hub of this process, where lib/events/publish.ts finds it. Called when the server has started; doing it twice does nothing. */
export function startLive(): LiveServer {
  if (!home.candorLive) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    home.candorHub = new Hub(url).start();
    home.candorLive = new LiveServer(home.candorHub);
  }
  return home.candorLive;
}

/** For the upgrade of `/live`. */
export const handleUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => startLive().handleUpgrade(req, socket, head);

/** Closes every socket with 1001, so that browsers come back after a moment. */
export async function stopLive(): Promise<void> {
  const live = home.candorLive;
  home.candorLive = home.candorHub = undefined;
  await live?.close();
}
