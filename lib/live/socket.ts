import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Caller } from "../auth/authenticate";
import { log } from "../log";
import { type Admitted, Door, letGo } from "./door";
import { Hub } from "./hub";
import { LiveAsk } from "./schema";
import type { Viewer } from "./sight";
import { CLOSE } from "./words";

const MOST_PER_PERSON = 1000;
const LONGEST_ASK = 2000;
const MOST_ASKS = 200;
const ASKS_EVERY = 10_000;
/** A socket with more than this on its way is too slow to wait for. It catches up when it comes back. */
const MOST_BUFFERED = 4_000_000;
const PACE_ABOVE = 256_000;

/** The sockets of one hub. */
export class LiveServer {
  private readonly door = new Door({ longest: LONGEST_ASK, mostPerPerson: MOST_PER_PERSON }, (admitted) => this.attach(admitted));

  constructor(readonly hub: Hub) {}

  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    return this.door.handleUpgrade(req, socket, head);
  }

  async close() {
    await this.hub.stop();
    await this.door.close();
  }

  private attach({ ws, caller, again }: Admitted) {
    const viewer = viewerOf(ws, caller, again);
    this.hub.connect(viewer);

    let asks = 0;
    let since = Date.now();
    let turn: Promise<void> = Promise.resolve();
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
    ws.on("close", () => this.hub.disconnect(viewer));
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
    close: (code, reason) => letGo(ws, code, reason),
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
