import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { type Ctx, mint } from "../auth/ctx";
import { db } from "../db";
import { hashSecret, newId, newSecret } from "../ids";
import type { LiveMessage } from "../live/schema";
import { Hub } from "../live/hub";
import { LiveServer } from "../live/socket";
import type { AppRole } from "../people/words";

/** SignedIn with a session of their own, as a browser holds it. */
export interface SignedIn {
  id: string;
  ctx: Ctx;
  sessionId: string;
  headers: { cookie: string };
}

export async function signedIn(name: string, role: AppRole = "member"): Promise<SignedIn> {
  const id = newId();
  const sessionId = newId();
  const secret = newSecret();
  await db().writer.person.create({ data: { id, name, email: `${id}@example.test`, role } });
  await db().writer.session.create({ data: { id: sessionId, personId: id, tokenHash: hashSecret(secret), expiresAt: new Date(Date.now() + 3_600_000) } });
  return {
    id,
    sessionId,
    ctx: mint({ actor: { id, name, role, avatarUrl: null }, requestId: newId(), sessionId }),
    headers: { cookie: `next-auth.session-token=${secret}` },
  };
}

/** One "process": a hub of its own on the database of the test, behind a real port. */
export class LiveProcess {
  readonly hub: Hub;
  readonly live: LiveServer;
  private readonly http: Server;

  private constructor(poll: number) {
    this.hub = new Hub(process.env.DATABASE_URL!).start(poll);
    this.live = new LiveServer(this.hub);
    this.http = createServer((_, response) => response.end());
    this.http.on("upgrade", (req, socket, head) => void this.live.handleUpgrade(req, socket, head));
  }

  /** `poll`: milliseconds between two looks of the net beneath; far apart, so that a test sees what NOTIFY alone does. */
  static async start(poll = 600_000): Promise<LiveProcess> {
    const process = new LiveProcess(poll);
    await new Promise<void>((resolve) => process.http.listen(0, "127.0.0.1", resolve));
    return process;
  }

  get host() {
    return `127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async stop() {
    await this.live.close();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  open(headers: Record<string, string>): Promise<LiveSocket> {
    const ws = new WebSocket(`ws://${this.host}/live`, { headers });
    return new Promise((resolve, reject) => {
      ws.once("open", () => resolve(new LiveSocket(ws)));
      ws.once("unexpected-response", (_, response) => {
        ws.terminate();
        reject(new Error(String(response.statusCode)));
      });
      ws.once("error", reject);
    });
  }
}

/** A page's socket: keeps what it was sent, and waits for what a test asks for. */
export class LiveSocket {
  readonly messages: LiveMessage[] = [];
  readonly closed: Promise<number>;
  private waiting: (() => void)[] = [];

  constructor(readonly ws: WebSocket) {
    ws.on("message", (bytes) => {
      this.messages.push(JSON.parse(String(bytes)) as LiveMessage);
      for (const look of this.waiting.splice(0)) look();
    });
    this.closed = new Promise((resolve) => ws.once("close", (code) => resolve(code)));
  }

  say(ask: object) {
    this.ws.send(JSON.stringify(ask));
    return this;
  }

  /** The first message that fits, whether it came already or comes within fifteen seconds. */
  async until<T extends LiveMessage = LiveMessage>(fits: (message: LiveMessage) => boolean): Promise<T> {
    const late = Date.now() + 15_000;
    for (;;) {
      const found = this.messages.find(fits);
      if (found) return found as T;
      const left = late - Date.now();
      if (left <= 0) throw new Error(`never came; had ${JSON.stringify(this.messages).slice(0, 500)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Everything that was sent before this has been answered when this has. */
  async settled() {
    const before = this.messages.filter((message) => message.type === "pong").length;
    this.say({ ping: true });
    await this.until(() => this.messages.filter((message) => message.type === "pong").length > before);
  }

  seqs(ref: string) {
    return this.messages.flatMap((message) => ("row" in message && message.ref === ref ? message.seq : []));
  }
}
